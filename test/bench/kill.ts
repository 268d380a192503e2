import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/open.ts';
import { killing } from '../announce/killing.ts';
import { postgresPrograms, startPostgres } from '../store/postgres.ts';
import type { Row } from './table.ts';

const channels = 1_000;
const kills = 200;

/** Every twentieth is a forum, in which a request that was repeated would open a second thread. */
const kindOf = (channel: number) => (channel % 20 === 5 ? 'forum' : 'text');

async function counted(what: string, address: string): Promise<Row> {
  const store = openStore(address);
  const begun = performance.now();
  try {
    const { sent, seen, lost, twice } = await killing({ address, store, channels, kills, kindOf });
    return { what, numbers: { kills, sent, seen, lost, twice, s: (performance.now() - begun) / 1_000 } };
  } finally {
    await store.close();
  }
}

/**
 * Four processes tell 1,000 channels of new posts, and one of them is killed 200 times: what was sent, what is seen,
 * what is lost and what stands somewhere twice. On SQLite and, where it is installed, on PostgreSQL.
 */
export async function bench(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'quoth-bench-kill-'));
  const bin = postgresPrograms();
  const cluster = bin === undefined ? undefined : await startPostgres(bin);
  try {
    const own = await counted('four processes over SQLite', join(folder, 'quoth.db'));
    return cluster ? [own, await counted('four processes over PostgreSQL', cluster.address)] : [own];
  } finally {
    await cluster?.close();
    rmSync(folder, { recursive: true });
  }
}
