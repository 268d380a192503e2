import type { Locale } from '../words/model.ts';
import { mostPublic } from './flood.ts';
import type { Parts } from './model.ts';

/** What is configured of how Quoth answers. */
export interface Manners extends Pick<Parts, 'visibility' | 'fairUse'> {
  readonly locale?: Locale | undefined;
}

/** The parts of a bot that answers from whatever `library` gives at that moment, by the machine's clock. */
export const makeParts = (
  given: Pick<Parts, 'commands' | 'presses' | 'library' | 'log'>,
  { locale, visibility, fairUse }: Manners,
): Parts => ({
  ...given,
  ...(locale === undefined ? {} : { defaultLocale: locale }),
  visibility,
  mostPublic,
  ...(fairUse === undefined ? {} : { fairUse }),
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
