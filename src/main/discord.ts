import type { Parts } from '../bot/model.ts';
import { settingOf } from '../bot/setting.ts';
import { failed } from '../bot/timely.ts';
import { type Callbacks, makeCallbacks } from '../discord/callbacks.ts';
import type { Reach } from '../discord/reach.ts';

/** Posts answers; what Discord would not have is apologised for with a code that the log holds. */
export const callbacksOf = (reach: Reach, parts: Parts): Callbacks =>
  makeCallbacks({
    reach,
    log: parts.log,
    apology: (interaction, error) =>
      failed(error, 'posting an answer', settingOf(interaction), parts).message,
  });
