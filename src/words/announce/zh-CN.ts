import type { AnnounceWords } from './model.ts';

const refusals = {
  forbidden: 'Discord 不让我在那里发消息',
  gone: '那个频道已经不在了',
  refused: 'Discord 没有接受这条消息',
};

const inForum =
  '每篇文章是一个帖子，以文章标题为名。帖子被 Discord 归档以后，只有能在里面发言的人能按按钮；链接谁都能打开。';

const detailed = (detail: string) => (detail === '' ? '' : `（${detail}）`);

export const announceZhCN: AnnounceWords = {
  commands: {
    announce: '把新文章通知到频道',
    here: '把新文章发到这个频道',
    now: '现在就在这里发布某篇文章的通知',
    list: '哪些频道会收到新文章，还有什么在等',
    stop: '不再把新文章发到这个频道',
    test: '在这里试发一条，看看通知的样子',
    why: '某篇文章为什么发了，或者没发到这里',
  },
  permissions: {
    ViewChannel: '查看频道',
    SendMessages: '发送消息',
    SendMessagesInThreads: '在子区内发送消息',
    EmbedLinks: '嵌入链接',
    ReadMessageHistory: '阅读消息历史记录',
    CreatePublicThreads: '创建公共子区',
    ManageMessages: '管理消息',
    ManageRoles: '管理身份组',
    ManageWebhooks: '管理 Webhook',
    MentionEveryone: '提及 @everyone、@here 和所有身份组',
  },
  buttons: {
    notify: '新文章通知我',
    sendNewest: '现在发最新一篇',
    sendThis: '就发这篇',
    sendNow: '现在就发',
    hold: '先别发',
    release: '可以发了',
    resume: '恢复',
    stop: '停止',
    list: '全部频道',
    moreChannels: '更多频道',
  },
  help: '管理员：`/announce here` 把新文章发到当前频道（只有有权限的人看得到这一行）',
  message: {
    newPost: title => `新文章：${title}`,
    newPosts: count => `${count} 篇新文章`,
    more: count => `还有 ${count} 篇`,
    withdrawn: '这篇文章已由作者撤回。',
    test: '这是试发：以后的通知就是这个样子。',
  },
  here: {
    set: ({ where, role, minutes }) =>
      `新文章会发到${where === undefined ? '这里' : ` ${where}`}${role ? `，并提醒 ${role}` : ''}。${
        minutes === 0 ? '发布后马上就发。' : `发布后等 ${minutes} 分钟再发，方便你改错字。`
      }`,
    kinds: {
      text: '',
      announcement: '每条都会发布给关注这个频道的频道。',
      forum: inForum,
      media: inForum,
      thread: '',
    },
    thread: '每条通知下面会开一个子区，供大家讨论。',
    noThread: '子区里不能再开子区，所以通知下面不会有。',
    onlyTagged: tag => `只发带标签 ${tag} 的文章。`,
    lacks: permissions => `我在这里还缺：${permissions.join('、')}。频道设置 → 权限 → Quoth。`,
    untilThen: '补上之前什么也发不出来；补上之后不用再输入一次命令。',
    without: {
      ReadMessageHistory: '没有“阅读消息历史记录”，Discord 没有确认的通知，我就看不到它发出去了没有。',
      CreatePublicThreads: '没有“创建公共子区”，就不会开子区。',
    },
    everyone: '没有设置：@everyone 会打扰所有人，不能提醒。请选一个给想收通知的人用的身份组，比如“读者”。',
    noSuchRole: '没有设置：服务器里已经没有这个身份组了。',
    noSuchTag: (typed, nearest) =>
      `没有设置：没有文章带标签“${typed}”。${nearest.length > 0 ? `现有的标签：${nearest.join('、')}。` : ''}`,
    notMentionable: role =>
      `通知里会写 ${role}，但不会有人收到提醒：我不能提及它。服务器设置 → 身份组 → 这个身份组 → 打开“允许任何人提及此身份组”；或者给我“提及 @everyone、@here 和所有身份组”权限。`,
    notManageable: role =>
      `通知里不会有“新文章通知我”按钮：我不能发放 ${role}，因为它排在我的身份组之上，或者我没有“管理身份组”权限，或者它带有管理他人的权限。服务器设置 → 身份组：把我的拖到它上面，或者另选一个没有这类权限的身份组，再输入一次命令。`,
    otherKind: '这种频道里不能发通知。请在文字频道、公告频道、论坛频道或子区里用 `/announce here`。',
    needsTag: (shared, forum, posts) =>
      shared.length > 0
        ? `这个论坛要求每个帖子带标签。文章的标签里论坛也有的会带上：${shared.join('、')}。一个都没有的文章发不出来。`
        : `这个论坛要求每个帖子带标签，但它的标签和文章的标签没有一个同名${forum.length > 0 ? `（它有：${forum.join('、')}）` : ''}。请在论坛里加一个同名的标签${posts.length > 0 ? `，比如 ${posts.join('、')}` : ''}，或者关掉“发帖时必须选择标签”。`,
    looksLike: '下一条通知会是这个样子：',
  },
  follow: {
    set: '这个频道已经关注 Quoth 的主频道：那里发的通知会同样出现在这里，有文字和预览，没有按钮。',
    already: '这个频道已经在关注 Quoth 的主频道。',
    instead: '之前在这里设置的通知已停用，免得一篇出现两次。',
    unfollow: '取消：服务器设置 → 整合 → 已关注的频道。',
    unfollowToo: '如果它关注了 Quoth 的主频道，请在“服务器设置 → 整合 → 已关注的频道”里取消。',
    noHome:
      '什么也没有设置：没有可以关注的主频道。主频道由运行 Quoth 的人用 HOME_CHANNEL 指定；不带“关注”的 `/announce here` 照样能用。',
    everyPost:
      '什么也没有设置：关注以后，主频道发什么这里就有什么，不能选标签、身份组，也不能开子区。请去掉“关注”，或者去掉这些选项。',
    otherKind:
      '什么也没有设置：Discord 只允许文字频道关注别的频道。在这里请用不带“关注”的 `/announce here`。',
    isHome: '什么也没有设置：这里就是供人关注的主频道。要在这里发通知，用不带“关注”的 `/announce here`。',
    full: '什么也没有设置：这个频道的 Webhook 已经到了 Discord 的上限（15 个）。请删掉一个：频道设置 → 整合 → Webhook。',
    lostHome: detail =>
      `什么也没有设置：Quoth 的主频道关注不了${detailed(detail)}。请运行 Quoth 的人检查 HOME_CHANNEL：它应当是 Quoth 看得到的公告频道。`,
  },
  sent: {
    done: url => `发出去了：${url}`,
    test: url => `试发好了，没有提醒任何人：${url}`,
    already: url => `这篇已经发过了：${url}`,
    later: detail => `正在发：Discord 还没有接受${detailed(detail)}，会再试。`,
    refused: (because, detail) =>
      `没有发出去：${refusals[because]}${detailed(detail)}。用 \`/announce here\` 看看缺什么。`,
    nowhere: title => `《${title}》在这个服务器里已经没有频道在等了。`,
  },
  list: {
    heading: channels => `新文章通知 · ${channels} 个频道`,
    none: '这个服务器里还没有频道接收新文章。在想要的频道里用 `/announce here`。',
    allPosts: '全部文章',
    threads: '开讨论',
    madeBy: (user, day) => `由 ${user} 在 ${day} 设置`,
    newest: (url, title, when) => `[最近一条](<${url}>)：${title} ${when}`,
    paused: (because, detail, when) => `**暂停** ${when}：${refusals[because]}${detailed(detail)}。`,
    waiting: '在等的文章',
    inChannels: channels => `发到 ${channels.join('、')}`,
    moreWaiting: count => `还有 ${count} 篇`,
    lostPost: '一篇已经不在了的文章',
  },
  waits: {
    known: 'Quoth 第一次启动时就在，不会自动通知',
    undated: '没有日期，不会自动通知：给它写上日期',
    old: '日期太久以前，不会自动通知',
    withdrawn: '已由作者撤回',
    earlier: '在这个频道开始接收新文章之前就发过了',
    twin: '不发到这里：这个频道收的是另一种语言的版本',
    quiet: when => `${when}发出，如果到那时没有再改`,
    address: when => `等它的网址能打开，最晚等到 ${when}`,
    release: (user, when) => `${user} 说先别发，${when}`,
    sending: '正在发',
  },
  why: {
    heading: title => `《${title}》在这个频道`,
    seen: when => `Quoth 第一次看到它是 ${when}。`,
    visible: '读者可以看到它。',
    hidden: '作者没有公开它，所以不会通知。',
    hiddenUntil: when => `${when} 之前读者看不到它。`,
    waiting: why => `${why}。`,
    tagged: tag => `它带有这个频道要的标签 ${tag}。`,
    untagged: tag => `这个频道只要带标签 ${tag} 的文章，它没有。`,
    due: '轮到它了，下一轮就发。',
    claimed: '正在发。',
    sentAt: (when, url) => `${when} 发出去了${url ? `：${url}` : ''}。`,
    editedAt: when => `${when} 按改过的文章更正了通知。`,
    unsure: '发过，但没收到 Discord 的答复。会先看它是不是已经在那里。',
    refused: detail => `Discord 没有接受${detailed(detail)}。`,
    withdrawn: '文章已撤回，通知里的内容也撤下了。',
    unsubscribed: '这个频道不接收新文章。用 `/announce here` 设置。',
  },
  tools: {
    noChannel: '还没有频道接收新文章：在 Discord 的频道里用 `/announce here` 设置。',
    unseen: 'Quoth 还没有见过它：下次带着机器人令牌运行时会记下。',
    noLinks: '还没有通知过文章。',
  },
  stopped: channel => `新文章不再发到 ${channel}。与此有关的记录已删除。`,
  nothingHere: '这个频道没有设置通知。',
  held: title => `《${title}》先不发，直到有人按“可以发了”。`,
  released: title => `《${title}》可以发了，没有别的要等就会发出。`,
  resumed: channel => `会再试着发到 ${channel}。`,
  given: role => `好，有新文章时会提醒你（身份组 ${role}）。再按一次就不再提醒。`,
  taken: role => `好，有新文章时不再提醒你（身份组 ${role}）。再按一次就恢复提醒。`,
  outOfReach:
    '我不能发放这个身份组：它排在我的身份组之上，或者我没有“管理身份组”权限，或者它带有管理他人的权限。请告诉管理员。',
  managersOnly: '只有能管理服务器的人可以这样做。',
  notHere: '这里没有可以通知的频道。在 Discord 服务器里，`/announce here` 把新文章发到频道。',
  serversOnly: '只有服务器里的频道可以接收新文章。',
};
