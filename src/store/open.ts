import { makeDatabase } from './connect.ts';
import { type CountedStore, storeOn } from './on.ts';

/**
 * The store in a SQLite file, or in PostgreSQL where the address is `postgres://…`. It is opened, and its tables brought
 * to this version, when first used; where that fails, whoever asks is told, and it is tried again when next used.
 */
export const openStore = (address: string): CountedStore => storeOn(makeDatabase(address));
