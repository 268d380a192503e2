import { Pool } from 'undici';
import { makeClock } from '../discord/clock.ts';
import { makeSigner } from '../discord/endpoint.ts';
import { benchBot, recorded } from './bot.ts';
import { end, freePort, ready, script } from './child.ts';
import { middle } from './measure.ts';
import type { Row } from './table.ts';

const rounds = 7;
const connections = 16;
/** How long each server is asked in each round, in milliseconds. */
const stretch = 1_000;

/**
 * Interactions per second over HTTP on loopback, beside a server that only verifies the signature. All take turns
 * within each round, so that whatever else the machine does weighs on them alike; a share is the middle of the
 * rounds' shares.
 */
export async function bench(): Promise<readonly Row[]> {
  const signer = makeSigner(makeClock());
  const respond = await benchBot();
  const asked = await recorded(respond, reader => reader.types('/insight 5'));
  const insight = JSON.stringify(asked);
  const search = JSON.stringify(await recorded(respond, reader => reader.types('/search long context')));
  const ping = JSON.stringify({ ...asked, type: 1, data: undefined });

  const bare = await serve('test/bench/verify-only.ts', [], signer.publicKey);
  const quoth = await serve('src/main.ts', ['http'], signer.publicKey);
  const contests = [
    { what: 'signature only', pool: bare.pool, body: insight },
    { what: 'PING', pool: quoth.pool, body: ping },
    { what: '/insight 5', pool: quoth.pool, body: insight },
    { what: '/search long context', pool: quoth.pool, body: search },
  ];
  try {
    const rates = contests.map((): number[] => []);
    for (let round = -1; round < rounds; round++) {
      for (const [index, { pool, body }] of contests.entries()) {
        const rate = await ask(pool, body, signer.headers(body));
        if (round >= 0) rates[index]?.push(rate);
      }
    }
    const [yardstick = []] = rates;
    return contests.map(({ what }, index) => {
      const own = rates[index] ?? [];
      const shares = own.map((rate, round) => rate / (yardstick[round] ?? Number.NaN));
      return { what, numbers: { 'per second': middle(own), 'share of signature only': middle(shares) } };
    });
  } finally {
    for (const { child, pool } of [bare, quoth]) {
      await pool.destroy();
      await end(child);
    }
  }
}

async function serve(path: string, args: readonly string[], publicKey: string) {
  const port = await freePort();
  const child = script(path, args, { DISCORD_PUBLIC_KEY: publicKey, PORT: port });
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections });
  await ready(child, async () => {
    const { body } = await pool.request({ path: '/healthz', method: 'GET' });
    await body.dump();
    return true;
  });
  return { child, pool };
}

/** Requests per second that a server answers while all connections are kept busy. Throws unless each is a 200. */
async function ask(pool: Pool, body: string, headers: Record<string, string>): Promise<number> {
  const start = performance.now();
  let answered = 0;
  const one = async (): Promise<void> => {
    while (performance.now() - start < stretch) {
      const response = await pool.request({ path: '/interactions', method: 'POST', body, headers });
      await response.body.dump();
      if (response.statusCode !== 200) throw new Error(`the server answered ${response.statusCode}`);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  return (answered / (performance.now() - start)) * 1_000;
}
