import process from 'node:process';
import type { Way } from '../config/way.ts';
import type { Config } from '../config.ts';
import { isRefusal } from '../discord/reason.ts';
import { register, sayChange } from '../discord/register.ts';
import { closeRest, makeRest } from '../discord/rest.ts';
import { registered } from './bot.ts';
import { Unfit } from './unfit.ts';

/** Registers the commands, and prints what was written. Throws an Error that says what to do where Discord refuses. */
export async function runRegister(
  { announcing }: Config,
  { bot, reach }: Extract<Way, { open: 'register' }>,
): Promise<void> {
  const rest = makeRest(reach, bot.token);
  try {
    const changes = await register(rest, bot.applicationId, bot.guildId, registered(announcing.home));
    const lines =
      changes.length === 0
        ? ['Nothing to write: all commands are registered as they should be.']
        : changes.map(sayChange);
    process.stdout.write(lines.map(line => `${line}\n`).join(''));
  } catch (error) {
    const isRefused = error instanceof Error && isRefusal(error.cause);
    throw isRefused ? new Unfit(error.message, { cause: error }) : error;
  } finally {
    await closeRest(rest);
  }
}
