import { expect, onTestFinished, test } from 'vitest';
import { makeGround } from './load/ground.ts';
import { burst } from './load/stream.ts';
import { makeTraffic } from './load/traffic.ts';
import { overGateway, overHttp, type Way } from './load/ways.ts';

const posts = 3;

/** A process starts as slowly as its machine is busy, in milliseconds. */
const timeout = 180_000;

/** Nothing is lost for being late on a slow machine. */
const forEver = Number.POSITIVE_INFINITY;

/** What becomes of so many interactions at once. */
async function become(count: number, open: (variables: Record<string, string>) => Promise<Way>) {
  const ground = makeGround(posts);
  onTestFinished(ground.clear);
  const way = await open(ground.variables);
  onTestFinished(way.close);
  const traffic = await makeTraffic(ground.content);
  const { sent, durations, faults } = await burst(() => way.ask(traffic()), count, forEver);
  const counted = await way.quoth.metrics();
  return { sent, answered: durations.length, faults, counted: counted('quoth_interactions_total{') };
}

test(
  'of 100 signed interactions at once, each over a connection of its own, none is lost',
  async () => {
    const became = await become(100, variables => overHttp(100, variables));
    expect(became).toEqual({ sent: 100, answered: 100, faults: [], counted: 100 });
  },
  timeout,
);

test(
  'of 100 interactions at once over the gateway none is lost',
  async () => {
    expect(await become(100, overGateway)).toEqual({ sent: 100, answered: 100, faults: [], counted: 100 });
  },
  timeout,
);
