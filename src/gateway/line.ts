import type { Log } from '../bot/model.ts';

/** The shards of the bot: its connections to Discord, each for some of its servers. */
export interface Shards {
  /** How many Discord would have; 0 before it has let one in. */
  readonly count: number;
  /** The numbers of those that are not there now. */
  readonly lost: readonly number[];
}

/**
 * Which shards are there, and a line in the log when one is lost and when all are there again: two lines for an outage,
 * however long it lasts and however many shards it takes.
 */
export interface Line {
  /** All are lost, or were not to be had, for a reason that is a sentence of its own. */
  readonly fails: (sentence: string) => void;
  /** One broke, or is not there yet. */
  readonly breaks: (shard: number, why?: string) => void;
  /** @param count how many shards there are, where Discord says it anew. */
  readonly holds: (shard: number, count?: number) => void;
  readonly shards: () => Shards;
  /** From now on nothing is logged. */
  readonly leave: () => void;
}

export function makeLine(log: Log): Line {
  let state: 'new' | 'held' | 'lost' | 'left' = 'new';
  let wasHeld = false;
  let count = 0;
  const held = new Set<number>();
  const lose = (sentence: string): void => {
    if (state === 'lost' || state === 'left') return;
    state = 'lost';
    log.warn({}, sentence);
  };
  return {
    fails: sentence => {
      held.clear();
      lose(`${sentence} Trying again until it is there.`);
    },
    breaks: (shard, why = '') => {
      held.delete(shard);
      const which = count > 1 ? ` of shard ${shard} of ${count}` : '';
      lose(
        wasHeld
          ? `the connection${which} to Discord was lost${why}; connecting again until it is there`
          : `there is no connection${which} to Discord yet${why}; trying until it is there`,
      );
    },
    holds: (shard, said = count) => {
      count = said;
      held.add(shard);
      if (state === 'left' || held.size < count) return;
      if (state === 'lost' && wasHeld) log.info({}, 'connected to Discord again');
      state = 'held';
      wasHeld = true;
    },
    shards: () => ({ count, lost: Array.from({ length: count }, (_, id) => id).filter(id => !held.has(id)) }),
    leave: () => {
      state = 'left';
    },
  };
}
