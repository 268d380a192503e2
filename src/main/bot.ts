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
  ...(config.fairUse === undefined ? {} : { fairUse: config.fairUse }),
  log,
  now: Date.now,
  random: Math.random,
  // An answer that came in time ends the wait, and with it the timer. Node's own promise would reject with an error,
  // which takes longer to make than most answers.
  wait: (ms, signal) =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    }),
});

/** The same where there is nobody to disturb: of whatever is asked nothing is too much. */
export const withoutLimits = ({ fairUse: _, ...parts }: Parts): Parts => ({
  ...parts,
  mostPublic: Number.POSITIVE_INFINITY,
});

/**
 * The commands as Discord registers them.
 *
 * @param home the channel that others may follow, where there is one.
 */
export const registered = (home?: string) => registrations(commands, home !== undefined);
