import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { APIInteraction } from 'discord-api-types/v10';
import { Pool } from 'undici';
import { makeClock } from '../discord/clock.ts';
import { makeSigner, type Signer } from '../discord/endpoint.ts';
import { benchBot, recorded } from './bot.ts';
import { end, freePort, ready, script } from './child.ts';
import { acts } from './commands.ts';
import { middle, percentile } from './measure.ts';
import type { Row } from './table.ts';

const rounds = 5;
const connections = 16;
/** How long each server is asked in each round, and for the latency, in milliseconds. */
const stretch = 1_000;
const latencyStretch = 10_000;

interface Asked {
  readonly what: string;
  readonly interaction: APIInteraction;
}

/**
 * Interactions over HTTP on loopback, beside a server that only verifies the signature and sends a fixed body: how many
 * a second, the processor's time that each takes, and how many times what the yardstick takes that is. All take turns
 * within each round, so that whatever else the machine does weighs on them alike; a share is the middle of the rounds'
 * shares. The last row: how long `/insight 5` takes while half as many arrive as could be answered.
 */
export async function bench(): Promise<readonly Row[]> {
  const signer = makeSigner(makeClock());
  const respond = await benchBot();
  const asked: Asked[] = [];
  for (const [what, does] of Object.entries(acts)) {
    asked.push({ what, interaction: await recorded(respond, does) });
  }
  const insight = asked.find(({ what }) => what === '/insight 5');
  if (insight === undefined) throw new Error('The yardstick has nothing to be measured by.');
  const { callback } = await respond(insight.interaction);
  const bare = await serve('test/bench/verify-only.ts', [], signer.publicKey, JSON.stringify(callback));
  const quoth = await serve('src/main.ts', ['http'], signer.publicKey);
  const contests = [
    { ...insight, what: 'signature and a fixed body', server: bare },
    ...asked.map(one => ({ ...one, server: quoth })),
  ];
  try {
    const measured = contests.map((): Measured[] => []);
    for (let round = -1; round < rounds; round++) {
      for (const [index, { server, interaction }] of contests.entries()) {
        const one = await ask(server, interaction, signer);
        if (round >= 0) measured[index]?.push(one);
      }
    }
    const [yardstick = []] = measured;
    const rows = contests.map(({ what }, index): Row => {
      const own = measured[index] ?? [];
      const times = own.map(({ cpu }, round) => cpu / (yardstick[round]?.cpu ?? Number.NaN));
      return {
        what,
        numbers: {
          'per second': middle(own.map(({ rate }) => rate)),
          'CPU µs': middle(own.map(({ cpu }) => cpu)),
          'times the yardstick': middle(times),
        },
      };
    });
    const most = rows.find(({ what }) => what === '/insight 5')?.numbers['per second'] ?? 0;
    return [...rows, await latency(quoth, insight.interaction, signer, most / 2)];
  } finally {
    for (const { child, pool } of [bare, quoth]) {
      await pool.destroy();
      await end(child);
    }
  }
}

interface Server {
  readonly child: ChildProcess;
  readonly pool: Pool;
}

async function serve(path: string, args: readonly string[], publicKey: string, body = ''): Promise<Server> {
  const port = await freePort();
  const child = script(path, args, { DISCORD_PUBLIC_KEY: publicKey, PORT: port, FIXED_BODY: body });
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections });
  await ready(child, async () => {
    const { body: health } = await pool.request({ path: '/healthz', method: 'GET' });
    await health.dump();
    return true;
  });
  return { child, pool };
}

/** The processor's time that a process has taken, in microseconds; a tick of /proc is 10 ms, on Linux alone. */
function cpuOf({ pid }: ChildProcess): number {
  const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = after.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

let readers = 0;

const servers = 10_000;

/** The interaction as another reader's, made now, in one of many servers: nobody asks so much alone. */
function byAnother(interaction: APIInteraction): string {
  readers += 1;
  // What an id says of when it was made, Quoth takes for how long it has waited.
  const id = String(((BigInt(Date.now()) - 1_420_070_400_000n) << 22n) + BigInt(readers % 4_194_304));
  const guild = String(1_300_000_000_000_000_000n + BigInt(readers % servers));
  const member = interaction.member && { ...interaction.member, user: { ...interaction.member.user, id } };
  return JSON.stringify({
    ...interaction,
    id,
    channel_id: id,
    guild_id: guild,
    ...(member ? { member } : {}),
  });
}

async function send(pool: Pool, interaction: APIInteraction, signer: Signer): Promise<void> {
  const body = byAnother(interaction);
  const headers = signer.headers(body);
  const response = await pool.request({ path: '/interactions', method: 'POST', body, headers });
  await response.body.dump();
  if (response.statusCode !== 200) throw new Error(`the server answered ${response.statusCode}`);
}

interface Measured {
  /** Requests per second. */
  readonly rate: number;
  /** Microseconds of the processor for each. */
  readonly cpu: number;
}

/** Keeps all connections of a server busy for a while. Throws unless each answer is a 200. */
async function ask({ pool, child }: Server, interaction: APIInteraction, signer: Signer): Promise<Measured> {
  const [start, spent] = [performance.now(), cpuOf(child)];
  let answered = 0;
  const one = async (): Promise<void> => {
    while (performance.now() - start < stretch) {
      await send(pool, interaction, signer);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  const rate = (answered / (performance.now() - start)) * 1_000;
  return { rate, cpu: (cpuOf(child) - spent) / answered };
}

/** How long an answer takes while `rate` interactions a second arrive, whether the ones before are answered or not. */
async function latency(
  { pool }: Server,
  interaction: APIInteraction,
  signer: Signer,
  rate: number,
): Promise<Row> {
  const start = performance.now();
  const durations: number[] = [];
  const under: Promise<void>[] = [];
  const one = async (due: number): Promise<void> => {
    await send(pool, interaction, signer);
    durations.push(performance.now() - start - due);
  };
  for (let sent = 0; performance.now() - start < latencyStretch; ) {
    for (; (sent / rate) * 1_000 <= performance.now() - start; sent++) under.push(one((sent / rate) * 1_000));
    await pause(1);
  }
  await Promise.all(under);
  const sorted = durations.sort((one_, other) => one_ - other);
  return {
    what: `/insight 5 at ${Math.round(rate)} a second`,
    numbers: { 'per second': rate, 'median ms': percentile(sorted, 0.5), 'p99 ms': percentile(sorted, 0.99) },
  };
}
