import type { PostKey } from '../blog/model.ts';
import type { Locale } from '../words/model.ts';
import type { Delivery, Moment, Pause, Place, Subscription } from './model.ts';

/**
 * What the store calls a post for good: mostly the first key that it was known by. Files are renamed and moved, and
 * deliveries stay with their post.
 */
export type PostId = string;

/** A post as the newest reading of the content found it; what the store keeps of it. */
export interface Sight {
  readonly key: PostKey;
  /** Keys that the blog itself says it had. */
  readonly aliases: readonly PostKey[];
  readonly path: string;
  readonly title: string;
  /** As `lookUpName` folds slugs. */
  readonly slug: string;
  readonly url?: string;
  /** The instant of its date. */
  readonly date?: Moment;
  /** Folded, as subscriptions name them. */
  readonly tags: readonly string[];
  /** Those in whose languages it is listed: of one work's versions each reader gets one. */
  readonly locales: readonly Locale[];
  /** See `sketchOf`. */
  readonly sketch: readonly number[];
  /** Hash of all that readers read of it. */
  readonly content: string;
  /** Hash of what its announcement shows. */
  readonly shown: string;
}

/** Stands in the place of `shown` for posts whose announcements are to say that they were withdrawn. */
export const withdrawnMark = 'withdrawn';

/** A post as the store keeps it. */
export interface KnownPost extends Omit<Sight, 'shown' | 'aliases'> {
  readonly id: PostId;
  /** Keys that it had before, as the store has seen. */
  readonly formerKeys: readonly PostKey[];
  /** When Quoth first saw it. */
  readonly seenAt: Moment;
  /** Whether it was there when Quoth first started. */
  readonly known: boolean;
  /** When its content was last seen to be another. */
  readonly changedAt: Moment;
  /** What its announcements are to show: a hash as in `Sight.shown`, or `withdrawnMark`. */
  readonly want: string;
  /** Since when readings of the content are without it. */
  readonly missingSince?: Moment;
  /** When its address first answered. */
  readonly answeredAt?: Moment;
  /** When it was set on its way; those who subscribe later get nothing of it. */
  readonly plannedAt?: Moment;
}

/** What a reading of the content says of a post, and all that follows from it. */
export type SeenPost = Omit<KnownPost, 'answeredAt' | 'plannedAt' | 'formerKeys'>;

/** A post that somebody keeps from being announced in a server. */
export interface Held {
  readonly post: KnownPost;
  readonly by: string;
  readonly since: Moment;
}

/** What a reading of the content changes in the store. */
export interface Changes {
  /** New or changed posts, whole. */
  readonly seen: readonly SeenPost[];
  /** Which post each new key means from now on. */
  readonly keys: readonly { readonly key: PostKey; readonly post: PostId }[];
  /** Posts that turned out to be others under a new name; they were not on their way yet. */
  readonly merged: readonly PostId[];
}

/** A state that the content was in. */
export interface Revision {
  /** Hash of the content, its commit or its build; empty where nothing names it but the posts themselves. */
  readonly hash: string;
  /**
   * When it came to be so: the commit's time, the newest change of a file. Of two revisions the later is the newer; of
   * two of the same moment, the one that somebody had first.
   */
  readonly at: Moment;
}

/** A delivery as who carries it out needs it. Everything about its place is fixed when it is made. */
export interface Job extends Omit<Delivery, 'post'> {
  readonly post: PostId;
  readonly place: Place;
  readonly role?: string;
  /** Whether readers can give themselves that role. */
  readonly notify: boolean;
  readonly locale: Locale;
  /** The claim that it is worked on under. */
  readonly lease: string;
  /** Since when a request to send it is out of which nobody knows whether it arrived: by the claim `triedBy`. */
  readonly triedAt?: Moment;
  readonly triedBy?: string;
  /** The first post of the digest that it is part of. */
  readonly digest?: PostId;
  /** What its message shows; see `KnownPost.want`. */
  readonly shown?: string;
  /** What is still to be done after it was sent. */
  readonly publish: boolean;
  readonly open: boolean;
  /** Whether the subscription of its channel is paused. */
  readonly paused: boolean;
  /** Whether somebody asked for it by hand. */
  readonly manual: boolean;
  /** How many others were due in its channel when it was claimed. */
  readonly beside: number;
}

