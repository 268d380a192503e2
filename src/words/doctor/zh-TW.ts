import type { DoctorWords } from './model.ts';

export const doctorZhTW: DoctorWords = {
  names: {
    configuration: '設定',
    node: 'Node',
    memory: '記憶體',
    cache: '快取',
    posts: '文章',
    database: '資料庫',
    discord: 'Discord',
    clock: '時鐘',
    application: '應用程式',
    servers: '伺服器',
    intents: '意圖',
    gateway: '閘道',
    endpoint: '端點',
    commands: '指令',
    channels: '頻道',
    home: '主頻道',
    invite: '邀請連結',
  },
  summary: (todo, hints) =>
    todo === 0
      ? `沒有必須處理的事${hints === 0 ? '' : `；${hints} 則提示`}。`
      : `${todo} 件事要處理（✗）${hints === 0 ? '' : `，${hints} 則提示（!）`}。`,
  late: seconds => `${seconds} 秒內沒有回應。請再試一次，或者看看記錄檔。`,
  unforeseen: reason => `沒能檢查：${reason}`,
  ways: {
    gateway: 'npm start 會連上閘道。',
    http: 'npm start 會開啟 HTTP 端點。',
    preview: 'npm start 只會開啟預覽。',
  },
  node: version => `${version}。`,
  oldNode: (version, least) => `${version} 太舊了：請安裝 Node ${least} 或更新的版本。`,
  memory: (free, total) => `共 ${total} MiB，可用 ${free} MiB。`,
  littleMemory: free => `只剩 ${free} MiB，Quoth 大約需要 200 MiB。請多給一些，或者關掉別的程式。`,
  cache: (folder, mebibytes) => `${folder} 可以寫入，現有 ${mebibytes} MiB。`,
  unwritable: (folder, detail) =>
    `${folder} 不能寫入（${detail}）。請給執行 Quoth 的使用者寫入權限，或者換一個資料夾。`,
  posts: (where, posts, hidden) =>
    `顯示 ${where} 裡的 ${posts} 篇文章${hidden === 0 ? '' : `，作者隱藏了 ${hidden} 篇`}。`,
  problems: (errors, warnings) =>
    `文章裡有 ${errors} 個錯誤、${warnings} 個警告：npm start -- check 會逐一指出。`,
  noPosts: where => `${where} 裡沒有可顯示的文章。請檢查 CONTENT，並執行 npm start -- check。`,
  sourceAway: reason => `文章沒能取來：${reason}`,
  database: version => `可以讀寫；資料表的版本是 ${version}。`,
  noDatabase: '還沒有：第一次啟動時會建立。',
  olderDatabase: (version, wanted) => `資料表的版本是 ${version}，下次啟動會升級到 ${wanted}。請先備份。`,
  newerDatabase: version =>
    `資料表的版本是 ${version}，由更新的 Quoth 建立。請啟動那個版本，或者把 DATABASE_URL 換成另一個。`,
  reached: (host, milliseconds) => `${host} 在 ${milliseconds} 毫秒內回應。`,
  unreachable: (host, reason, hasProxy) =>
    `連不上 ${host}：${reason}。${
      hasProxy
        ? '請檢查 HTTPS_PROXY。'
        : '在連不上 Discord 的地方，請把 HTTPS_PROXY 設為一個 HTTP 代理伺服器（http://127.0.0.1:7890），或者讓 Quoth 在 Cloudflare Workers 上執行。'
    }`,
  clock: '和 Discord 的一致。',
  wrongClock: seconds =>
    `比 Discord 的${seconds > 0 ? '快' : '慢'} ${Math.abs(seconds)} 秒。請用 NTP 校時（timedatectl set-ntp true）。`,
  noToken: '沒有設定 DISCORD_TOKEN。Developer Portal → 你的應用程式 → Bot → Reset Token，寫進 .env。',
  tokenRefused:
    'Discord 不接受這個 token。Developer Portal → 你的應用程式 → Bot → Reset Token，把新的完整寫進 DISCORD_TOKEN。',
  application: (name, id) => `token 屬於 ${name}（${id}）。`,
  otherApplication: id => `token 屬於另一個應用程式：請設定 DISCORD_APPLICATION_ID=${id}。`,
  servers: (count, names) => `${count} 個伺服器：${names.join('、')}${count > names.length ? '……' : '。'}`,
  noServers: '還不在任何伺服器裡：請開啟下面的邀請連結。',
  intents: '不需要，也沒有申請。',
  gateway: (shards, left, total) =>
    `依 Discord 的建議開 ${shards} 條連線；今天還能登入 ${left} 次（共 ${total} 次）。`,
  fewLogins: (shards, left, minutes) =>
    `啟動一次要登入 ${shards} 次，而 Discord 在 ${minutes} 分鐘內只准再登入 ${left} 次。在那之前請不要重新啟動 Quoth。`,
  endpoint: url => `Discord 會送到 ${url}，公鑰也對得上。`,
  noEndpoint:
    'Discord 還沒有地方可送。Developer Portal → 你的應用程式 → General Information → Interactions Endpoint URL：填你的 https 位址，以 /interactions 結尾。',
  otherKey:
    'DISCORD_PUBLIC_KEY 屬於另一個應用程式。Developer Portal → 你的應用程式 → General Information → Public Key。',
  unknownKey: '沒有 DISCORD_TOKEN，無法知道公鑰對不對。',
  endpointInTheWay: url =>
    `Discord 把互動送到了 ${url}，閘道什麼也收不到。請清空 Interactions Endpoint URL（Developer Portal → General Information），或者設定 DISCORD_PUBLIC_KEY。`,
  noEndpointNeeded: '沒有設定，用閘道時正該如此。',
  commands: count => `${count} 個都已正確註冊。`,
  drift: changes => `下次啟動，或者 npm start -- register，會寫入：${changes.join('；')}。`,
  channels: count => `${count} 個頻道會收到新文章，Quoth 在那裡的權限都夠。`,
  home: name => `其他伺服器可以追蹤 #${name}。`,
  noHome: (id, reason) => `HOME_CHANNEL=${id} 看不到（${reason}）：它是 Quoth 看得到的頻道的 ID 嗎？`,
  homeOfOtherKind: name => `HOME_CHANNEL 是 #${name}，它不是公告頻道：頻道設定 → 總覽 → 公告頻道。`,
  noChannels: '還沒有頻道會收到新文章：在頻道裡輸入 /announce here。',
  lacks: (channel, permissions) =>
    `Quoth 在 ${channel} 裡還缺：${permissions.join('、')}。頻道設定 → 權限 → Quoth。`,
  paused: (channel, detail) => `暫時不向 ${channel} 傳送：${detail}。在那裡用 /announce list 恢復。`,
  channelUnknown: (channel, reason) => `沒能檢查 ${channel}：${reason}。`,
  unchecked: count => `另有 ${count} 個頻道沒有檢查。`,
  failed: reason => `沒能詢問 Discord：${reason}。`,
};
