import type { AnnounceWords } from './model.ts';

const refusals = {
  forbidden: 'Discord 不讓我在那裡傳訊息',
  gone: '那個頻道已經不在了',
  refused: 'Discord 沒有接受這則訊息',
};

const inForum =
  '每篇文章是一則貼文，以文章標題為名。貼文被 Discord 封存以後，只有能在裡面發言的人能按按鈕；連結誰都能打開。';

const detailed = (detail: string) => (detail === '' ? '' : `（${detail}）`);

export const announceZhTW: AnnounceWords = {
  commands: {
    announce: '把新文章通知到頻道',
    here: '把新文章發到這個頻道',
    now: '現在就在這裡發布某篇文章的通知',
    list: '哪些頻道會收到新文章，還有什麼在等',
    stop: '不再把新文章發到這個頻道',
    test: '在這裡試發一則，看看通知的樣子',
    why: '某篇文章為什麼發了，或者沒發到這裡',
  },
  permissions: {
    ViewChannel: '檢視頻道',
    SendMessages: '傳送訊息',
    SendMessagesInThreads: '在討論串中傳送訊息',
    EmbedLinks: '嵌入連結',
    ReadMessageHistory: '讀取訊息歷史',
    CreatePublicThreads: '建立公開討論串',
    ManageMessages: '管理訊息',
    ManageRoles: '管理身分組',
    ManageWebhooks: '管理 Webhook',
    MentionEveryone: '提及 @everyone、@here 和所有身分組',
  },
  buttons: {
    notify: '新文章通知我',
    sendNewest: '現在發最新一篇',
    sendThis: '就發這篇',
    sendNow: '現在就發',
    hold: '先別發',
    release: '可以發了',
    resume: '恢復',
    stop: '停止',
    list: '全部頻道',
    moreChannels: '更多頻道',
  },
  help: '管理員：`/announce here` 把新文章發到目前的頻道（只有有權限的人看得到這一行）',
  message: {
    newPost: title => `新文章：${title}`,
    newPosts: count => `${count} 篇新文章`,
    more: count => `還有 ${count} 篇`,
    withdrawn: '這篇文章已由作者撤回。',
    test: '這是試發：以後的通知就是這個樣子。',
  },
  here: {
    set: ({ where, role, minutes }) =>
      `新文章會發到${where === undefined ? '這裡' : ` ${where}`}${role ? `，並提醒 ${role}` : ''}。${
        minutes === 0 ? '發布後馬上就發。' : `發布後等 ${minutes} 分鐘再發，方便你改錯字。`
      }`,
    kinds: {
      text: '',
      announcement: '每則都會發布給追蹤這個頻道的頻道。',
      forum: inForum,
      media: inForum,
      thread: '',
    },
    thread: '每則通知下面會開一個討論串，供大家討論。',
    noThread: '討論串裡不能再開討論串，所以通知下面不會有。',
    onlyTagged: tag => `只發帶標籤 ${tag} 的文章。`,
    lacks: permissions => `我在這裡還缺：${permissions.join('、')}。頻道設定 → 權限 → Quoth。`,
    untilThen: '補上之前什麼也發不出來；補上之後不用再輸入一次指令。',
    without: {
      ReadMessageHistory: '沒有「讀取訊息歷史」，Discord 沒有確認的通知，我就看不到它發出去了沒有。',
      CreatePublicThreads: '沒有「建立公開討論串」，就不會開討論串。',
    },
    everyone: '沒有設定：@everyone 會打擾所有人，不能提醒。請選一個給想收通知的人用的身分組，比如「讀者」。',
    noSuchRole: '沒有設定：伺服器裡已經沒有這個身分組了。',
    noSuchTag: (typed, nearest) =>
      `沒有設定：沒有文章帶標籤「${typed}」。${nearest.length > 0 ? `現有的標籤：${nearest.join('、')}。` : ''}`,
    notMentionable: role =>
      `通知裡會寫 ${role}，但不會有人收到提醒：我不能提及它。伺服器設定 → 身分組 → 這個身分組 → 打開「允許任何人提及此身分組」；或者給我「提及 @everyone、@here 和所有身分組」權限。`,
    notManageable: role =>
      `通知裡不會有「新文章通知我」按鈕：我不能發放 ${role}，因為它排在我的身分組之上，或者我沒有「管理身分組」權限，或者它帶有管理他人的權限。伺服器設定 → 身分組：把我的拖到它上面，或者另選一個沒有這類權限的身分組，再輸入一次指令。`,
    otherKind: '這種頻道裡不能發通知。請在文字頻道、公告頻道、論壇頻道或討論串裡用 `/announce here`。',
    needsTag: (shared, forum, posts) =>
      shared.length > 0
        ? `這個論壇要求每則貼文帶標籤。文章的標籤裡論壇也有的會帶上：${shared.join('、')}。一個都沒有的文章發不出來。`
        : `這個論壇要求每則貼文帶標籤，但它的標籤和文章的標籤沒有一個同名${forum.length > 0 ? `（它有：${forum.join('、')}）` : ''}。請在論壇裡加一個同名的標籤${posts.length > 0 ? `，比如 ${posts.join('、')}` : ''}，或者關掉「發文時必須選擇標籤」。`,
    looksLike: '下一則通知會是這個樣子：',
  },
  follow: {
    set: '這個頻道已經追蹤 Quoth 的主頻道：那裡發的通知會同樣出現在這裡，有文字和預覽，沒有按鈕。',
    already: '這個頻道已經在追蹤 Quoth 的主頻道。',
    instead: '之前在這裡設定的通知已停用，免得一篇出現兩次。',
    unfollow: '取消：伺服器設定 → 整合 → 已追蹤的頻道。',
    unfollowToo: '如果它追蹤了 Quoth 的主頻道，請在「伺服器設定 → 整合 → 已追蹤的頻道」裡取消。',
    noHome:
      '什麼也沒有設定：沒有可以追蹤的主頻道。主頻道由執行 Quoth 的人用 HOME_CHANNEL 指定；不帶「追蹤」的 `/announce here` 照樣能用。',
    everyPost:
      '什麼也沒有設定：追蹤以後，主頻道發什麼這裡就有什麼，不能選標籤、身分組，也不能開討論串。請去掉「追蹤」，或者去掉這些選項。',
    otherKind:
      '什麼也沒有設定：Discord 只允許文字頻道追蹤別的頻道。在這裡請用不帶「追蹤」的 `/announce here`。',
    isHome: '什麼也沒有設定：這裡就是供人追蹤的主頻道。要在這裡發通知，用不帶「追蹤」的 `/announce here`。',
    full: '什麼也沒有設定：這個頻道的 Webhook 已經到了 Discord 的上限（15 個）。請刪掉一個：頻道設定 → 整合 → Webhook。',
    lostHome: detail =>
      `什麼也沒有設定：Quoth 的主頻道追蹤不了${detailed(detail)}。請執行 Quoth 的人檢查 HOME_CHANNEL：它應當是 Quoth 看得到的公告頻道。`,
  },
  sent: {
    done: url => `發出去了：${url}`,
    test: url => `試發好了，沒有提醒任何人：${url}`,
    already: url => `這篇已經發過了：${url}`,
    later: detail => `正在發：Discord 還沒有接受${detailed(detail)}，會再試。`,
    refused: (because, detail) =>
      `沒有發出去：${refusals[because]}${detailed(detail)}。用 \`/announce here\` 看看缺什麼。`,
    nowhere: title => `《${title}》在這個伺服器裡已經沒有頻道在等了。`,
  },
  list: {
    heading: channels => `新文章通知 · ${channels} 個頻道`,
    none: '這個伺服器裡還沒有頻道接收新文章。在想要的頻道裡用 `/announce here`。',
    allPosts: '全部文章',
    threads: '開討論串',
    madeBy: (user, day) => `由 ${user} 在 ${day} 設定`,
    newest: (url, title, when) => `[最近一則](<${url}>)：${title} ${when}`,
    paused: (because, detail, when) => `**暫停** ${when}：${refusals[because]}${detailed(detail)}。`,
    waiting: '在等的文章',
    inChannels: channels => `發到 ${channels.join('、')}`,
    moreWaiting: count => `還有 ${count} 篇`,
    lostPost: '一篇已經不在了的文章',
  },
  waits: {
    known: 'Quoth 第一次啟動時就在，不會自動通知',
    undated: '沒有日期，不會自動通知：給它寫上日期',
    old: '日期太久以前，不會自動通知',
    withdrawn: '已由作者撤回',
    earlier: '在這個頻道開始接收新文章之前就發過了',
    twin: '不發到這裡：這個頻道收的是另一種語言的版本',
    quiet: when => `${when}發出，如果到那時沒有再改`,
    address: when => `等它的網址能打開，最晚等到 ${when}`,
    release: (user, when) => `${user} 說先別發，${when}`,
    sending: '正在發',
  },
  why: {
    heading: title => `《${title}》在這個頻道`,
    seen: when => `Quoth 第一次看到它是 ${when}。`,
    visible: '讀者可以看到它。',
    hidden: '作者沒有公開它，所以不會通知。',
    hiddenUntil: when => `${when} 之前讀者看不到它。`,
    waiting: why => `${why}。`,
    tagged: tag => `它帶有這個頻道要的標籤 ${tag}。`,
    untagged: tag => `這個頻道只要帶標籤 ${tag} 的文章，它沒有。`,
    due: '輪到它了，下一輪就發。',
    claimed: '正在發。',
    sentAt: (when, url) => `${when} 發出去了${url ? `：${url}` : ''}。`,
    editedAt: when => `${when} 按改過的文章更正了通知。`,
    unsure: '發過，但沒收到 Discord 的答覆。會先看它是不是已經在那裡。',
    refused: detail => `Discord 沒有接受${detailed(detail)}。`,
    withdrawn: '文章已撤回，通知裡的內容也撤下了。',
    unsubscribed: '這個頻道不接收新文章。用 `/announce here` 設定。',
  },
  tools: {
    noChannel: '還沒有頻道接收新文章：在 Discord 的頻道裡用 `/announce here` 設定。',
    unseen: 'Quoth 還沒有見過它：下次帶著機器人權杖執行時會記下。',
    noLinks: '還沒有通知過文章。',
  },
  stopped: channel => `新文章不再發到 ${channel}。與此有關的記錄已刪除。`,
  nothingHere: '這個頻道沒有設定通知。',
  held: title => `《${title}》先不發，直到有人按「可以發了」。`,
  released: title => `《${title}》可以發了，沒有別的要等就會發出。`,
  resumed: channel => `會再試著發到 ${channel}。`,
  given: role => `好，有新文章時會提醒你（身分組 ${role}）。再按一次就不再提醒。`,
  taken: role => `好，有新文章時不再提醒你（身分組 ${role}）。再按一次就恢復提醒。`,
  outOfReach:
    '我不能發放這個身分組：它排在我的身分組之上，或者我沒有「管理身分組」權限，或者它帶有管理他人的權限。請告訴管理員。',
  managersOnly: '只有能管理伺服器的人可以這樣做。',
  notHere: '這裡沒有可以通知的頻道。在 Discord 伺服器裡，`/announce here` 把新文章發到頻道。',
  serversOnly: '只有伺服器裡的頻道可以接收新文章。',
};
