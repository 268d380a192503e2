import type { Log } from '../bot/model.ts';

/** Logs when the connection is lost and when it is there again: two lines for an outage, however long it lasts. */
export interface Line {
  /** It is lost, or was not to be had, for a reason that is a sentence of its own. */
  readonly fails: (sentence: string) => void;
  /** It broke, or is not there yet. */
  readonly breaks: (why?: string) => void;
  readonly holds: () => void;
  readonly isHeld: () => boolean;
  /** From now on nothing is logged. */
  readonly leave: () => void;
}

export function makeLine(log: Log): Line {
  let state: 'new' | 'held' | 'lost' | 'left' = 'new';
  let wasHeld = false;
  const lose = (sentence: string): void => {
    if (state === 'lost' || state === 'left') return;
    state = 'lost';
    log.warn({}, sentence);
  };
  return {
    fails: sentence => lose(`${sentence} Trying again until it is there.`),
    breaks: (why = '') =>
      lose(
        wasHeld
          ? `the connection to Discord was lost${why}; connecting again until it is there`
          : `there is no connection to Discord yet${why}; trying until it is there`,
      ),
    holds: () => {
      if (state === 'left') return;
      if (state === 'lost' && wasHeld) log.info({}, 'connected to Discord again');
      state = 'held';
      wasHeld = true;
    },
    isHeld: () => state === 'held',
    leave: () => {
      state = 'left';
    },
  };
}
