import type { HttpProxy } from '../../network/proxy.ts';

/** For Basic authentication. */
export interface Login {
  /** Absent where an access token needs none. */
  readonly name?: string;
  /** A password or an access token. */
  readonly password: string;
}

/** A git repository that holds posts. */
export interface GitAddress {
  readonly kind: 'git';
  /** Without a login. */
  readonly url: string;
  /** A branch or a tag; the server's own where absent. */
  readonly branch?: string;
  /** Path of the posts within it, with `/`; empty for its root. */
  readonly folder: string;
}

/** An RSS, Atom or JSON feed. */
export interface FeedAddress {
  readonly kind: 'feed';
  /** Without a login. */
  readonly url: string;
}

/** Where posts are brought from. */
export type RemoteAddress = GitAddress | FeedAddress;

/** All that asking a source takes: plain data, for a worker. */
export interface Asking<Address extends RemoteAddress = RemoteAddress> {
  readonly address: Address;
  readonly login?: Login;
  readonly proxy?: HttpProxy;
  /** The source's own folder within CACHE_DIR. */
  readonly store: string;
  /** How long a silence may last, in milliseconds. */
  readonly patience?: number;
}

/** Why a source gave nothing. */
export interface Fault {
  /** Whole: what happened, where, what to do. */
  readonly sentence: string;
  /** Whether trying again cannot help: a login that is refused, a repository that is not there. */
  readonly needsPerson: boolean;
}

/** What a source said when it was asked: where its posts lie on this disk, or why they could not be brought. */
export type Update =
  | { readonly folder: string; readonly notes: readonly string[] }
  | { readonly fault: Fault };

/** How a source is doing. */
export interface SourceState {
  /** Its address, as it may be shown. */
  readonly source: string;
  readonly state: 'asking' | 'current' | 'away';
  /** Since when it is away, in milliseconds since 1970. */
  readonly since?: number;
  /** Why. */
  readonly reason?: string;
}
