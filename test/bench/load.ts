import { loadavg } from 'node:os';
import { type Ground, lasting, makeGround } from './load/ground.ts';
import type { Held } from './load/inside.ts';
import { startIdle } from './load/quoth.ts';
import { burst, patiently, type Streamed, stream } from './load/stream.ts';
import { makeTraffic, type Traffic } from './load/traffic.ts';
import { overGateway, overHttp, type Way } from './load/ways.ts';
import { median, percentile } from './measure.ts';
import type { Row } from './table.ts';

/** So many at once, each by a connection of its own. */
const atOnce = 2_000;
/** How many connections are there otherwise. */
const connections = 64;

/** Interactions a second, over HTTP and over the gateway. */
const rates = { http: 500, gateway: 200 };

/** Readers ask so many times before anything is measured, so that what is compiled later is compiled. */
const warmUp = { rate: 100, ms: 5_000 };

/** When memory is looked at, as shares of the whole time: once it has warmed, in the middle, at the end. */
const parts = [0.1, 0.4, 0.5];

const megabytes = (bytes: number): number => bytes / 1e6;

function told(streamed: readonly Streamed[]): Readonly<Record<string, number>> {
  const durations = streamed.flatMap(one => one.durations).sort((one, other) => one - other);
  const sent = streamed.reduce((sum, one) => sum + one.sent, 0);
  for (const fault of new Set(streamed.flatMap(({ faults }) => faults))) console.error(fault);
  return {
    sent,
    lost: sent - durations.length,
    'median ms': median(durations),
    'p99 ms': percentile(durations, 0.99),
    'most ms': durations.at(-1) ?? Number.NaN,
  };
}

/** Answers that were put off, those of them that never came, and what the log told of as errors. */
async function owed({ quoth, putOff }: Way): Promise<Readonly<Record<string, number>>> {
  await patiently(() => putOff().kept >= putOff().promised);
  const { promised, kept } = putOff();
  const value = await quoth.metrics();
  const errors = value('quoth_errors_total') - value('quoth_errors_total{kind="content"');
  return { 'put off': promised, 'never came': Math.max(0, promised - kept), errors };
}

async function bursting({ variables }: Ground, traffic: Traffic): Promise<Row> {
  const way = await overHttp(atOnce, variables);
  try {
    await stream(() => way.ask(traffic()), warmUp);
    const before = await way.quoth.held();
    const streamed = await burst(() => way.ask(traffic()), atOnce);
    const after = await way.quoth.held();
    const numbers = { ...told([streamed]), ...(await owed(way)) };
    return {
      what: `HTTP: ${atOnce} at once`,
      numbers: {
        ...numbers,
        ...heaps([before, after, after]),
        'resident MB': megabytes(after.resident),
        'loop p99.9 ms': after.late,
      },
    };
  } finally {
    await way.close();
  }
}

const heaps = ([start, middle, end]: readonly { readonly heap: number }[]) => ({
  'heap at first, MB': megabytes(start?.heap ?? Number.NaN),
  'half-way': megabytes(middle?.heap ?? Number.NaN),
  'at last': megabytes(end?.heap ?? Number.NaN),
});

async function steadily(what: string, way: Way, traffic: Traffic, rate: number): Promise<Row> {
  const idle = startIdle();
  try {
    const streamed: Streamed[] = [];
    const held: { readonly quoth: Held; readonly idle: Held }[] = [];
    for (const share of parts) {
      streamed.push(await stream(() => way.ask(traffic()), { rate, ms: lasting(10) * share }));
      held.push({ quoth: await way.quoth.held(), idle: await idle.held() });
      console.error(what, held.at(-1), loadavg());
    }
    const last = held.at(-1);
    return {
      what: `${what}: ${rate} a second for ${lasting(10) / 60_000} minutes`,
      numbers: {
        ...told(streamed),
        ...(await owed(way)),
        ...heaps(held.map(one => one.quoth)),
        'resident MB': megabytes(last?.quoth.resident ?? Number.NaN),
        'loop p99.9 ms': last?.quoth.late ?? Number.NaN,
        'idle p99.9 ms': last?.idle.late ?? Number.NaN,
      },
    };
  } finally {
    await idle.end();
    await way.close();
  }
}

/**
 * Readers ask all at once, and then for ten minutes, or MINUTES, as fast as Quoth is to bear: how long each waits for
 * its answer, whether any is lost, and whether memory grows.
 */
export async function bench(): Promise<readonly Row[]> {
  const ground = makeGround();
  try {
    const traffic = await makeTraffic(ground.content);
    return [
      await bursting(ground, traffic),
      await steadily('HTTP', await overHttp(connections, ground.variables), traffic, rates.http),
      await steadily('gateway', await overGateway(ground.variables), traffic, rates.gateway),
    ];
  } finally {
    ground.clear();
  }
}
