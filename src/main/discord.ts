import { setTimeout } from 'node:timers/promises';
import type { REST } from '@discordjs/rest';
import type { Log, Parts } from '../bot/model.ts';
import { settingOf } from '../bot/setting.ts';
import { failed } from '../bot/timely.ts';
import type { Bot } from '../config/way.ts';
import type { Config } from '../config.ts';
import { type Callbacks, makeCallbacks } from '../discord/callbacks.ts';
import type { Reach } from '../discord/reach.ts';
import { isRefusal } from '../discord/reason.ts';
import { register, sayChange } from '../discord/register.ts';
import { registered } from './bot.ts';
import { sentenceOf, teller } from './telling.ts';

/** A shorter secret is no secret: in its place, half of every line would be hidden. */
const shortestSecret = 6;

/** The password in an address, as it is written there and as it is. */
function passwordsIn(address: string): readonly string[] {
  const { password = '' } = URL.parse(address) ?? {};
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    // It is no encoded text, and means itself.
    return [password];
  }
}

/** What must stand in no log line. */
export const secretsOf = (
  { source, hook, announcing }: Config,
  bot: Bot | undefined,
  { proxy }: Reach,
): readonly string[] =>
  [
    bot?.token,
    proxy?.url,
    source?.login?.password,
    hook?.secret,
    ...passwordsIn(announcing.database),
  ].flatMap((secret = '') => (secret.length < shortestSecret ? [] : [secret]));

/** Posts answers; what Discord would not have is apologised for with a code that the log holds. */
export const callbacksOf = (reach: Reach, parts: Parts): Callbacks =>
  makeCallbacks({
    reach,
    log: parts.log,
    apology: (interaction, error) =>
      failed(error, 'posting an answer', settingOf(interaction), parts).message,
  });

/** How long is waited before it is tried again to register, in milliseconds: at first, and at most. */
const firstPause = 5_000;
const longestPause = 5 * 60_000;

/**
 * Makes the registered commands what they should be; never rejects. A bot that is up answers even where that fails:
 * where Discord could not be asked it is tried again, until the signal comes.
 */
export async function registerAtStart(rest: REST, bot: Bot, log: Log, signal: AbortSignal): Promise<void> {
  const tell = teller(sentence => log.error({}, sentence));
  for (let pause = firstPause; !signal.aborted; pause = Math.min(pause * 2, longestPause)) {
    try {
      const changes = await register(rest, bot.applicationId, bot.guildId, registered());
      for (const change of changes) log.info({}, sayChange(change));
      return;
    } catch (error) {
      if (signal.aborted) return;
      tell([sentenceOf(error)]);
      if (error instanceof Error && isRefusal(error.cause)) return;
      await setTimeout(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}
