import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Client } from 'pg';
import { afterAll } from 'vitest';
import type { Store } from '../../src/announce/store.ts';
import { openStore } from '../../src/store/open.ts';

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

/** Debian keeps PostgreSQL's programs where no shell looks. */
function programs(): string | undefined {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return undefined;
  const newest = readdirSync(root).toSorted((one, other) => Number(other) - Number(one))[0];
  const bin = newest === undefined ? root : join(root, newest, 'bin');
  return existsSync(join(bin, 'initdb')) ? bin : undefined;
}

/** PostgreSQL refuses to run as root: then it is run as the user that Debian's package makes. */
function user(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Starts a PostgreSQL of its own in a temporary folder, reached by a socket there. */
async function startCluster(bin: string): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'pg-'));
  const as = user();
  if (as.uid !== undefined && as.gid !== undefined) chownSync(home, as.uid, as.gid);
  const data = join(home, 'data');
  const quick = ['--no-sync', '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale', 'C.UTF-8'];
  execFileSync(join(bin, 'initdb'), ['-D', data, ...quick], { ...as, cwd: home, stdio: 'pipe' });
  const settings = ['-c', 'fsync=off', '-c', 'listen_addresses=', '-c', `unix_socket_directories=${home}`];
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings], { ...as, cwd: home, stdio: 'pipe' });
  endings.push(async () => {
    const ended = once(server, 'close');
    server.kill('SIGINT');
    await ended;
    rmSync(home, { recursive: true, force: true });
  });
  let written = '';
  for await (const chunk of server.stderr) {
    written += String(chunk);
    if (written.includes('ready to accept connections')) break;
  }
  if (!written.includes('ready to accept connections')) throw new Error(written);
  return `postgres://postgres@localhost/postgres?host=${home}`;
}

async function execute(address: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

let server: Promise<string> | undefined;

function postgres(start: () => Promise<string>): Kind {
  return {
    name: 'PostgreSQL',
    fresh: async () => {
      server ??= start();
      const address = await server;
      made += 1;
      const name = `quoth_${process.pid}_${made}`;
      await execute(address, `create database ${name}`);
      endings.push(() => execute(address, `drop database if exists ${name} with (force)`));
      const url = new URL(address);
      url.pathname = `/${name}`;
      return url.href;
    },
  };
}

function kindsHere(): readonly Kind[] {
  const address = process.env.TEST_DATABASE_URL;
  if (address) return [sqlite, postgres(() => Promise.resolve(address))];
  const bin = programs();
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
