import { loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { lasting, makeGround } from './load/ground.ts';
import type { Held } from './load/inside.ts';
import { changing } from './load/posts.ts';
import { startIdle } from './load/quoth.ts';
import { type Streamed, stream } from './load/stream.ts';
import { makeTraffic } from './load/traffic.ts';
import { type GatewayWay, overGateway } from './load/ways.ts';
import { middle, percentile } from './measure.ts';
import type { Row } from './table.ts';

/** Interactions a second; how often a post changes and a connection is lost, in milliseconds. */
const rate = 40;
const postsEvery = 10_000;
const dropsEvery = 30_000;

/** How often it is looked at; what was held then first is to be held at the end too, in milliseconds. */
const settled = 5 * 60_000;

type Gateway = GatewayWay['discord']['gateway'];

/** What becomes of a connection on a bad day, in turns; and whether its session is over then. */
const mishaps: readonly { readonly isOver: boolean; readonly happens: (gateway: Gateway) => void }[] = [
  { isOver: false, happens: gateway => gateway.drops() },
  { isOver: false, happens: gateway => gateway.asksToReconnect() },
  { isOver: true, happens: gateway => gateway.closes(4007) },
  { isOver: false, happens: gateway => gateway.closes(4000) },
  { isOver: false, happens: gateway => gateway.invalidates(true) },
  { isOver: true, happens: gateway => gateway.invalidates(false) },
];

/** Does something again and again until a signal. */
async function again(every: number, signal: AbortSignal, does: () => unknown): Promise<void> {
  while (!signal.aborted) {
    await setTimeout(every, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) await does();
  }
}

/** Breaks a connection each time it is called; nothing is to be asked until what `calm` gave last has resolved. */
function breaking({ gateway, until }: GatewayWay['discord']) {
  let calm: Promise<void> = Promise.resolve();
  let turn = 0;
  // A session that was to be over is taken up again where the bot did not hear why its connection was lost.
  const begun = (): number => gateway.identified.length + gateway.resumed.length;
  return {
    calm: () => calm,
    breaks: async (): Promise<void> => {
      await until(gateway.connected);
      const { isOver, happens } = mishaps[turn % mishaps.length] ?? {
        isOver: false,
        happens: () => undefined,
      };
      turn += 1;
      const before = begun();
      if (isOver) calm = until(() => begun() > before);
      happens(gateway);
      await calm;
    },
    times: () => turn,
  };
}

const megabytes = (bytes: number): number => bytes / 1e6;

/** What one part of a soak came to. */
interface Part extends Streamed {
  readonly quoth: Held;
  readonly idle: Held;
}

/** An hour, or MINUTES, in which posts change, connections are lost and readers ask: what is held then and was before. */
export async function bench(): Promise<readonly Row[]> {
  const whole = lasting(60);
  const part = Math.min(settled, whole / 2);
  const ground = makeGround();
  const way = await overGateway(ground.variables);
  const idle = startIdle();
  const over = new AbortController();
  try {
    const traffic = await makeTraffic(ground.content);
    const { calm, breaks, times } = breaking(way.discord);
    const ask = async (): Promise<void> => {
      await calm();
      await way.ask(traffic());
    };
    const change = changing(ground.content);
    const troubles = [again(postsEvery, over.signal, change), again(dropsEvery, over.signal, breaks)];
    const parts: Part[] = [];
    while (parts.length * part < whole) {
      const streamed = await stream(ask, { rate, ms: part });
      parts.push({ ...streamed, quoth: await way.quoth.held(), idle: await idle.held() });
      console.error(
        ((parts.length * part) / 60_000).toFixed(1),
        parts.at(-1)?.quoth,
        parts.at(-1)?.idle,
        loadavg(),
      );
    }
    over.abort();
    await Promise.all(troubles);
    return [row(parts, whole, { ...way.putOff(), drops: times(), value: await way.quoth.metrics() })];
  } finally {
    over.abort();
    await idle.end();
    await way.close();
    ground.clear();
  }
}

interface Rest {
  readonly promised: number;
  readonly kept: number;
  readonly drops: number;
  readonly value: (line: string) => number;
}

function row(parts: readonly Part[], whole: number, { promised, kept, drops, value }: Rest): Row {
  const sum = (of: (part: Part) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const [first, last] = [parts[0]?.quoth, parts.at(-1)?.quoth];
  if (first === undefined || last === undefined) throw new Error('Nothing was measured.');
  for (const fault of new Set(parts.flatMap(({ faults }) => faults))) console.error(fault);
  const asked = sum(({ sent }) => sent);
  const after = parts.slice(1);
  const durations = after.flatMap(one => one.durations).sort((one, other) => one - other);
  return {
    what: `${whole / 60_000} minutes`,
    numbers: {
      asked,
      lost: asked - sum(one => one.durations.length) + Math.max(0, promised - kept),
      'connections lost': drops,
      'p99 ms': percentile(durations, 0.99),
      'heap at first, MB': megabytes(first.heap),
      'heap at last, MB': megabytes(last.heap),
      'grown to': last.heap / first.heap,
      'resident at first, MB': megabytes(first.resident),
      'resident at last, MB': megabytes(last.resident),
      'loop p99.9 ms': middle(after.map(one => one.quoth.late)),
      'idle p99.9 ms': middle(after.map(one => one.idle.late)),
      errors: value('quoth_errors_total{kind="unforeseen"') + value('quoth_errors_total{kind="answering"'),
    },
  };
}
