import { sql } from 'kysely';
import type { Database } from './database.ts';

const day = 86_400_000;

/** How long it is kept that something was missed, in days, that of the asking included. */
const kept = 90;

/** Most rows; of more, those of what was asked least go, the older first. */
const mostRows = 10_000;

/** So often is something counted before it is looked at again what is to go. */
const looked = 100;

/** Something that was searched for and not found. */
export interface Missed {
  readonly query: string;
  /** How often it was, within the time that it is kept. */
  readonly count: number;
  /** The beginning of the last day on which it was (UTC), in milliseconds since 1970. */
  readonly last: number;
}

/** How often what was searched for and not found, by days, and not by whom. */
export interface MissedStore {
  /** Counts it once more. */
  readonly countMissed: (query: string, now: number) => Promise<void>;
  /** Deletes what is older than 90 days, and what is more than 10,000 rows. */
  readonly forgetMissed: (now: number) => Promise<void>;
  /** What was missed so often at least, the most often first, then the most lately. */
  readonly missed: (least: number, now: number) => Promise<readonly Missed[]>;
}

const dayOf = (now: number): number => Math.floor(now / day);

const tooMuch = sql`delete from missed where (query, day) in (
  select query, day from missed as one
  order by (select sum(count) from missed as same where same.query = one.query) desc, day desc, query
  limit 1000000 offset ${sql.lit(mostRows)})`;

export function missedStore({ use, useLightly }: Database): MissedStore {
  let counted = 0;
  const forgetMissed: MissedStore['forgetMissed'] = now =>
    useLightly(async db => {
      await db
        .deleteFrom('missed')
        .where('day', '<=', dayOf(now) - kept)
        .execute();
      await tooMuch.execute(db);
    });
  return {
    forgetMissed,
    countMissed: async (query, now) => {
      await useLightly(async db => {
        await db
          .insertInto('missed')
          .values({ query, day: dayOf(now), count: 1 })
          .onConflict(conflict =>
            conflict
              .columns(['query', 'day'])
              .doUpdateSet(({ eb }) => ({ count: eb('missed.count', '+', 1) })),
          )
          .execute();
      });
      counted += 1;
      if (counted % looked === 0) await forgetMissed(now);
    },
    missed: (least, now) =>
      use(async db => {
        const all = sql<number>`cast(sum(count) as integer)`;
        const rows = await db
          .selectFrom('missed')
          .select(({ fn }) => ['query', all.as('count'), fn.max('day').as('last')])
          .where('day', '>', dayOf(now) - kept)
          .groupBy('query')
          .having(all, '>=', least)
          .orderBy('count', 'desc')
          .orderBy('last', 'desc')
          .orderBy('query')
          .execute();
        return rows.map(({ query, count, last }) => ({ query, count, last: Number(last) * day }));
      }),
  };
}
