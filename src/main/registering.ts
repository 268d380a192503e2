import { hash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { REST } from '@discordjs/rest';
import { sentenceOf } from '../announce/sentence.ts';
import type { Log } from '../bot/model.ts';
import type { Bot } from '../config/way.ts';
import type { Reach } from '../discord/reach.ts';
import { isRefusal } from '../discord/reason.ts';
import { register, sayChange } from '../discord/register.ts';
import type { registered } from './bot.ts';
import { clockOf, onceForAll, type Turns } from './once.ts';
import { teller } from './telling.ts';

/** How long is waited before it is tried again to register, in milliseconds: at first, and at most. */
const firstPause = 5_000;
const longestPause = 5 * 60_000;

interface Registering {
  readonly rest: REST;
  readonly bot: Bot;
  readonly reach: Reach;
  readonly commands: ReturnType<typeof registered>;
  /** Shared with whoever else registers the same commands. */
  readonly turns: Turns;
  readonly log: Log;
}

/** Names the registration of just these commands for this bot with this Discord. */
const nameOf = ({ bot, reach, commands }: Registering): string => {
  const which = [reach.apiUrl, bot.applicationId, bot.guildId, commands];
  return `registering ${hash('sha256', JSON.stringify(which), 'base64url')}`;
};

/**
 * Makes the registered commands what they should be, once where many start at the same time; never rejects. A bot that
 * is up answers even where that fails: where Discord could not be asked it is tried again, until the signal comes.
 */
export async function registerAtStart(registering: Registering, signal: AbortSignal): Promise<void> {
  const { rest, bot, commands, turns, log } = registering;
  const what = nameOf(registering);
  const since = await clockOf(turns);
  const tell = teller(sentence => log.error({}, sentence));
  const work = async (): Promise<void> => {
    const changes = await register(rest, bot.applicationId, bot.guildId, commands);
    for (const change of changes) log.info({}, sayChange(change));
  };
  for (let pause = firstPause; !signal.aborted; pause = Math.min(pause * 2, longestPause)) {
    try {
      return await onceForAll(turns, what, since, work, signal);
    } catch (error) {
      if (signal.aborted) return;
      tell([sentenceOf(error)]);
      if (error instanceof Error && isRefusal(error.cause)) return;
      await setTimeout(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}
