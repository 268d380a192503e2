import { sql } from 'kysely';
import type { DeliveryState } from '../announce/model.ts';
import type { Database } from './database.ts';

/** How much a store holds. */
export interface Census {
  readonly deliveries: Readonly<Record<DeliveryState, number>>;
  readonly subscriptions: Readonly<Record<'active' | 'paused', number>>;
}

const none: Census['deliveries'] = { due: 0, claimed: 0, sent: 0, unsure: 0, refused: 0, withdrawn: 0 };

/** Counts what a store holds. Rejects with a sentence where the database is away. */
export const censusOf =
  ({ use }: Database): (() => Promise<Census>) =>
  () =>
    use(async db => {
      const count = sql<number>`cast(count(*) as integer)`.as('count');
      const states = await db.selectFrom('delivery').select(['state', count]).groupBy('state').execute();
      const isPaused = sql<number>`case when paused_since is null then 0 else 1 end`;
      const channels = await db
        .selectFrom('subscription')
        .select([isPaused.as('paused'), count])
        .groupBy(isPaused)
        .execute();
      const channelsThat = (paused: number) => channels.find(row => row.paused === paused)?.count ?? 0;
      return {
        deliveries: { ...none, ...Object.fromEntries(states.map(({ state, count }) => [state, count])) },
        subscriptions: { active: channelsThat(0), paused: channelsThat(1) },
      };
    });
