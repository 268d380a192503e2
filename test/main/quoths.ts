import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Discord } from '../discord/discord.ts';
import { type Child, killAll, start } from './child.ts';

/** Processes that end with their test, and what they leave behind with them. */
export interface Quoths {
  /** Starts Quoth with a token, unless something else is said; it keeps everything in `folder`. */
  readonly open: (discord: Discord, variables?: Readonly<Record<string, string>>) => Child;
  /** The same, once its commands are registered. */
  readonly there: (discord: Discord, variables?: Readonly<Record<string, string>>) => Promise<Child>;
  /** A folder of the test's own. */
  readonly folder: () => Promise<string>;
}

/** Ends, after each test of the file, what it opened. */
export function quoths(): Quoths {
  const children: Child[] = [];
  let kept: Promise<string> | undefined;

  const folder = (): Promise<string> => {
    kept ??= mkdtemp(join(tmpdir(), 'quoth-'));
    return kept;
  };
  const open: Quoths['open'] = (discord, variables = {}) => {
    const child = start([], {
      LANG: 'en_US.UTF-8',
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_TOKEN: discord.token,
      ...variables,
    });
    children.push(child);
    return child;
  };
  afterEach(async () => {
    await killAll(children);
    const used = await kept;
    kept = undefined;
    if (used !== undefined) await rm(used, { recursive: true, force: true });
  });
  return {
    folder,
    open,
    there: async (discord, variables) => {
      const bot = open(discord, variables);
      await bot.writes('created Search the posts');
      return bot;
    },
  };
}
