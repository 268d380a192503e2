import { Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { dialectOf } from '../../src/store/address.ts';
import { allKinds, d1At, storeAt } from './databases.ts';
import { noon } from './samples.ts';

const day = 86_400_000;
/** Carries out a statement behind the store's back. */
async function execute(address: string, statement: string): Promise<void> {
  const bound = d1At(address);
  if (bound) {
    await bound.prepare(statement).all();
    return;
  }
  const db = new Kysely({ dialect: dialectOf(address) });
  await sql.raw(statement).execute(db);
  await db.destroy();
}

const today = Math.floor(noon / day) * day;

describe.each(allKinds)('what was searched for and not found: $name', ({ fresh }) => {
  it('is counted over the days, and told from so many askings on, the most asked first', async () => {
    const store = storeAt(await fresh());
    const ask = async (query: string, ...days: readonly number[]) => {
      for (const back of days) await store.countMissed(query, noon - back * day);
    };
    await ask('咖啡机', 0, 0, 1, 40);
    await ask('kubernetes', 2, 3, 4);
    await ask('typed once', 0);
    await ask('typed twice', 0, 1);
    expect(await store.missed(3, noon)).toEqual([
      { query: '咖啡机', count: 4, last: today },
      { query: 'kubernetes', count: 3, last: today - 2 * day },
    ]);
    expect(await store.missed(2, noon)).toHaveLength(3);
  });

  it('is told for 90 days, and then deleted', async () => {
    const store = storeAt(await fresh());
    for (let time = 0; time < 3; time++) await store.countMissed('kubernetes', noon);
    expect(await store.missed(3, noon + 89 * day)).toHaveLength(1);
    expect(await store.missed(1, noon + 90 * day)).toEqual([]);
    await store.forgetMissed(noon + 89 * day);
    expect(await store.missed(1, noon)).toHaveLength(1);
    await store.forgetMissed(noon + 90 * day);
    expect(await store.missed(1, noon)).toEqual([]);
  });

  it('is never of more than 10,000 rows: what was asked least goes, the older first', async () => {
    const address = await fresh();
    const store = storeAt(address);
    for (const back of [30, 20, 10]) await store.countMissed('waited for', noon - back * day);
    await store.countMissed('old', noon - 80 * day);
    await execute(
      address,
      `with recursive one(number) as (select 1 union all select number + 1 from one where number < 9999)
      insert into missed (query, day, count) select 'noise ' || number, ${today / day}, 1 from one`,
    );
    await store.forgetMissed(noon);
    const all = await store.missed(1, noon);
    expect(all).toHaveLength(9_998);
    expect(all[0]).toEqual({ query: 'waited for', count: 3, last: today - 10 * day });
    expect(all.some(({ query }) => query === 'old')).toBe(false);
  });

  it('counts each asking of many at once, also from two processes', async () => {
    const address = await fresh();
    const [one, other] = [storeAt(address), storeAt(address)];
    await one.missed(1, noon);
    const asked = Array.from({ length: 40 }, (_, at) =>
      (at % 2 ? one : other).countMissed('kubernetes', noon),
    );
    await Promise.all(asked);
    expect(await other.missed(3, noon)).toEqual([{ query: 'kubernetes', count: 40, last: today }]);
  });
});
