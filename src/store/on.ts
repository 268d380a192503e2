import type { Store } from '../announce/store.ts';
import { type Census, censusOf } from './census.ts';
import { claimStore } from './claiming.ts';
import type { Database } from './database.ts';
import { deliveryStore } from './deliveries.ts';
import { type MissedStore, missedStore } from './missed.ts';
import { observeStore } from './observing.ts';
import { paceStore } from './pace.ts';
import { planStore } from './planning.ts';
import { postStore } from './posts.ts';
import { settleStore } from './settling.ts';
import { subscriptionStore } from './subscriptions.ts';
import { type TurnStore, turnStore } from './turns.ts';
import { waitStore } from './waits.ts';

/** A store that also counts what it holds. */
export type CountedStore = Store & MissedStore & TurnStore & { readonly census: () => Promise<Census> };

/** The store in a database of any kind. */
export function storeOn(database: Database): CountedStore {
  return {
    ...observeStore(database),
    ...postStore(database),
    ...waitStore(database),
    ...subscriptionStore(database),
    ...planStore(database),
    ...claimStore(database),
    ...settleStore(database),
    ...deliveryStore(database),
    ...paceStore(database),
    ...missedStore(database),
    ...turnStore(database),
    census: censusOf(database),
    close: database.close,
  };
}
