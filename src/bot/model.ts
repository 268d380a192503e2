import type { APIInteraction, APIInteractionResponse } from 'discord-api-types/v10';
import type { Announcing } from '../announce/model.ts';
import type { Blog } from '../blog/model.ts';
import type { Layout, Message } from '../message/model.ts';
import type { Places, Route } from '../message/route.ts';
import type { SearchIndex } from '../search/build.ts';
import type { Locale, Words } from '../words/model.ts';

/**
 * What follows a first answer, by the interaction's own token. `replace` deletes the original response and
 * sends a private follow-up instead: a public "thinking…" that turned out to be an error.
 */
export type Later =
  | { readonly do: 'edit'; readonly message: Message }
  | { readonly do: 'replace'; readonly message: Message }
  | { readonly do: 'delete' };

/** What a way in posts for one interaction. */
export interface Response {
  /** Body of the interaction's callback, sent within three seconds of the interaction. */
  readonly callback: APIInteractionResponse;
  /** Then, where there is one: what follows it. Never rejects. */
  readonly later?: Promise<Later>;
  /** How it went, for who runs Quoth; absent where the reader got at once what was asked for. */
  readonly outcome?: 'deferred' | 'notice' | 'failed' | 'refused';
}

/** Answers one interaction. Never rejects and never takes longer than about 1.5 s: slow answers are deferred. */
export type Respond = (interaction: APIInteraction) => Promise<Response>;

/** While posts are still being read: how many are, of how many, and when there will be more. */
export interface Loading {
  readonly read: number;
  readonly total: number;
  /** Resolves once a library with more posts is there, at the latest when all are read. */
  readonly more: Promise<void>;
}

/** The posts as they are now. A change on disk makes a new one. */
export interface Library {
  readonly blog: Blog;
  readonly index: SearchIndex;
  readonly loading?: Loading;
}

/** Where something is asked, and by whom. */
export interface Place {
  /** The server; absent outside of servers. */
  readonly guild?: string;
  readonly channel: string;
  /** What the channel is within: a thread's channel. */
  readonly parent?: string;
  readonly reader: string;
  /** The language of what all see there. */
  readonly locale: Locale;
}

/** What a command may look at when it answers. */
export interface Scene extends Library {
  /** The reader's language, for what only they see: completion. */
  readonly words: Words;
  /** Whether the reader may manage the server, and so mend what is missing. */
  readonly managesServer: boolean;
  readonly place: Place;
  /** Absent where nothing can be announced. */
  readonly announcing?: Announcing;
  /** Texts of the pressed message, top to bottom; empty where none was pressed. */
  readonly pressed: readonly string[];
  /** When it was asked, in milliseconds since 1970. */
  readonly now: number;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
}

/** An answer before it is known who sees it, and so in which language. */
export type Answer =
  | {
      /** A notice (an error, a guess, an empty result) is private always. */
      readonly tone: 'answer' | 'notice';
      /** What *Post to channel* shows; absent where there is nothing to show others. */
      readonly route?: Route;
      /** Something was done, so it is not asked again when more posts are there. */
      readonly done?: true;
      /** What was searched for and stands in no post, as it may be kept; is looked for only where that is counted. */
      readonly missed?: () => string | undefined;
      readonly lay: (words: Words) => Layout;
    }
  | {
      /** A plain private message, ready to be copied: nothing is added to it. */
      readonly tone: 'copy';
      readonly content: (words: Words) => string;
    };

/** Options that take text, which is completed as one types. */
export type TextOption = 'tag' | 'post' | 'section' | 'number' | 'query' | 'year';

export type OptionName = TextOption | 'role' | 'thread' | 'follow';

/** What was put into a command's options; absent or blank ones are left out. A role is its id. */
export type Given = Readonly<Partial<Record<TextOption | 'role', string>>> & {
  readonly thread?: boolean;
  readonly follow?: boolean;
};

export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What a slash command, or one of its subcommands, takes and answers. */
export interface Action {
  readonly describe: (words: Words) => string;
  /** Required ones first. */
  readonly options: readonly { readonly name: OptionName; readonly required: boolean }[];
  /** Who sees the answer, where nothing says otherwise. */
  readonly seenBy: 'all' | 'asker';
  readonly answer: (scene: Scene, given: Given) => Answer | Promise<Answer>;
  /** What can be picked while an option is typed. */
  readonly complete: Readonly<
    Partial<Record<TextOption, (scene: Scene, typed: string, given: Given) => readonly Choice[]>>
  >;
}

export type Command =
  | { readonly kind: 'slash'; readonly name: string; readonly action: Action }
  | {
      readonly kind: 'group';
      readonly name: string;
      /**
       * For those who may manage the server, unless its admins say otherwise: in servers only, and each answer is for
       * the asker alone.
       */
      readonly forManagers?: true;
      readonly describe: (words: Words) => string;
      readonly actions: Readonly<Record<string, Action>>;
    }
  | {
      readonly kind: 'message';
      readonly name: string;
      readonly localName: (words: Words) => string;
      /** `text` is all that the message says: content, embeds, components. */
      readonly answer: (scene: Scene, text: string) => Answer | Promise<Answer>;
    };

/** What each place that a control leads to answers. */
export type Presses = {
  readonly [To in keyof Places]: (scene: Scene, route: Route<To>) => Answer | Promise<Answer>;
};

/** Where log lines go. Fields hold no secret and nothing that a reader typed. */
export interface Log {
  readonly info: (fields: object, line: string) => void;
  readonly warn: (fields: object, line: string) => void;
  readonly error: (fields: object, line: string) => void;
}

/** All that the bot is made of; `main` puts it together. */
export interface Parts {
  readonly commands: readonly Command[];
  readonly presses: Presses;
  readonly library: () => Library;
  /** Absent where nothing can be announced. */
  readonly announcing?: Announcing;
  /** The language of public answers where Discord names none; the blog's own where absent. */
  readonly defaultLocale?: Locale;
  /** `private` makes every answer private by default. */
  readonly visibility: 'auto' | 'private';
  /** How many public answers someone may have in a channel within a minute. */
  readonly mostPublic: number;
  /** How many commands someone may give within a minute; any number where it is absent. See `makeFairUse`. */
  readonly fairUse?: number;
  /** Begins work that may be put off; absent where there is time to answer at once. See `makeBacklog`. */
  readonly inTurn?: <T>(work: () => Promise<T>) => Promise<T>;
  /** Is told what was searched for and not found, where that is counted. Must neither throw nor take time. */
  readonly missed?: (query: string) => void;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: () => number;
  /** Resolves after `ms` milliseconds, or never, once `signal` is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}
