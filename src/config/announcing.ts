import { z } from 'zod';
import { type Checked, check, type Values } from './check.ts';
import { hiding } from './hiding.ts';
import * as variables from './variables.ts';

/** How new posts are announced. */
export interface Announcing {
  /** A SQLite file's path or `postgres://…`; printed as [secret], since a password may stand in it. */
  readonly database: string;
  /** How long a post must be unchanged, in milliseconds. */
  readonly after: number;
  /** How long after its date it is announced at most, in milliseconds. */
  readonly within: number;
  /** The id of the announcement channel that other servers may follow; absent where there is none. */
  readonly home?: string;
}

const minute = 60_000;

const announcing = z.object({
  DATABASE_URL: variables.DATABASE_URL.default('./data/quoth.db'),
  ANNOUNCE_AFTER: variables.ANNOUNCE_AFTER.default(10 * minute),
  ANNOUNCE_WITHIN: variables.ANNOUNCE_WITHIN.default(14 * 24 * 60 * minute),
  HOME_CHANNEL: variables.HOME_CHANNEL.optional(),
});

/** Reads what is set of announcing. */
export const readAnnouncing = (set: Values): Checked<Announcing> =>
  check(
    announcing.transform(read => {
      const { DATABASE_URL: database, ANNOUNCE_AFTER: after, ANNOUNCE_WITHIN: within } = read;
      const { HOME_CHANNEL: home } = read;
      return hiding({ database, after, within, ...(home === undefined ? {} : { home }) }, 'database');
    }),
    set,
  );
