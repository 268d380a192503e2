import type { Parts } from '../bot/model.ts';
import { settingOf } from '../bot/setting.ts';
import { failed } from '../bot/timely.ts';
import type { Bot } from '../config/way.ts';
import type { Config } from '../config.ts';
import { type Callbacks, makeCallbacks } from '../discord/callbacks.ts';
import type { Reach } from '../discord/reach.ts';

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
