import type { AnnounceWords } from './announce/model.ts';
import type { PreviewWords } from './preview/model.ts';
import type { CheckWords, ProblemWords } from './problems/model.ts';

/** The languages that Quoth speaks. */
export type Locale = 'en' | 'zh-CN' | 'zh-TW';

/** What a post calls its numbered points. */
export type PointKind = 'insight' | 'point' | 'takeaway' | 'conclusion' | 'view';

/** A day of the blog's calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** How many hits of each kind there are. */
export interface Counts {
  readonly insights: number;
  /** What their posts call them, where all call them the same. */
  readonly kind: PointKind | undefined;
  readonly sections: number;
  readonly posts: number;
}

/** A name and a description as Discord's command picker shows them. */
export interface Described {
  readonly name: string;
  readonly description: string;
}

/** What the terminal itself says, in the reader's language. Sentences are plain text. */
export interface TerminalWords {
  /** Lines that open the prompt: what this is, and how one presses, completes and leaves. */
  readonly welcome: readonly string[];
  /** Below an answer that others would not see. */
  readonly onlyYou: string;
  /** While an answer is still being made. */
  readonly thinking: string;
  /** Stands in brackets where Discord shows a picture; `alt` is empty where it has no text. */
  readonly picture: (alt: string) => string;
  /** Below the first options of a select. */
  readonly moreOptions: (count: number) => string;
  /** No such command. `nearest` is a command that exists, with its slash. */
  readonly unknownCommand: (typed: string, nearest: string) => string;
  /** A command that is not sent alone, and what it is sent with, each with its slash. */
  readonly subcommandNeeded: (command: string, subcommands: readonly string[]) => string;
  /** A required option is empty. */
  readonly optionNeeded: (command: string, option: string) => string;
  /** Text for which the command has no option. */
  readonly textUnused: (command: string, text: string) => string;
  /** A yes-or-no or number option was given something else. */
  readonly valueUnusable: (option: string, typed: string) => string;
  /** No button has this number. `numbers` are those that the last answer with buttons shows. */
  readonly noSuchNumber: (typed: string, numbers: readonly string[]) => string;
  /** The name of a button that is on no answer now. */
  readonly nothingCalled: (typed: string) => string;
  /** A button that opens an address. */
  readonly opens: (url: string) => string;
  /** The answer was taken back. */
  readonly removed: string;
  /** A press that changed nothing. */
  readonly unchanged: string;
  /** While posts are read, before the first answer; the count is absent until it is known. */
  readonly reading: (count?: { readonly read: number; readonly total: number }) => string;
}

