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
  /**
   * The longest that one took, in milliseconds, and which. What took long is asked twice again and the least counts:
   * the machine may have been busy with something else.
   */
  readonly slowest: number;
  readonly slow: string;
  /** What went wrong first, made as small as it could be; undefined where nothing did. */
  readonly fault: string | undefined;
}

/** From so many milliseconds on it is looked at whether an interaction was slow by itself. */
const worthAsking = 10;

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
    const begun = performance.now();
    const response = await respond(interaction);
    return { response, took: performance.now() - begun };
  };
  const timed = async (interaction: APIInteraction) => {
    const first = await once(interaction);
    if (first.took < worthAsking) return first;
    const again = [await once(interaction), await once(interaction)];
    return { ...first, took: Math.min(first.took, ...again.map(({ took }) => took)) };
  };

  let slowest = 0;
  let slow = '';
  const property = fc.asyncProperty(brokenInteractions(blog), async interaction => {
    const { response, took } = await timed(interaction);
    if (took > slowest) {
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
  return { count: numRuns, slowest, slow, fault };
}
