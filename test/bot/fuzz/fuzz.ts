import process from 'node:process';
import type { APIInteraction } from 'discord-api-types/v10';
import fc from 'fast-check';
import { commands } from '../../../commands/index.ts';
import { presses } from '../../../commands/presses.ts';
import type { Blog } from '../../../src/blog/model.ts';
import { mostPublic } from '../../../src/bot/flood.ts';
import { observed } from '../../../src/bot/observed.ts';
import { makeBot } from '../../../src/bot/respond.ts';
import { makeIndex } from '../../../src/search/build.ts';
import { brokenInteractions } from './interactions.ts';
import { faultsOf } from './judge.ts';

/** What became of many broken interactions. */
export interface Fuzzed {
  readonly count: number;
  /** The most CPU that one took, in milliseconds, how long that took by the clock, and which it was. */
  readonly slowest: number;
  readonly slowestByClock: number;
  readonly slow: string;
  /** What went wrong first, made as small as it could be; undefined where nothing did. */
  readonly fault: string | undefined;
}

/**
 * From so many milliseconds of CPU on it is looked at whether an interaction was slow by itself: it is asked twice
 * again and the least counts, since garbage of others may have been collected, or something compiled, meanwhile.
 */
const worthAsking = 10;

interface Took {
  readonly cpu: number;
  readonly clock: number;
}

const cpuOfThread = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

/** Sends broken interactions to the real bot over a blog. A seed makes the same ones again. */
export async function fuzz(blog: Blog, count: number, seed: number): Promise<Fuzzed> {
  const library = { blog, index: makeIndex(blog) };
  const lines: string[] = [];
  const write = (fields: object, line: string): void => {
    const error = 'err' in fields && fields.err instanceof Error ? fields.err.stack : '';
    lines.push(`${line} ${error}`);
  };
  let now = Date.parse('2026-01-01');
  const bot = makeBot({
    commands,
    presses,
    library: () => library,
    visibility: 'auto',
    mostPublic,
    // So much that nothing is refused that is to be looked at.
    fairUse: 1_000_000,
    log: { info: write, warn: write, error: write },
    now: () => {
      now += 5_000;
      return now;
    },
    random: () => 0.5,
    wait: () => new Promise(() => undefined),
  });

  const respond = observed(bot, { commands, clock: () => now, given: true, tell: () => undefined });
  const once = async (interaction: APIInteraction) => {
    const [begun, begunCpu] = [performance.now(), cpuOfThread()];
    const response = await respond(interaction);
    const took: Took = { cpu: cpuOfThread() - begunCpu, clock: performance.now() - begun };
    return { response, took };
  };
  const timed = async (interaction: APIInteraction) => {
    const first = await once(interaction);
    if (first.took.cpu < worthAsking) return first;
    const all = [first, await once(interaction), await once(interaction)].map(({ took }) => took);
    const least = all.reduce((one, other) => (other.cpu < one.cpu ? other : one));
    return { ...first, took: least };
  };

  let slowest: Took = { cpu: 0, clock: 0 };
  let slow = '';
  const property = fc.asyncProperty(brokenInteractions(blog), async interaction => {
    const { response, took } = await timed(interaction);
    if (took.cpu > slowest.cpu) {
      slowest = took;
      slow = JSON.stringify(interaction).slice(0, 500);
    }
    const faults = [...(await faultsOf(interaction, response)), ...lines.splice(0)];
    if (faults.length > 0) throw new Error(faults.join('\n'));
  });
  const { failed, numRuns, counterexample, errorInstance } = await fc.check(property, {
    numRuns: count,
    seed,
  });
  const fault = failed ? `${String(errorInstance)}\n${JSON.stringify(counterexample)}` : undefined;
  return { count: numRuns, slowest: slowest.cpu, slowestByClock: slowest.clock, slow, fault };
}
