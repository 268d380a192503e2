import type { PostKey } from '../blog/model.ts';
import type { Announcement } from '../message/model.ts';
import type { ChannelKind, PermissionName, Refusal } from '../words/announce/model.ts';
import type { Locale } from '../words/model.ts';

/** Milliseconds since 1970. */
export type Moment = number;

export type { ChannelKind, PermissionName };

/** A channel that is told of new posts. */
export interface Subscription {
  readonly channel: string;
  readonly guild: string;
  readonly kind: ChannelKind;
  /** Only posts with this tag, folded; all where it is absent. */
  readonly tag?: string;
  /** The role that is mentioned. */
  readonly role?: string;
  /** Whether Quoth can give that role to readers: then announcements carry *Notify me*. */
  readonly notify?: boolean;
  /** Whether a thread for talk is opened on each announcement. */
  readonly thread: boolean;
  /** The language of its announcements. */
  readonly locale: Locale;
  readonly madeBy: string;
  readonly madeAt: Moment;
  readonly paused?: Pause;
}

/** Why nothing is sent to a channel for now. The next success or a press ends it. */
export interface Pause {
  readonly since: Moment;
  readonly because: Refusal;
  /** Discord's own words. */
  readonly detail: string;
}

/** What stands between a post and its announcement, or that nothing does any more. */
export type Waiting =
  /** It was there when Quoth first started. */
  | { readonly for: 'nothing'; readonly because: 'known' }
  | { readonly for: 'nothing'; readonly because: 'undated' }
  /** Its date lies further back than ANNOUNCE_WITHIN. */
  | { readonly for: 'nothing'; readonly because: 'old' }
  | { readonly for: 'nothing'; readonly because: 'withdrawn' }
  /** It went out before the channel was subscribed. */
  | { readonly for: 'nothing'; readonly because: 'earlier' }
  /** The channel gets the version in its own language. */
  | { readonly for: 'nothing'; readonly because: 'twin' }
  /** It must be unchanged until then. */
  | { readonly for: 'quiet'; readonly until: Moment }
  /** Its address does not answer yet; then it is announced without waiting longer. */
  | { readonly for: 'address'; readonly until: Moment }
  | { readonly for: 'release'; readonly heldBy: string; readonly since: Moment }
  /** It is on its way to the channels. */
  | { readonly for: 'sending'; readonly since: Moment };

/** What became of a post in one channel. */
export type DeliveryState = 'due' | 'claimed' | 'sent' | 'unsure' | 'refused' | 'withdrawn';

/** A post on its way to a channel, or there. */
export interface Delivery {
  readonly post: PostKey;
  readonly channel: string;
  readonly guild: string;
  readonly state: DeliveryState;
  readonly since: Moment;
  readonly attempts: number;
  /** The announcement, once it was sent; in a forum, the first message of its thread. */
  readonly message?: string;
  /** The thread that was opened for it. */
  readonly thread?: string;
  /** The announcement's address in Discord, once it was sent. */
  readonly url?: string;
  readonly sentAt?: Moment;
  readonly editedAt?: Moment;
  /** What Discord said when it was last refused. */
  readonly detail?: string;
}

/** Where an announcement goes, and how. */
export interface Place {
  readonly guild: string;
  readonly channel: string;
  readonly kind: ChannelKind;
  /** Whether a thread for talk is opened on it. */
  readonly thread: boolean;
}

/** What came of a request to Discord. */
export type Outcome<Done> =
  | ({ readonly done: true } & Done)
  /** Discord will not have it until somebody mends something. */
  | { readonly done: false; readonly refused: Pause['because']; readonly detail: string }
  /** To be tried again after so many milliseconds. `unsure` where it may have arrived all the same. */
  | { readonly done: false; readonly after: number; readonly unsure: boolean; readonly detail: string };

/** Where a sent announcement stands. */
export interface Sent {
  readonly message: string;
  readonly thread?: string;
}

/**
 * Sends announcements to Discord. Nothing here rejects. Each call is at most one request that changes something, and
 * the caller has taken what it costs from the budget.
 */
export interface Sender {
  /**
   * Sends a message with `nonce` enforced: within a few minutes, the same nonce gives the message that is there. In a
   * forum or media channel it opens a thread named `name`, with those of the channel's tags that are called like `tags`.
   */
  readonly send: (
    to: Place,
    announcement: Announcement,
    more: { readonly nonce: string; readonly name: string; readonly tags: readonly string[] },
  ) => Promise<Outcome<Sent>>;
  /**
   * Looks in the channel's newest messages, or threads, for Quoth's own announcement of the post (of a digest: the
   * first post of it), sent at `since` or later. `unknown` where they may not be read, or do not reach back so far.
   */
  readonly find: (
    to: Place,
    post: PostKey,
    since: Moment,
  ) => Promise<Outcome<{ readonly sent: Sent | 'none' | 'unknown' }>>;
  readonly edit: (to: Place, sent: Sent, announcement: Announcement) => Promise<Outcome<object>>;
  /** Publishes a message of an announcement channel to those who follow it; done where it is published already. */
  readonly publish: (to: Place, sent: Sent) => Promise<Outcome<object>>;
  /** Opens a thread for talk on a message; done where there is one already. */
  readonly open: (to: Place, sent: Sent, name: string) => Promise<Outcome<{ readonly thread: string }>>;
}

