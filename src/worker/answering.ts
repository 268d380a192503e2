import { commands } from '../../commands/index.ts';
import { presses } from '../../commands/presses.ts';
import type { Library, Log, Parts, Respond } from '../bot/model.ts';
import { observed } from '../bot/observed.ts';
import { makeParts } from '../bot/parts.ts';
import { makeBot } from '../bot/respond.ts';
import { settingOf } from '../bot/setting.ts';
import { failed } from '../bot/timely.ts';
import { makeCallbacks } from '../discord/callbacks.ts';
import type { Reach } from '../discord/reach.ts';
import type { AppOptions } from '../http/app.ts';
import type { WorkerSettings } from './settings.ts';

/** The parts of a bot that answers from whatever `library` gives at that moment. */
export const partsOf = (settings: WorkerSettings, library: () => Library, log: Log): Parts =>
  makeParts({ commands, presses, library, log }, settings);

/** A bot of these parts, with a line in the log for each interaction. No clock runs while a Worker works. */
export const answering = (parts: Parts, { logsQueries }: WorkerSettings): Respond =>
  observed(makeBot(parts), {
    commands: parts.commands,
    clock: () => 0,
    given: logsQueries,
    tell: ({ ms: _, ...fields }) => {
      // Who asks too much fills no log: the first refusal has a line of its own.
      if (fields.outcome !== 'refused') parts.log.info(fields, `${fields.command}: ${fields.outcome}`);
    },
  });

/** Posts what follows an answer. Connections and timers are made for each, since requests of a Worker share none. */
export const following =
  (reach: Reach, parts: Parts): AppOptions['follow'] =>
  async (interaction, answer) => {
    const callbacks = makeCallbacks({
      reach,
      log: parts.log,
      apology: (about, error) => failed(error, 'posting an answer', settingOf(about), parts).message,
    });
    await callbacks.follow(interaction, answer);
    await callbacks.close();
  };
