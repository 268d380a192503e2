import type { DoctorWords } from './model.ts';

export const doctorZhCN: DoctorWords = {
  names: {
    configuration: '配置',
    node: 'Node',
    memory: '内存',
    cache: '缓存',
    posts: '文章',
    database: '数据库',
    discord: 'Discord',
    clock: '时钟',
    application: '应用',
    servers: '服务器',
    intents: '意图',
    gateway: '网关',
    endpoint: '端点',
    commands: '命令',
    channels: '频道',
    home: '主频道',
    invite: '邀请链接',
  },
  summary: (todo, hints) =>
    todo === 0
      ? `没有必须处理的事${hints === 0 ? '' : `；${hints} 条提示`}。`
      : `${todo} 件事要处理（✗）${hints === 0 ? '' : `，${hints} 条提示（!）`}。`,
  late: seconds => `${seconds} 秒内没有回应。请再试一次，或者看看日志。`,
  unforeseen: reason => `没能检查：${reason}`,
  ways: {
    gateway: 'npm start 会连接网关。',
    http: 'npm start 会打开 HTTP 端点。',
    preview: 'npm start 只会打开预览。',
  },
  node: version => `${version}。`,
  oldNode: (version, least) => `${version} 太旧了：请安装 Node ${least} 或更新的版本。`,
  memory: (free, total) => `共 ${total} MiB，空闲 ${free} MiB。`,
  littleMemory: free => `只剩 ${free} MiB，Quoth 大约需要 200 MiB。请多给一些，或者关掉别的程序。`,
  cache: (folder, mebibytes) => `${folder} 可以写入，现有 ${mebibytes} MiB。`,
  unwritable: (folder, detail) =>
    `${folder} 不能写入（${detail}）。请给运行 Quoth 的用户写入权限，或者换一个文件夹。`,
  posts: (where, posts, hidden) =>
    `显示 ${where} 里的 ${posts} 篇文章${hidden === 0 ? '' : `，作者隐藏了 ${hidden} 篇`}。`,
  problems: (errors, warnings) =>
    `文章里有 ${errors} 个错误、${warnings} 个警告：npm start -- check 会逐一指出。`,
  noPosts: where => `${where} 里没有可显示的文章。请检查 CONTENT，并运行 npm start -- check。`,
  sourceAway: reason => `文章没能取来：${reason}`,
  database: version => `可以读写；表的版本是 ${version}。`,
  noDatabase: '还没有：第一次启动时会建立。',
  olderDatabase: (version, wanted) => `表的版本是 ${version}，下次启动会升级到 ${wanted}。请先备份。`,
  newerDatabase: version =>
    `表的版本是 ${version}，由更新的 Quoth 建立。请启动那个版本，或者把 DATABASE_URL 换成另一个。`,
  reached: (host, milliseconds) => `${host} 在 ${milliseconds} 毫秒内回应。`,
  unreachable: (host, reason, hasProxy) =>
    `连不上 ${host}：${reason}。${
      hasProxy
        ? '请检查 HTTPS_PROXY。'
        : '在中国大陆等连不上 Discord 的地方，请把 HTTPS_PROXY 设为一个 HTTP 代理（http://127.0.0.1:7890），或者让 Quoth 运行在 Cloudflare Workers 上。'
    }`,
  clock: '和 Discord 的一致。',
  wrongClock: seconds =>
    `比 Discord 的${seconds > 0 ? '快' : '慢'} ${Math.abs(seconds)} 秒。请用 NTP 校时（timedatectl set-ntp true）。`,
  noToken: '没有设置 DISCORD_TOKEN。Developer Portal → 你的应用 → Bot → Reset Token，写进 .env。',
  tokenRefused:
    'Discord 不接受这个 token。Developer Portal → 你的应用 → Bot → Reset Token，把新的完整写进 DISCORD_TOKEN。',
  application: (name, id) => `token 属于 ${name}（${id}）。`,
  otherApplication: id => `token 属于另一个应用：请设置 DISCORD_APPLICATION_ID=${id}。`,
  servers: (count, names) => `${count} 个服务器：${names.join('、')}${count > names.length ? '……' : '。'}`,
  noServers: '还不在任何服务器里：请打开下面的邀请链接。',
  intents: '不需要，也没有申请。',
  gateway: (shards, left, total) =>
    `按 Discord 的建议开 ${shards} 条连接；今天还能登录 ${left} 次（共 ${total} 次）。`,
  fewLogins: (shards, left, minutes) =>
    `启动一次要登录 ${shards} 次，而 Discord 在 ${minutes} 分钟内只准再登录 ${left} 次。在那之前请不要重启 Quoth。`,
  endpoint: url => `Discord 会发到 ${url}，公钥也对得上。`,
  noEndpoint:
    'Discord 还没有地方可发。Developer Portal → 你的应用 → General Information → Interactions Endpoint URL：填你的 https 地址，以 /interactions 结尾。',
  otherKey:
    'DISCORD_PUBLIC_KEY 属于另一个应用。Developer Portal → 你的应用 → General Information → Public Key。',
  unknownKey: '没有 DISCORD_TOKEN，无法知道公钥对不对。',
  endpointInTheWay: url =>
    `Discord 把交互发到了 ${url}，网关什么也收不到。请清空 Interactions Endpoint URL（Developer Portal → General Information），或者设置 DISCORD_PUBLIC_KEY。`,
  noEndpointNeeded: '没有设置，用网关时正该如此。',
  commands: count => `${count} 个都已正确注册。`,
  drift: changes => `下次启动，或者 npm start -- register，会写入：${changes.join('；')}。`,
  channels: count => `${count} 个频道会收到新文章，Quoth 在那里的权限都够。`,
  home: name => `其他服务器可以关注 #${name}。`,
  noHome: (id, reason) => `HOME_CHANNEL=${id} 看不到（${reason}）：它是 Quoth 看得到的频道的 ID 吗？`,
  homeOfOtherKind: name => `HOME_CHANNEL 是 #${name}，它不是公告频道：频道设置 → 概况 → 公告频道。`,
  noChannels: '还没有频道会收到新文章：在频道里输入 /announce here。',
  lacks: (channel, permissions) =>
    `Quoth 在 ${channel} 里还缺：${permissions.join('、')}。频道设置 → 权限 → Quoth。`,
  paused: (channel, detail) => `暂时不向 ${channel} 发送：${detail}。在那里用 /announce list 恢复。`,
  channelUnknown: (channel, reason) => `没能检查 ${channel}：${reason}。`,
  unchecked: count => `另有 ${count} 个频道没有检查。`,
  failed: reason => `没能询问 Discord：${reason}。`,
};