/** What Discord says of a channel and of what Quoth may do there. */
export interface Outlook {
  /** The channel to subscribe: the forum, where somebody asks in one of its threads. */
  readonly channel: string;
  /** Empty where Quoth does not see the channel. */
  readonly name: string;
  /** `other` where nothing can be announced, and where Quoth does not see the channel: `missing` says so then. */
  readonly kind: ChannelKind | 'other';
  readonly missing: readonly PermissionName[];
  /** A forum that takes no thread without one of its tags. */
  readonly needsTag: boolean;
  /** Names of a forum's tags. */
  readonly tags: readonly string[];
  readonly role?: RoleOutlook;
}

export interface RoleOutlook {
  readonly id: string;
  readonly name: string;
  /** The role of everyone, which is never mentioned. */
  readonly everyone: boolean;
  /** Whether Quoth can mention it: it is mentionable, or Quoth may mention all. */
  readonly mentionable: boolean;
  /** Whether Quoth gives it to readers: it may manage roles, and the role stands below its own and gives no power. */
  readonly manageable: boolean;
}

/** What came of having a channel follow the home channel. */
export type Following =
  | { readonly is: 'following' | 'already' }
  | { readonly is: 'lacking'; readonly missing: readonly PermissionName[] }
  /** Only text channels follow others. */
  | { readonly is: 'otherKind' }
  /** The channel is the home channel itself. */
  | { readonly is: 'home' }
  /** It has as many webhooks as Discord allows. */
  | { readonly is: 'full' }
  /** The home channel is not there for Quoth, or is no announcement channel. */
  | { readonly is: 'lostHome'; readonly detail: string };

/** What Quoth asks Discord about servers. These reject where Discord cannot be asked. */
export interface Servers {
  /** @param thread whether a thread for talk is to be opened on each announcement. */
  readonly look: (guild: string, channel: string, role?: string, thread?: boolean) => Promise<Outlook>;
  /** Has a channel follow the announcement channel `home` of any server: it gets a copy of what is published there. */
  readonly follow: (home: string, guild: string, channel: string) => Promise<Following>;
  /** Gives a reader a role, or takes it back where they have it. `away` where Quoth may not. */
  readonly toggleRole: (guild: string, reader: string, role: string) => Promise<'given' | 'taken' | 'away'>;
  /** Every server that Quoth is in. */
  readonly guilds: () => Promise<readonly string[]>;
}

/** A subscription as `/announce list` tells of it. */
export interface Listed {
  readonly subscription: Subscription;
  readonly waiting: readonly { readonly post: PostKey; readonly why: Waiting }[];
  readonly newest?: Delivery;
}

/** A step of what happened, or would happen, to a post in a channel; `ok: false` is what stopped it. */
export type Step =
  | { readonly step: 'seen'; readonly at: Moment; readonly known: boolean }
  | { readonly step: 'visible'; readonly ok: boolean; readonly until?: Moment }
  | { readonly step: 'waiting'; readonly why: Waiting }
  | { readonly step: 'tag'; readonly ok: boolean; readonly tag: string }
  | { readonly step: 'delivery'; readonly delivery: Delivery; readonly url?: string }
  | { readonly step: 'paused'; readonly pause: Pause }
  | { readonly step: 'unsubscribed' };

/** What came of sending a post to a channel at once. */
export type SendNow =
  | { readonly now: 'sent'; readonly url: string }
  | { readonly now: 'already'; readonly url: string }
  | { readonly now: 'later'; readonly detail: string }
  | { readonly now: 'refused'; readonly pause: Pause };

/** What commands and controls ask of announcing. Those that return promises reject where the database is away. */
export interface Announcing {
  /** How long a post must be unchanged to be announced, in milliseconds. */
  readonly after: number;
  readonly look: Servers['look'];
  /** Subscribes a channel, in the place of what it had. */
  readonly subscribe: (subscription: Subscription) => Promise<void>;
  /** Has a channel follow the home channel; absent where there is none. */
  readonly follow?: (guild: string, channel: string) => Promise<Following>;
  /** Ends a channel's subscription and forgets it; undefined where it had none. */
  readonly stop: (channel: string) => Promise<Subscription | undefined>;
  readonly list: (guild: string) => Promise<readonly Listed[]>;
  /** Sends a post, whatever it waits for, to a channel that need not be subscribed. */
  readonly send: (post: PostKey, to: Place, by: Subscription | undefined) => Promise<SendNow>;
  /** Sends what the next announcement will look like, marked as a test, without mentioning anyone. */
  readonly test: (to: Place, locale: Locale) => Promise<SendNow>;
  readonly why: (post: PostKey, guild: string, channel: string) => Promise<readonly Step[]>;
  /** Keeps a post from being announced until it is released. */
  readonly hold: (post: PostKey, guild: string, by: string) => Promise<void>;
  readonly release: (post: PostKey, guild: string) => Promise<void>;
  /** Tries again where sending was paused. */
  readonly resume: (channel: string) => Promise<void>;
  /** Gives or takes a role that some subscription of that server mentions; `away` for any other. */
  readonly notify: (guild: string, reader: string, role: string) => Promise<'given' | 'taken' | 'away'>;
  /** The post that a thread was opened for by Quoth. From memory. */
  readonly postOfThread: (thread: string) => PostKey | undefined;
  /** Whether the author withdrew a post that was announced. From memory. */
  readonly isWithdrawn: (post: PostKey) => boolean;
}