/** Everything Quoth says, in one language. Arguments are plain text: callers escape what is a reader's or a post's. */
export interface Words {
  readonly locale: Locale;
  /** Descriptions in the command picker, at most 100 characters. */
  readonly commands: {
    readonly post: string;
    readonly latest: string;
    readonly show: string;
    readonly random: string;
    readonly section: string;
    readonly list: string;
    readonly insights: string;
    readonly insight: string;
    readonly search: string;
    readonly help: string;
    /** Name of the message command. */
    readonly searchMessage: string;
  };
  readonly options: Readonly<
    Record<'tag' | 'post' | 'section' | 'number' | 'query' | 'year' | 'role' | 'thread' | 'follow', Described>
  > & {
    readonly private: (byDefault: boolean) => Described;
  };
  readonly buttons: {
    readonly readHere: string;
    readonly points: (count: number, kind: PointKind | undefined) => string;
    readonly contents: string;
    readonly site: string;
    readonly readSection: string;
    readonly copyQuote: string;
    readonly previousPoint: (number: number) => string;
    readonly nextPoint: (number: number) => string;
    readonly previousSection: string;
    readonly nextSection: string;
    readonly previousPage: string;
    readonly nextPage: string;
    readonly fromTheStart: string;
    readonly newer: string;
    readonly older: string;
    readonly newerPost: string;
    readonly olderPost: string;
    readonly nextInSeries: string;
    /** Opens the post in another language. */
    readonly inLanguage: (language: string) => string;
    readonly related: string;
    readonly moreResults: string;
    readonly backToResults: string;
    readonly allPosts: string;
    readonly newestPost: string;
    readonly pointElsewhere: (number: number) => string;
    readonly postToChannel: string;
    readonly takeAway: string;
  };
  readonly selects: {
    readonly section: string;
    readonly post: string;
    readonly year: string;
    readonly yearNow: (year: number, posts: number) => string;
    readonly yearOption: (year: number, posts: number) => string;
    readonly point: string;
    readonly earlierSections: string;
    readonly laterSections: string;
    readonly pointOption: (number: number, label: string) => string;
  };
  readonly small: {
    readonly newest: string;
    readonly minutes: (minutes: number) => string;
    readonly minutesLeft: (minutes: number) => string;
    readonly theEnd: string;
    readonly pointOf: (number: number, total: number, kind: PointKind | undefined) => string;
    readonly pointCount: (count: number, kind: PointKind | undefined) => string;
    readonly inLanguage: (language: string) => string;
    /** Another language in which the post can be read. */
    readonly alsoIn: (language: string) => string;
    /** Which part of a series a post is, of how many. */
    readonly inSeries: (name: string, part: number, of: number) => string;
    /** The post that follows in a series. */
    readonly nextInSeries: (name: string, title: string) => string;
    readonly postedBy: (name: string) => string;
    readonly date: (day: Day) => string;
    /** Something in brackets after a title. */
    readonly afterTitle: (what: string) => string;
    readonly isoDate: (day: Day) => string;
    readonly month: (year: number, month: number) => string;
    readonly undated: string;
    readonly page: (page: number, pages: number) => string;
    readonly allPosts: string;
    readonly postsOf: (year: number) => string;
    readonly tagged: (tag: string) => string;
    readonly posts: (count: number) => string;
    readonly contents: string;
    readonly related: string;
    /** Of the hits shown: how many insights, sections and posts. */
    readonly results: (query: string, counts: Counts) => string;
    readonly pointHit: (number: number, kind: PointKind | undefined) => string;
    readonly pointKind: (kind: PointKind | undefined) => string;
    readonly sectionHit: string;
    readonly postHit: string;
    readonly introduction: string;
    readonly titleOnly: string;
    readonly picture: string;
    readonly tryShorter: string;
    /** To a reader of another language: what names the posts hold that they could search for. */
    readonly tryNames: (language: string, names: readonly string[]) => string;
    /** Other names for what was searched that were searched as well. */
    readonly also: (names: readonly string[]) => string;
    /** Parts of a query that name no tag or no day, or left nothing. */
    readonly unused: (parts: readonly string[]) => string;
    readonly cutHere: string;
    readonly olderIs: (title: string, date: string) => string;
    readonly newerIs: (title: string, date: string) => string;
  };
  /** A title within a sentence or a small line. */
  readonly title: (title: string) => string;
  /** A title where only the title stands before other parts of a small line. */
  readonly titleInLine: (title: string) => string;
  /** Signature under a copied quote; `number` is the insight's. */
  readonly quoteSource: (title: string, number: number) => string;
  /** A point that has no label of its own. */
  readonly unlabelled: (number: number) => string;
  readonly notices: {
    readonly guessedPost: (typed: string) => string;
    readonly guessedSection: (typed: string) => string;
    readonly guessedPoint: (typed: string) => string;
    readonly noTag: (typed: string, tags: readonly string[]) => string;
    readonly noYear: (typed: string) => string;
    readonly guessedTag: (typed: string, tag: string) => string;
    readonly nothingFound: (query: string) => string;
    readonly nothingNear: (query: string) => string;
    readonly nothingToSearch: string;
    readonly noSuchPoint: (
      title: string,
      count: number,
      kind: PointKind | undefined,
      typed: string,
    ) => string;
    readonly noPointsIn: (title: string) => string;
    readonly noPoints: string;
    readonly noPointsChoice: string;
    readonly pointsElsewhere: (title: string, count: number) => string;
    readonly sectionGone: string;
    readonly noSuchSection: (typed: string) => string;
    readonly noSections: string;
    readonly pointGone: string;
    readonly postGone: string;
    readonly postGoneAltogether: string;
    readonly withdrawn: string;
    readonly noSuchPost: (typed: string) => string;
    readonly emptyBlog: string;
    readonly emptyBlogForManager: string;
    readonly loading: (read: number, total: number) => string;
    /** Why an answer is private that would be public. */
    readonly madePrivate: { readonly flood: string; readonly busy: string; readonly closed: string };
    /** To someone who asked too much, and to all of a server that did. */
    readonly tooMuch: (seconds: number) => string;
    readonly tooMuchHere: (seconds: number) => string;
    readonly takeAwayByAnother: string;
    readonly outdated: string;
    readonly unexpected: (code: string) => string;
    readonly unknownCommand: string;
  };
  readonly problems: ProblemWords;
  readonly check: CheckWords;
  readonly terminal: TerminalWords;
  readonly preview: PreviewWords;
  readonly announce: AnnounceWords;
  /** What is asked about readers' searches in the terminal. */
  readonly tools: {
    readonly missed: string;
    /** `day` as ISO 8601 has it. */
    readonly missedQuery: (query: string, count: number, day: string) => string;
    readonly nothingMissed: string;
  };
  readonly help: {
    readonly title: (blog: string | undefined, posts: number) => string;
    readonly newest: (title: string, date: string | undefined) => string;
    readonly lines: readonly string[];
    readonly pressing: string;
    readonly blog: string;
  };
}
