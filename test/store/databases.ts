import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll } from 'vitest';
import { openD1 } from '../../src/store/d1.ts';
import type { CountedStore } from '../../src/store/on.ts';
import { openStore } from '../../src/store/open.ts';
import { type D1Server, startD1 } from './d1.ts';
import { createDatabase, postgresPrograms, startPostgres } from './postgres.ts';

/** A kind of database that tests run on. */
export interface Kind {
  readonly name: string;
  /** The address of a database of its own, empty. */
  readonly fresh: () => Promise<string>;
}

const folder = mkdtempSync(join(tmpdir(), 'quoth-'));
const endings: (() => Promise<void>)[] = [];
const stores: CountedStore[] = [];

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

let d1Server: D1Server | undefined;

/** D1 as Workers have it, in workerd. No process can open it by an address. */
const d1: Kind = {
  name: 'D1',
  fresh: async () => {
    if (d1Server === undefined) {
      d1Server = await startD1();
      endings.push(d1Server.close);
    }
    return d1Server.fresh();
  },
};

/** The same, and D1. */
export const allKinds: readonly Kind[] = [...kinds, d1];

/** The D1 database that `allKinds` gave that address. */
export const d1At = (address: string) => d1Server?.at(address);

/** A store over a database that is there or not. It is closed after the last test of the file. */
export function storeAt(address: string): CountedStore {
  const bound = d1At(address);
  const store = bound === undefined ? openStore(address) : openD1(bound);
  stores.push(store);
  return store;
}
