import { sql } from 'kysely';
import type { Store } from '../announce/store.ts';
import type { Database } from './database.ts';

const minute = 60_000;

/** Counts that are older than this are of no use to anybody. */
const remembered = 60 * minute;

/** Nobody reserves so far ahead: whoever did has a clock that is wrong, or was set right since. */
const broken = 10 * minute;

type PaceStore = Pick<Store, 'reserve' | 'countFailure' | 'failures' | 'chore' | 'clock'>;

/** What keeps all who send in step: how fast, how often refused, whose turn it is. */
export function paceStore({ use, useLightly, isPostgres }: Database): PaceStore {
  return {
    clock: () => {
      if (!isPostgres) return Promise.resolve(undefined);
      const moment = sql<{
        now: number;
      }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`;
      return use(async db => (await moment.execute(db)).rows[0]?.now);
    },
    reserve: (count, now, spacing, horizon) =>
      useLightly(async db => {
        const length = count * spacing;
        const end = sql<number>`case when occasion.at between ${now} and ${now + broken}
          then occasion.at else ${now} end + ${length}`;
        const [free] = await db
          .insertInto('occasion')
          .values({ name: 'free', at: now + length })
          .onConflict(conflict =>
            conflict
              .column('name')
              .doUpdateSet({ at: end })
              .where(({ or, eb }) =>
                or([eb('occasion.at', '<=', now + horizon), eb('occasion.at', '>', now + broken)]),
              ),
          )
          .returning('at')
          .execute();
        return free && free.at - length;
      }),
    countFailure: now =>
      useLightly(async (db, together) => {
        await together([
          db
            .insertInto('failure')
            .values({ minute: Math.floor(now / minute), count: 1 })
            .onConflict(conflict =>
              conflict.column('minute').doUpdateSet(({ eb }) => ({ count: eb('failure.count', '+', 1) })),
            ),
          db.deleteFrom('failure').where('minute', '<', Math.floor((now - remembered) / minute)),
        ]);
      }),
    failures: since =>
      use(async db => {
        const rows = await db
          .selectFrom('failure')
          .select('count')
          .where('minute', '>=', Math.floor(since / minute))
          .execute();
        return rows.reduce((sum, { count }) => sum + count, 0);
      }),
    chore: (name, now, before) =>
      use(async db => {
        const mine = await db
          .insertInto('occasion')
          .values({ name, at: now })
          .onConflict(conflict =>
            conflict.column('name').doUpdateSet({ at: now }).where('occasion.at', '<=', before),
          )
          .returning('name')
          .execute();
        return mine.length === 1;
      }),
  };
}