/** What is set on its way to a channel by hand. */
export interface ManualDelivery {
  readonly post: PostId;
  readonly place: Place;
  readonly role?: string;
  readonly notify: boolean;
  readonly locale: Locale;
  readonly ordinal: number;
}

export interface Claim {
  readonly now: Moment;
  /** A name that no other claim has. */
  readonly lease: string;
  /** Until when nobody else may claim it. */
  readonly until: Moment;
  readonly limit: number;
  /** Posts that can be written about here. */
  readonly posts: readonly PostId[];
  /** Whether announcements may be edited: by who has the newest content alone. */
  readonly edits: boolean;
}

/** What is known of a delivery after a try. Only where the lease is still the caller's is any of it kept. */
export type Result =
  | {
      readonly is: 'sent';
      readonly message: string;
      readonly thread?: string;
      /** What the message shows, by post: all of a digest's. */
      readonly shown: ReadonlyMap<PostId, string>;
      readonly publish: boolean;
      readonly open: boolean;
    }
  /** To be tried again at `at`; `unsure` where it may have arrived. */
  | { readonly is: 'retry'; readonly at: Moment; readonly unsure: boolean; readonly detail: string }
  /** `again` is when it is tried once more by itself. */
  | { readonly is: 'refused'; readonly pause?: Pause; readonly again?: Moment; readonly detail: string }
  | { readonly is: 'unsure'; readonly detail: string }
  | { readonly is: 'edited'; readonly shown: ReadonlyMap<PostId, string> }
  | { readonly is: 'published' }
  | { readonly is: 'opened'; readonly thread?: string }
  /** Nothing is left to do but what changes later bring. */
  | { readonly is: 'done' }
  /** The rest is tried again at `at`. */
  | { readonly is: 'later'; readonly at: Moment; readonly detail: string };

/**
 * Where subscriptions, posts and deliveries are kept. Each function is one statement, or one transaction, that may be
 * repeated; they reject, with a sentence for who runs Quoth, where the database is away, full or locked for long.
 */
export interface Store {
  /**
   * Notes what a reading of the content holds. `decide` is given all that is known, is pure, and may be called again;
   * `first` is true for the very first reading that this database sees. Nothing is kept of a reading that is older than
   * one that was noted by somebody who still has it; then this gives false.
   */
  readonly observe: (
    revision: Revision,
    now: Moment,
    decide: (known: readonly KnownPost[], first: boolean) => Changes,
  ) => Promise<boolean>;
  /** Whether that revision is still the newest; if so, that somebody still has it is noted. */
  readonly isNewest: (hash: string, now: Moment) => Promise<boolean>;
  /** Marks as withdrawn, where `hash` is the newest revision, what is missing since `since` or longer. */
  readonly withdraw: (hash: string, since: Moment) => Promise<void>;
  readonly posts: () => Promise<readonly KnownPost[]>;
  /** Those that are new and not all set on their way. */
  readonly waiting: () => Promise<readonly KnownPost[]>;
  readonly post: (key: PostKey) => Promise<KnownPost | undefined>;
  readonly postsById: (ids: readonly PostId[]) => Promise<readonly KnownPost[]>;
  /** Keeps a post from being announced in a server. */
  readonly hold: (post: PostId, guild: string, by: string, now: Moment) => Promise<void>;
  /** Ends that; what was set on its way elsewhere meanwhile is set on its way there too. */
  readonly release: (post: PostId, guild: string, now: Moment) => Promise<void>;
  readonly held: (guild: string) => Promise<readonly Held[]>;
  /** Whether the caller is to ask a post's address now: nobody else did since `before`. */
  readonly mayAsk: (post: PostId, now: Moment, before: Moment) => Promise<boolean>;
  readonly answered: (post: PostId, now: Moment) => Promise<void>;
  /** Sets posts on their way to all whom they concern, at once; what somebody left half done is completed. */
  readonly plan: (posts: readonly PostId[], now: Moment) => Promise<void>;

