import type { Database } from './database.ts';

/** Whose turn it is: the caller's, somebody else's, or nobody's any more, since it is done. */
export type Whose = 'mine' | 'taken' | 'done';

/** Times in milliseconds since 1970. */
export interface Turn {
  readonly now: number;
  /** When somebody else may take it although it was not given back: who had it is gone. */
  readonly until: number;
  /** What was done before that is done anew. */
  readonly since: number;
}

/** What one of all who share a database does for all of them. */
export interface TurnStore {
  /** Takes the turn of doing something, unless somebody has it, or has done it since. */
  readonly takeTurn: (what: string, turn: Turn) => Promise<Whose>;
  /** Gives it back, done or not. */
  readonly endTurn: (what: string, now: number, isDone: boolean) => Promise<void>;
}

const done = (what: string): string => `${what}, done`;

export function turnStore({ use }: Database): TurnStore {
  return {
    takeTurn: (what, { now, until, since }) =>
      use(async db => {
        const before = db.selectFrom('occasion').select('at').where('name', '=', done(what));
        if ((await before.where('at', '>=', since).execute()).length > 0) return 'done';
        const mine = await db
          .insertInto('occasion')
          .values({ name: what, at: until })
          .onConflict(conflict =>
            conflict.column('name').doUpdateSet({ at: until }).where('occasion.at', '<=', now),
          )
          .returning('name')
          .execute();
        return mine.length === 1 ? 'mine' : 'taken';
      }),
    endTurn: (what, now, isDone) =>
      use(async db => {
        // In this order: whoever finds the turn free finds that it is done.
        for (const name of isDone ? [done(what), what] : [what]) {
          await db
            .insertInto('occasion')
            .values({ name, at: now })
            .onConflict(conflict => conflict.column('name').doUpdateSet({ at: now }))
            .execute();
        }
      }),
  };
}
