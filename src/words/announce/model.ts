/** Permissions that announcing may need, by the names of Discord's API. */
export type PermissionName =
  | 'ViewChannel'
  | 'SendMessages'
  | 'SendMessagesInThreads'
  | 'EmbedLinks'
  | 'ReadMessageHistory'
  | 'CreatePublicThreads'
  | 'ManageMessages'
  | 'ManageRoles'
  | 'ManageWebhooks'
  | 'MentionEveryone';

/**
 * Why Discord does not take an announcement. `forbidden`: Quoth may not write there; `gone`: no such channel; `refused`:
 * Discord refused the message.
 */
export type Refusal = 'forbidden' | 'gone' | 'refused';

/** Where posts can be announced. A thread may belong to any channel but a forum, which is subscribed as a whole. */
export type ChannelKind = 'text' | 'announcement' | 'forum' | 'media' | 'thread';

/**
 * What is said of announcements, in one language. But for names, labels and descriptions, which are plain text, this is
 * Discord Markdown, and so are the arguments: mentions, times, links, escaped text.
 */
export interface AnnounceWords {
  /** Descriptions in the command picker, at most 100 characters. */
  readonly commands: Readonly<Record<'announce' | 'here' | 'now' | 'list' | 'stop' | 'test' | 'why', string>>;
  /** As Discord's clients call them. */
  readonly permissions: Readonly<Record<PermissionName, string>>;
  readonly buttons: {
    readonly notify: string;
    readonly sendNewest: string;
    /** Sends the post that was guessed. */
    readonly sendThis: string;
    readonly sendNow: string;
    readonly hold: string;
    readonly release: string;
    readonly resume: string;
    readonly stop: string;
    readonly list: string;
    readonly moreChannels: string;
  };
  /** The line of `/help` for those who may manage the server. */
  readonly help: string;
  /** In the announcements themselves. */
  readonly message: {
    readonly newPost: (title: string) => string;
    readonly newPosts: (count: number) => string;
    /** Below as many posts as fit. */
    readonly more: (count: number) => string;
    /** All that is left of an announcement. */
    readonly withdrawn: string;
    /** Above what is only a test. */
    readonly test: string;
  };
  /** What `/announce here` answers. */
  readonly here: {
    /** `where` is another channel than the one that was asked in; `minutes` is how long a post must be unchanged. */
    readonly set: (told: {
      readonly where: string | undefined;
      readonly role: string | undefined;
      readonly minutes: number;
    }) => string;
    readonly kinds: Readonly<Record<ChannelKind, string>>;
    readonly thread: string;
    /** Where a thread on each was asked for in a thread. */
    readonly noThread: string;
    readonly onlyTagged: (tag: string) => string;
    readonly lacks: (permissions: readonly string[]) => string;
    /** After what is lacking, where nothing can be sent without it. */
    readonly untilThen: string;
    /** What follows where only that is lacking. */
    readonly without: Readonly<Partial<Record<PermissionName, string>>>;
    readonly everyone: string;
    readonly noSuchRole: string;
    readonly noSuchTag: (typed: string, nearest: readonly string[]) => string;
    readonly notMentionable: (role: string) => string;
    readonly notManageable: (role: string) => string;
    readonly otherKind: string;
    /** A forum that demands one of its tags: those that the posts have too, those that it has, some of the posts'. */
    readonly needsTag: (
      shared: readonly string[],
      forum: readonly string[],
      posts: readonly string[],
    ) => string;
    readonly looksLike: string;
  };
  /** What `/announce here` answers where it is to follow the home channel. */
  readonly follow: {
    readonly set: string;
    readonly already: string;
    /** Where the channel was told of new posts by itself before. */
    readonly instead: string;
    /** How to end it. */
    readonly unfollow: string;
    /** Of a channel of which it is not known whether it follows: how to end it. */
    readonly unfollowToo: string;
    readonly noHome: string;
    readonly everyPost: string;
    readonly otherKind: string;
    readonly isHome: string;
    readonly full: string;
    /** The home channel is not there, or is none that can be followed. */
    readonly lostHome: (detail: string) => string;
  };
  /** What came of sending at once. */
  readonly sent: {
    readonly done: (url: string) => string;
    readonly test: (url: string) => string;
    readonly already: (url: string) => string;
    readonly later: (detail: string) => string;
    readonly refused: (because: Refusal, detail: string) => string;
    readonly nowhere: (title: string) => string;
  };
  readonly list: {
    readonly heading: (channels: number) => string;
    readonly none: string;
    readonly allPosts: string;
    readonly threads: string;
    readonly madeBy: (user: string, day: string) => string;
    readonly newest: (url: string, title: string, when: string) => string;
    readonly paused: (because: Refusal, detail: string, when: string) => string;
    readonly waiting: string;
    /** Where a post waits, where that is not all of the server's channels. */
    readonly inChannels: (channels: readonly string[]) => string;
    readonly moreWaiting: (count: number) => string;
    /** A post that waits and is in the blog no more. */
    readonly lostPost: string;
  };
  /** Why a post waits, or is never announced, as it stands after the post's title. */
  readonly waits: {
    readonly known: string;
    readonly undated: string;
    readonly old: string;
    readonly withdrawn: string;
    readonly earlier: string;
    readonly twin: string;
    readonly quiet: (when: string) => string;
    readonly address: (when: string) => string;
    readonly release: (user: string, when: string) => string;
    readonly sending: string;
  };
  readonly why: {
    readonly heading: (title: string) => string;
    readonly seen: (when: string) => string;
    readonly visible: string;
    readonly hidden: string;
    readonly hiddenUntil: (when: string) => string;
    /** One of `waits` as a sentence of its own. */
    readonly waiting: (why: string) => string;
    readonly tagged: (tag: string) => string;
    readonly untagged: (tag: string) => string;
    readonly due: string;
    readonly claimed: string;
    readonly sentAt: (when: string, url: string | undefined) => string;
    readonly editedAt: (when: string) => string;
    readonly unsure: string;
    readonly refused: (detail: string) => string;
    readonly withdrawn: string;
    readonly unsubscribed: string;
  };
  /** What `npm start -- why` and `links` say in the terminal. */
  readonly tools: {
    readonly noChannel: string;
    /** Of a post that the database does not know. */
    readonly unseen: string;
    readonly noLinks: string;
  };
  readonly stopped: (channel: string) => string;
  readonly nothingHere: string;
  readonly held: (title: string) => string;
  readonly released: (title: string) => string;
  readonly resumed: (channel: string) => string;
  readonly given: (role: string) => string;
  readonly taken: (role: string) => string;
  readonly outOfReach: string;
  readonly managersOnly: string;
  /** Where there is nothing to announce in: outside of Discord, and of a server. */
  readonly notHere: string;
  readonly serversOnly: string;
}
