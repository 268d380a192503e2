import { setTimeout } from 'node:timers/promises';
import type { CountedStore } from '../store/on.ts';
import type { Whose } from '../store/turns.ts';

/** What it takes to do something once for all who share a store. */
export type Turns = Pick<CountedStore, 'takeTurn' | 'endTurn' | 'clock'>;

/** How long who does it may take before another does it too, in milliseconds. */
const lease = 60_000;

/** How often it is looked whether another has done it, in milliseconds. */
const look = 1_000;

/**
 * Does `work` once for all who share a store and ask for it at the same time: one does it, and the others resolve once
 * that one has. Where it fails for that one, or that one is gone, another does it. Rejects as `work` does. Where the
 * store is away each does it: `work` must be such that this does no harm.
 *
 * @param since when it was first asked for: what was done before is done anew
 */
export async function onceForAll(
  turns: Turns,
  what: string,
  since: number,
  work: () => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  const whose = async (now: number): Promise<Whose> => {
    try {
      return await turns.takeTurn(what, { now, until: now + lease, since });
    } catch {
      return 'mine';
    }
  };
  const end = async (isDone: boolean): Promise<void> => {
    // It lapses where it cannot be given back.
    await turns.endTurn(what, await clockOf(turns), isDone).catch(() => undefined);
  };
  for (let turn = await whose(await clockOf(turns)); turn !== 'done' && !signal.aborted; ) {
    if (turn === 'mine') {
      try {
        await work();
      } catch (error) {
        await end(false);
        throw error;
      }
      return end(true);
    }
    await setTimeout(look, undefined, { signal }).catch(() => undefined);
    turn = await whose(await clockOf(turns));
  }
}

/** The time by the clock that all who share a store have; by this machine's where the store is away or has none. */
export async function clockOf({ clock }: Pick<Turns, 'clock'>): Promise<number> {
  return (await clock().catch(() => undefined)) ?? Date.now();
}
