import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Client } from 'pg';

/** A PostgreSQL for as long as it is needed. */
export interface Cluster {
  readonly address: string;
  /** Stops it, and takes away all that it wrote. */
  readonly close: () => Promise<void>;
}

/** A whole server, which can be away for a while. */
export interface Server extends Cluster {
  readonly stops: () => Promise<void>;
  readonly starts: () => Promise<void>;
}

/** Debian keeps PostgreSQL's programs where no shell looks. Undefined where there are none. */
export function postgresPrograms(): string | undefined {
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

/**
 * Stops and starts the server as it is told to. Ends it and clears up once nobody holds its input any more: also where
 * whoever started it was killed.
 */
const keeper = `
  "$@" </dev/null & server=$!
  while read -r told; do
    if [ "$told" = stop ]; then kill -INT $server; wait $server; else "$@" </dev/null & server=$!; fi
  done
  kill -INT $server; wait $server; rm -rf "$HOME"`;

const ready = 'ready to accept connections';

/** Starts a PostgreSQL in a temporary folder, reached by a socket there, with what is in the folder `bin`. */
export async function startPostgres(bin: string): Promise<Server> {
  const home = mkdtempSync(join(tmpdir(), 'pg-'));
  const as = user();
  if (as.uid !== undefined && as.gid !== undefined) chownSync(home, as.uid, as.gid);
  const data = join(home, 'data');
  const quick = ['--no-sync', '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale', 'C.UTF-8'];
  execFileSync(join(bin, 'initdb'), ['-D', data, ...quick], { ...as, cwd: home, stdio: 'pipe' });
  const settings = ['-c', 'fsync=off', '-c', 'listen_addresses=', '-c', `unix_socket_directories=${home}`];
  const command = [join(bin, 'postgres'), '-D', data, ...settings];
  const server = spawn('sh', ['-c', keeper, 'sh', ...command], {
    ...as,
    cwd: '/',
    env: { PATH: process.env.PATH, HOME: home },
    // An interrupt from the keyboard is for the tests, which end it.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let written = '';
  // All that it says is taken, whether anybody waits for it or not: it would stand still once nobody did.
  server.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    written = `${written}${chunk}`.slice(-10_000);
  });
  const gone = once(server, 'close').then(() => true);
  /** Resolves once the server says that, from now on. */
  const says = async (wanted: string): Promise<void> => {
    written = '';
    while (!written.includes(wanted)) {
      const isGone = await Promise.race([once(server.stderr, 'data').then(() => false), gone]);
      if (isGone) throw new Error(written);
    }
  };
  const asked = async (what: string, wanted: string): Promise<void> => {
    const said = says(wanted);
    server.stdin.write(`${what}\n`);
    await said;
  };
  await says(ready);
  return {
    stops: () => asked('stop', 'database system is shut down'),
    starts: () => asked('start', ready),
    address: `postgres://postgres@localhost/postgres?host=${home}`,
    close: async () => {
      const ended = once(server, 'close');
      server.stdin.end();
      await ended;
    },
  };
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

/** A database of its own on a server: its address, and how to take it away. */
export async function createDatabase(address: string, name: string): Promise<Cluster> {
  await execute(address, `create database ${name}`);
  const url = new URL(address);
  url.pathname = `/${name}`;
  return {
    address: url.href,
    close: () => execute(address, `drop database if exists ${name} with (force)`),
  };
}
