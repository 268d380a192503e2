import type { Store } from '../announce/store.ts';
import { type Census, censusOf } from './census.ts';
import { claimStore } from './claiming.ts';
import { makeDatabase } from './database.ts';
import { deliveryStore } from './deliveries.ts';
import { observeStore } from './observing.ts';
import { paceStore } from './pace.ts';
import { planStore } from './planning.ts';
import { postStore } from './posts.ts';
import { settleStore } from './settling.ts';
import { subscriptionStore } from './subscriptions.ts';
import { waitStore } from './waits.ts';

/**
 * The store in a SQLite file, or in PostgreSQL where the address is `postgres://…`. It is opened, and its tables brought
 * to this version, when first used; where that fails, whoever asks is told, and it is tried again when next used.
 */
export function openStore(address: string): Store & { readonly census: () => Promise<Census> } {
  const database = makeDatabase(address);
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
    census: censusOf(database),
    close: database.close,
  };
}
