import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll } from 'vitest';
import type { Store } from '../../src/announce/store.ts';
import { openStore } from '../../src/store/open.ts';
import { createDatabase, postgresPrograms, startPostgres } from './postgres.ts';

/** A kind of database that tests run on. */
export interface Kind {
  readonly name: string;
  /** The address of a database of its own, empty. */
  readonly fresh: () => Promise<string>;
}

const folder = mkdtempSync(join(tmpdir(), 'quoth-'));
const endings: (() => Promise<void>)[] = [];
const stores: Store[] = [];

afterAll(async () => {
  for (const store of stores) await store.close();
  for (const end of endings.toReversed()) await end();
  rmSync(folder, { recursive: true, force: true });
});

let made = 0;

/** SQLite, which is always there. */
export const sqlite: Kind = {
  name: 'SQLite',
  fresh: () => {
    made += 1;
    return Promise.resolve(join(folder, `${made}`, 'quoth.db'));
  },
};

async function startCluster(bin: string): Promise<string> {
  const { address, close } = await startPostgres(bin);
  endings.push(close);
  return address;
}

let server: Promise<string> | undefined;

function postgres(start: () => Promise<string>): Kind {
  return {
    name: 'PostgreSQL',
    fresh: async () => {
      server ??= start();
      made += 1;
      const { address, close } = await createDatabase(await server, `quoth_${process.pid}_${made}`);
      endings.push(close);
      return address;
    },
  };
}

function kindsHere(): readonly Kind[] {
  const address = process.env.TEST_DATABASE_URL;
  if (address) return [sqlite, postgres(() => Promise.resolve(address))];
  const bin = postgresPrograms();
  if (bin !== undefined) return [sqlite, postgres(() => startCluster(bin))];
  console.warn('No PostgreSQL is here, and TEST_DATABASE_URL names none: only SQLite is tested.');
  return [sqlite];
}

/**
 * SQLite and, where it is installed or TEST_DATABASE_URL names a server, PostgreSQL. What tests open is closed and
 * taken away after the last one of a file.
 */
export const kinds = kindsHere();

/** A store over a database that is there or not. It is closed after the last test of the file. */
export function storeAt(address: string): Store {
  const store = openStore(address);
  stores.push(store);
  return store;
}
