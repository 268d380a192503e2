import type { DoctorWords } from './model.ts';

const counted = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`;

export const doctorEn: DoctorWords = {
  names: {
    configuration: 'Configuration',
    node: 'Node',
    memory: 'Memory',
    cache: 'Cache',
    posts: 'Posts',
    database: 'Database',
    discord: 'Discord',
    clock: 'Clock',
    application: 'Application',
    servers: 'Servers',
    intents: 'Intents',
    gateway: 'Gateway',
    endpoint: 'Endpoint',
    commands: 'Commands',
    channels: 'Channels',
    home: 'Home channel',
    invite: 'Invite link',
  },
  summary: (todo, hints) =>
    todo === 0
      ? `Nothing must be done${hints === 0 ? '' : `; ${counted(hints, 'hint')}`}.`
      : `${counted(todo, 'thing')} to do (✗)${hints === 0 ? '' : `, ${counted(hints, 'hint')} (!)`}.`,
  late: seconds => `There was no answer within ${counted(seconds, 'second')}. Try again, or look at the log.`,
  unforeseen: reason => `This could not be looked at: ${reason}`,
  ways: {
    gateway: 'npm start connects to the gateway.',
    http: 'npm start opens the HTTP endpoint.',
    preview: 'npm start opens the preview alone.',
  },
  node: version => `${version}.`,
  oldNode: (version, least) => `${version} is too old: install Node ${least} or later.`,
  memory: (free, total) => `${free} of ${total} MiB are free.`,
  littleMemory: free =>
    `Only ${free} MiB are free, and Quoth wants about 200. Give it more, or end what else runs.`,
  cache: (folder, mebibytes) => `${folder} can be written to; it holds ${mebibytes} MiB.`,
  unwritable: (folder, detail) =>
    `${folder} cannot be written to (${detail}). Give Quoth’s user the right to, or name another folder.`,
  posts: (where, posts, hidden) =>
    `${counted(posts, 'post')} served from ${where}${hidden === 0 ? '' : `, ${hidden} hidden by their authors`}.`,
  problems: (errors, warnings) =>
    `${counted(errors, 'error')} and ${counted(warnings, 'warning')} in posts: npm start -- check names them.`,
  noPosts: where => `No post is served from ${where}. Check CONTENT, and npm start -- check.`,
  sourceAway: reason => `The posts could not be brought: ${reason}`,
  database: version => `It can be read and written; its tables are of version ${version}.`,
  noDatabase: 'There is none yet: it is made at the first start.',
  olderDatabase: (version, wanted) =>
    `Its tables are of version ${version}; the next start brings them to ${wanted}. Back it up before.`,
  newerDatabase: version =>
    `Its tables are of version ${version}, made by a newer Quoth. Start that one, or set DATABASE_URL to another.`,
  reached: (host, milliseconds) => `${host} answers in ${milliseconds} ms.`,
  unreachable: (host, reason, hasProxy) =>
    `${host} cannot be reached: ${reason}. ${
      hasProxy
        ? 'Check HTTPS_PROXY.'
        : 'If Discord is blocked where you are, set HTTPS_PROXY to an HTTP proxy (http://127.0.0.1:7890), or run Quoth on Cloudflare Workers.'
    }`,
  clock: 'It agrees with Discord’s.',
  wrongClock: seconds =>
    `It is ${counted(Math.abs(seconds), 'second')} ${seconds > 0 ? 'ahead of' : 'behind'} Discord’s. Have it set by NTP (timedatectl set-ntp true).`,
  noToken:
    'DISCORD_TOKEN is not set. Developer Portal → your application → Bot → Reset Token; put it into .env.',
  tokenRefused:
    'Discord does not accept the token. Developer Portal → your application → Bot → Reset Token, and copy the new one whole into DISCORD_TOKEN.',
  application: (name, id) => `The token is that of ${name} (${id}).`,
  otherApplication: id => `The token is that of another application: set DISCORD_APPLICATION_ID=${id}.`,
  servers: (count, names) =>
    `${counted(count, 'server')}: ${names.join(', ')}${count > names.length ? '…' : '.'}`,
  noServers: 'It is in no server yet: open the invite link below.',
  intents: 'None are needed; none are asked for.',
  gateway: (shards, left, total) =>
    `${counted(shards, 'connection')}, as Discord would have it; ${left} of ${total} logins are left today.`,
  fewLogins: (shards, left, minutes) =>
    `A start takes ${counted(shards, 'login')}, and Discord grants only ${left} more within ${counted(minutes, 'minute')}. Do not start Quoth anew until then.`,
  endpoint: url => `Discord posts to ${url}, and the public key fits.`,
  noEndpoint:
    'Discord posts nowhere yet. Developer Portal → your application → General Information → Interactions Endpoint URL: your https address with /interactions at its end.',
  otherKey:
    'DISCORD_PUBLIC_KEY is that of another application. Developer Portal → your application → General Information → Public Key.',
  unknownKey: 'Whether the public key fits is not known without DISCORD_TOKEN.',
  endpointInTheWay: url =>
    `Discord posts interactions to ${url}, so the gateway is given none. Empty Interactions Endpoint URL (Developer Portal → General Information), or set DISCORD_PUBLIC_KEY.`,
  noEndpointNeeded: 'None is set, as the gateway wants it.',
  commands: count => `All ${count} are registered as they should be.`,
  drift: changes => `The next start, or npm start -- register, will write: ${changes.join('; ')}.`,
  channels: count =>
    `${counted(count, 'channel is', 'channels are')} told of new posts; Quoth may do there what it needs.`,
  home: name => `Other servers can follow #${name}.`,
  noHome: (id, reason) =>
    `HOME_CHANNEL=${id} could not be looked at (${reason}): is it the id of a channel that Quoth sees?`,
  homeOfOtherKind: name =>
    `HOME_CHANNEL names #${name}, which is no announcement channel: channel settings → Overview → Announcement Channel.`,
  noChannels: 'None is told of new posts: /announce here, in a channel, has it told.',
  lacks: (channel, permissions) =>
    `In ${channel} Quoth lacks ${permissions.join(', ')}: channel settings → Permissions → Quoth.`,
  paused: (channel, detail) =>
    `Nothing is sent to ${channel} for now: ${detail}. /announce list, there, resumes it.`,
  channelUnknown: (channel, reason) => `${channel} could not be looked at: ${reason}.`,
  unchecked: count => `${counted(count, 'more channel was', 'more channels were')} not looked at.`,
  failed: reason => `Discord could not be asked: ${reason}.`,
};
