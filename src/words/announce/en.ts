import type { AnnounceWords } from './model.ts';

const plural = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

const refusals = {
  forbidden: 'Discord does not let me write there',
  gone: 'that channel is no longer there',
  refused: 'Discord refused the message',
};

const inForum =
  'Each becomes a thread of its own, named after the post. Once Discord has archived a thread, its buttons are for those who may write in it; the link works for all.';

const detailed = (detail: string) => (detail === '' ? '' : ` (${detail})`);

export const announceEn: AnnounceWords = {
  commands: {
    announce: 'Tell channels of new posts',
    here: 'Announce new posts in this channel',
    now: 'Announce a post here now',
    list: 'Channels that are told of new posts, and what waits',
    stop: 'Announce nothing more in this channel',
    test: 'Send here what an announcement looks like',
    why: 'Why a post was or was not announced here',
  },
  permissions: {
    ViewChannel: 'View Channel',
    SendMessages: 'Send Messages',
    SendMessagesInThreads: 'Send Messages in Threads',
    EmbedLinks: 'Embed Links',
    ReadMessageHistory: 'Read Message History',
    CreatePublicThreads: 'Create Public Threads',
    ManageMessages: 'Manage Messages',
    ManageRoles: 'Manage Roles',
    ManageWebhooks: 'Manage Webhooks',
    MentionEveryone: 'Mention @everyone, @here and All Roles',
  },
  buttons: {
    notify: 'Notify me',
    sendNewest: 'Send newest now',
    sendThis: 'Send this one',
    sendNow: 'Send now',
    hold: 'Hold',
    release: 'Release',
    resume: 'Resume',
    stop: 'Stop',
    list: 'All channels',
    moreChannels: 'More channels',
  },
  help: 'Admins: `/announce here` tells a channel of new posts (only those who may use it see this line)',
  message: {
    newPost: title => `New post: ${title}`,
    newPosts: count => plural(count, 'new post'),
    more: count => `and ${count} more`,
    withdrawn: 'The author withdrew this post.',
    test: 'A test: announcements will look like this.',
  },
  here: {
    set: ({ where, role, minutes }) =>
      `New posts will appear ${where === undefined ? 'here' : `in ${where}`}${role ? ` and mention ${role}` : ''}, ${
        minutes === 0
          ? 'as soon as they are published.'
          : `${plural(minutes, 'minute')} after they are published, so that typos can be mended.`
      }`,
    kinds: {
      text: '',
      announcement: 'Each is published to the channels that follow this one.',
      forum: inForum,
      media: inForum,
      thread: '',
    },
    thread: 'A thread for talk is opened on each.',
    noThread: 'In a thread no other can be opened, so there is none on each.',
    onlyTagged: tag => `Only posts with the tag ${tag}.`,
    lacks: permissions =>
      `Here I still lack: ${permissions.join(', ')}. Channel settings → Permissions → Quoth.`,
    untilThen: 'Until then nothing can be sent; there is no need to use this command again.',
    without: {
      ReadMessageHistory:
        'Without Read Message History I cannot look whether an announcement arrived that Discord did not confirm.',
      CreatePublicThreads: 'Without Create Public Threads none is opened.',
    },
    everyone:
      'Nothing was set: @everyone is never mentioned. Choose a role of those who want to be told, such as one called Readers.',
    noSuchRole: 'Nothing was set: that role is no longer in this server.',
    noSuchTag: (typed, nearest) =>
      `Nothing was set: no post has the tag “${typed}”.${nearest.length > 0 ? ` There are: ${nearest.join(', ')}.` : ''}`,
    notMentionable: role =>
      `${role} will be shown, yet nobody notified: I may not mention it. Server Settings → Roles → that role → “Allow anyone to @mention this role”; or give me “Mention @everyone, @here and All Roles”.`,
    notManageable: role =>
      `Announcements carry no *Notify me*: I do not give ${role} to readers, since it stands above my role, I lack Manage Roles, or it gives power over others. Server Settings → Roles: drag mine above it, or choose a role without such permissions, then use this command again.`,
    otherKind:
      'Nothing can be announced in a channel of this kind. Use `/announce here` in a text, announcement or forum channel, or in a thread.',
    needsTag: (shared, forum, posts) =>
      shared.length > 0
        ? `This forum takes no thread without a tag. A post gets those of its tags that the forum has as well: ${shared.join(', ')}. A post with none of them cannot appear.`
        : `This forum takes no thread without a tag, and none of its tags is one of the posts’${forum.length > 0 ? ` (it has: ${forum.join(', ')})` : ''}. Give it one of the same name${posts.length > 0 ? `, such as ${posts.join(', ')}` : ''}, or turn off “Require people to select tags when posting”.`,
    looksLike: 'The next one will look like this:',
  },
  follow: {
    set: 'This channel now follows Quoth’s home channel: what is announced there appears here as well, as a text with a preview, without buttons.',
    already: 'This channel follows Quoth’s home channel already.',
    instead: 'What was set here before is ended, so that no post appears twice.',
    unfollow: 'To end it: Server Settings → Integrations → Channels Followed.',
    unfollowToo:
      'Where it follows Quoth’s home channel, Server Settings → Integrations → Channels Followed ends that.',
    noHome:
      'Nothing was set: there is no home channel to follow. Who runs Quoth names one in HOME_CHANNEL; without `follow`, `/announce here` works all the same.',
    everyPost:
      'Nothing was set: who follows gets every post as it is announced at home, so that neither tag nor role nor thread can be chosen. Leave out `follow`, or leave out these.',
    otherKind:
      'Nothing was set: Discord lets only text channels follow another. Use `/announce here` without `follow` here.',
    isHome:
      'Nothing was set: this is the home channel itself, which others follow. `/announce here` without `follow` announces in it.',
    full: 'Nothing was set: this channel has as many webhooks as Discord allows (15). Delete one: channel settings → Integrations → Webhooks.',
    lostHome: detail =>
      `Nothing was set: Quoth’s home channel cannot be followed${detailed(detail)}. Who runs Quoth should check HOME_CHANNEL: an announcement channel that Quoth sees.`,
  },
  sent: {
    done: url => `Announced: ${url}`,
    test: url => `The test is there, and has notified nobody: ${url}`,
    already: url => `Already announced: ${url}`,
    later: detail => `On its way: Discord has not taken it yet${detailed(detail)}, so it is tried again.`,
    refused: (because, detail) =>
      `Not sent: ${refusals[because]}${detailed(detail)}. \`/announce here\` says what is missing.`,
    nowhere: title => `“${title}” waits in no channel of this server any more.`,
  },
  list: {
    heading: channels => `Announcements · ${plural(channels, 'channel')}`,
    none: 'No channel of this server is told of new posts yet. Use `/announce here` in the channel that should be.',
    allPosts: 'all posts',
    threads: 'a thread on each',
    madeBy: (user, day) => `set by ${user} on ${day}`,
    newest: (url, title, when) => `[Last](<${url}>): ${title} ${when}`,
    paused: (because, detail, when) => `**Paused** ${when}: ${refusals[because]}${detailed(detail)}.`,
    waiting: 'Waiting',
    inChannels: channels => `in ${channels.join(', ')}`,
    moreWaiting: count => `and ${plural(count, 'more post')}`,
    lostPost: 'a post that is no longer here',
  },
  waits: {
    known: 'was there when Quoth first started, and is not announced by itself',
    undated: 'has no date, and is not announced by itself: give it one',
    old: 'is dated too far back to be announced by itself',
    withdrawn: 'was withdrawn by its author',
    earlier: 'went out before this channel was told of new posts',
    twin: 'does not go here: this channel gets the version in its own language',
    quiet: when => `goes out ${when}, if it does not change until then`,
    address: when => `waits until its address answers, at most until ${when}`,
    release: (user, when) => `is held: ${user} stopped it ${when}`,
    sending: 'is on its way',
  },
  why: {
    heading: title => `“${title}”, in this channel`,
    seen: when => `Quoth first saw it ${when}.`,
    visible: 'Readers may see it.',
    hidden: 'Its author keeps it from readers, so it is not announced.',
    hiddenUntil: when => `Readers may not see it before ${when}.`,
    waiting: why => `It ${why}.`,
    tagged: tag => `It has the tag ${tag}, which this channel asks for.`,
    untagged: tag => `This channel takes only posts with the tag ${tag}, which it has not.`,
    due: 'It is due and goes out with the next round.',
    claimed: 'It is being sent.',
    sentAt: (when, url) => `It was announced ${when}${url ? `: ${url}` : ''}.`,
    editedAt: when => `The announcement was corrected ${when}.`,
    unsure:
      'It was sent, but Discord’s answer was lost. Whether it arrived is looked up before anything else.',
    refused: detail => `Discord refused it${detailed(detail)}.`,
    withdrawn: 'It was withdrawn, and so was what the announcement said.',
    unsubscribed: 'This channel is not told of new posts. `/announce here` changes that.',
  },
  tools: {
    noChannel: 'No channel is told of new posts yet: `/announce here`, in Discord, has one told.',
    unseen: 'Quoth has not met it yet: it is noted when Quoth next runs with a bot token.',
    noLinks: 'No post was announced yet.',
  },
  stopped: channel => `New posts no longer appear in ${channel}. What was kept about that is deleted.`,
  nothingHere: 'Nothing is announced in this channel.',
  held: title => `“${title}” is held: it is announced nowhere until somebody releases it.`,
  released: title => `“${title}” is released, and goes out as soon as nothing else holds it.`,
  resumed: channel => `Trying again in ${channel}.`,
  given: role => `Done: new posts will mention you (role ${role}). Press again to stop.`,
  taken: role => `Done: new posts no longer mention you (role ${role}). Press again to be told.`,
  outOfReach:
    'I do not give that role: it stands above mine, I lack Manage Roles, or it gives power over others. Please tell an admin.',
  managersOnly: 'Only those who may manage the server can do that.',
  notHere:
    'Nothing can be announced here. In a Discord server, `/announce here` tells a channel of new posts.',
  serversOnly: 'Only channels of a server are told of new posts.',
};
