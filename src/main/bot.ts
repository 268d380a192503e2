import { commands } from '../../commands/index.ts';
import { presses } from '../../commands/presses.ts';
import type { Library, Log, Parts } from '../bot/model.ts';
import { makeParts } from '../bot/parts.ts';
import { registrations } from '../bot/registration.ts';
import type { Config } from '../config.ts';
import { asOfNow } from './as-of-now.ts';

/** The parts of a bot that answers from whatever `library` gives at that moment. */
export const partsOf = (config: Config, library: () => Library, log: Log): Parts =>
  makeParts({ commands, presses, library: asOfNow(library), log }, config);

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
