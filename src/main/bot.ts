import { setTimeout } from 'node:timers/promises';
import { commands } from '../../commands/index.ts';
import { presses } from '../../commands/presses.ts';
import { mostPublic } from '../bot/flood.ts';
import type { Library, Log, Parts } from '../bot/model.ts';
import { registrations } from '../bot/registration.ts';
import type { Config } from '../config.ts';
import { asOfNow } from './as-of-now.ts';

/** The parts of a bot that answers from whatever `library` gives at that moment. */
export const partsOf = (config: Config, library: () => Library, log: Log): Parts => ({
  commands,
  presses,
  library: asOfNow(library),
  ...(config.locale ? { defaultLocale: config.locale } : {}),
  visibility: config.visibility,
  mostPublic,
  log,
  now: Date.now,
  random: Math.random,
  // An answer that came in time ends the wait, and with it the timer.
  wait: (ms, signal) => setTimeout(ms, undefined, { signal }).catch(() => new Promise(() => undefined)),
});

/** The commands as Discord registers them. */
export const registered = () => registrations(commands);
