import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { fileOf, nameOf } from './address.ts';
import { faultOf } from './fault.ts';

/** By which all who share a PostgreSQL tell each other at once that there is something new. */
export interface Bell {
  /** Tells the others; where the database is away, once it is there again. */
  readonly ring: () => void;
  readonly close: () => Promise<void>;
}

export interface BellOptions {
  /** `postgres://…` */
  readonly address: string;
  /** Somebody else rang, or may have: while the connection was lost nobody was heard. */
  readonly heard: () => void;
  /** Is told what is wrong, once, until it is right again. */
  readonly warn: (sentence: string) => void;
  /** Resolves after so many milliseconds, or once the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The name of PostgreSQL's channel: https://www.postgresql.org/docs/current/sql-notify.html. */
const channel = 'quoth_content';

/** Nobody tells whoever only listens that the line is dead: it is tried so often, in milliseconds. */
const tried = 60_000;

/** How long is waited until a lost connection is made again, in milliseconds: at first, and at most. */
const shortest = 1_000;
const longest = 60_000;

async function connected(address: string): Promise<Client> {
  const client = new Client({
    connectionString: address,
    application_name: 'quoth bell',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
  });
  // Without somebody who listens, the process would end.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(`listen ${channel}`);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/** A bell, until it is closed; undefined where the database is no PostgreSQL. Nothing that fails ends it. */
export function openBell({ address, heard, warn, wait }: BellOptions): Bell | undefined {
  if (fileOf(address) !== undefined) return undefined;
  const own = randomUUID();
  const end = new AbortController();
  let isDue = false;
  let wake: () => void = () => undefined;

  /** Waits until there is something to do. */
  const pause = async (ms: number, lost: Promise<unknown>): Promise<void> => {
    const woken = new AbortController();
    wake = () => woken.abort();
    if (!isDue) await Promise.race([wait(ms, AbortSignal.any([end.signal, woken.signal])), lost]);
    woken.abort();
  };
  const ringBy = async (client: Client): Promise<void> => {
    isDue = false;
    try {
      await client.query('select pg_notify($1, $2)', [channel, own]);
    } catch (error) {
      isDue = true;
      throw error;
    }
  };
  /** Hears and rings until the connection is lost, which it rejects with, or the bell is closed. */
  const serve = async (client: Client): Promise<void> => {
    let isLost = false;
    const lost = new Promise<void>(resolve => {
      client.once('end', () => {
        isLost = true;
        resolve();
      });
    });
    client.on('notification', ({ payload }) => (payload === own ? undefined : heard()));
    while (!end.signal.aborted) {
      if (isLost) throw new Error('the connection was lost');
      if (isDue) await ringBy(client);
      else await client.query('select');
      await pause(tried, lost);
    }
  };
  const run = async (): Promise<void> => {
    let [failures, isFirst] = [0, true];
    while (!end.signal.aborted) {
      let client: Client | undefined;
      try {
        client = await connected(address);
        if (!isFirst) heard();
        [failures, isFirst] = [0, false];
        await serve(client);
      } catch (error) {
        if (failures === 0) warn(`Other replicas are not heard. ${faultOf(error, nameOf(address)).message}`);
        isFirst = false;
        failures += 1;
      }
      await client?.end().catch(() => undefined);
      if (failures > 0) await wait(Math.min(longest, shortest * 2 ** Math.min(failures - 1, 10)), end.signal);
    }
  };
  const running = run();
  return {
    ring: () => {
      isDue = true;
      wake();
    },
    close: async () => {
      end.abort();
      await running;
    },
  };
}