  readonly subscribe: (subscription: Subscription) => Promise<void>;
  /** Forgets a channel's subscription and all that was delivered there. */
  readonly forget: (channel: string) => Promise<Subscription | undefined>;
  /** Those of a server, or of all. */
  readonly subscriptions: (guild?: string) => Promise<readonly Subscription[]>;
  readonly subscription: (channel: string) => Promise<Subscription | undefined>;
  /** Ends a pause, and sets on their way again what was refused, where the post's `ordinal` is `from` or later. */
  readonly resume: (channel: string, now: Moment, from: Moment) => Promise<void>;
  readonly mentions: (guild: string, role: string) => Promise<boolean>;
  readonly guilds: () => Promise<readonly string[]>;
  /** Notes which servers are missing; forgets, whole, those that were missing at `before` already. Gives their number. */
  readonly forgetMissing: (missing: readonly string[], now: Moment, before: Moment) => Promise<number>;

  /** Makes due the edits of announcements that show something else than they are to show. */
  readonly planEdits: (now: Moment, gap: number, publishedGap: number) => Promise<void>;
  /** Posts of which something is to be done now. */
  readonly due: (now: Moment) => Promise<readonly PostId[]>;
  /** Claims what is to be sent; where there is nothing, what is to be done of what was sent. */
  readonly claim: (claim: Claim) => Promise<readonly Job[]>;
  /** Claims one delivery, whatever it waits for, unless somebody works on it; it is made where it is not there. */
  readonly claimOne: (
    delivery: ManualDelivery,
    claim: Pick<Claim, 'now' | 'lease' | 'until'>,
  ) => Promise<Job | undefined>;
  /**
   * Takes what else is due in the job's channel, and was never tried, into one message with it, where together they are
   * `least` or more; of `posts` alone. Gives the posts of the job's message, oldest first.
   */
  readonly gather: (
    job: Job,
    posts: readonly PostId[],
    now: Moment,
    least: number,
  ) => Promise<readonly PostId[]>;
  /** The posts of the job's message, oldest first: its own, or those of a digest. */
  readonly gathered: (job: Job) => Promise<readonly PostId[]>;
  /** False where the lease is no longer the caller's. */
  readonly settle: (job: Job, result: Result, now: Moment) => Promise<boolean>;
  readonly delivery: (post: PostId, channel: string) => Promise<Delivery | undefined>;
  /** The newest of each channel of a server. */
  readonly newest: (guild: string) => Promise<readonly Delivery[]>;
  /** Those on their way to a server. */
  readonly unsent: (guild: string) => Promise<readonly Delivery[]>;
  /** Where in a server any of these posts was delivered, or is on its way. */
  readonly begun: (
    guild: string,
    posts: readonly PostId[],
  ) => Promise<readonly { readonly post: PostId; readonly channel: string }[]>;
  /** When something is to be done next. */
  readonly next: () => Promise<Moment | undefined>;
  /** All that stand in Discord, oldest first. */
  readonly standing: () => Promise<readonly Delivery[]>;
  /** Threads that were opened for single posts at `since` or later, with their posts' keys. */
  readonly threads: (
    since: Moment,
  ) => Promise<readonly { readonly thread: string; readonly post: PostKey }[]>;
  /** Keys of posts that were announced and withdrawn. */
  readonly withdrawn: () => Promise<readonly PostKey[]>;
  /** Keys that posts had before, by the key that they have. */
  readonly formerKeys: () => Promise<ReadonlyMap<PostKey, readonly PostKey[]>>;

  /**
   * Reserves `count` requests, `spacing` milliseconds apart over all who ask: the moment of the first; undefined where
   * it lies further ahead than `horizon`.
   */
  readonly reserve: (
    count: number,
    now: Moment,
    spacing: number,
    horizon: number,
  ) => Promise<Moment | undefined>;
  /** Counts a request that Discord did not take. */
  readonly countFailure: (now: Moment) => Promise<void>;
  readonly failures: (since: Moment) => Promise<number>;
  /** Whether a chore, done by one of all who ask, is the caller's to do: nobody did it since `before`. */
  readonly chore: (name: string, now: Moment, before: Moment) => Promise<boolean>;
  /** The time by the database's own clock, where it stands on a machine of its own; undefined where it has none. */
  readonly clock: () => Promise<Moment | undefined>;
  readonly close: () => Promise<void>;
}
