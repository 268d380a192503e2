import type { Moment, Sender, Servers } from './model.ts';
import type { Content } from './sight.ts';
import type { Revision, Store } from './store.ts';
import type { Patience } from './waiting.ts';

/** Where log lines go. Fields hold no secret and nothing that a reader typed. */
export interface Log {
  readonly info: (fields: object, line: string) => void;
  readonly warn: (fields: object, line: string) => void;
}

/** How many requests may still be made, to Discord and to the store together: what may be left undone goes by it. */
export interface Allowance {
  readonly left: () => number;
}

/** All that announcing needs of the world. */
export interface Parts {
  readonly store: Store;
  readonly sender: Sender;
  readonly servers: Servers;
  readonly patience: Patience;
  /** The announcement channel that others may follow. */
  readonly home?: string;
  /** Whether an address answers (HEAD), within a few seconds. Never rejects. */
  readonly answers: (url: string) => Promise<boolean>;
  readonly now: () => Moment;
  /** Resolves after `ms` milliseconds, or once `signal` is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
  /** Resolves once other work was done. */
  readonly otherWork: () => Promise<void>;
  readonly log: Log;
  /** Where requests are counted; any number where it is absent. */
  readonly allowance?: Allowance;
}

/** A complete reading of the content. */
export interface Reading {
  readonly content: Content;
  readonly revision: Revision;
}

/** The content as this process has read it last, and whether it is the newest that anybody has. */
export interface Current extends Reading {
  readonly newest: boolean;
}
