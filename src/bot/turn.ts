import type { APIInteraction } from 'discord-api-types/v10';
import { makeFairUse, type Verdict } from './fair-use.ts';
import { makeFlood } from './flood.ts';
import type { Parts } from './model.ts';
import type { Setting } from './setting.ts';

/** Why answers are not for all to see just now: who asks posted a few in that channel, or much is being asked. */
export type Hush = 'flood' | 'busy';

/** Somebody's turn to ask. */
export interface Turn {
  readonly refused?: Extract<Verdict, { is: 'refused' }>;
  readonly hush?: Hush;
  /** Counts a public answer. */
  readonly posted: () => void;
}

/** Gives everybody their turns, by what they asked before. */
export function makeTurns({
  fairUse,
  mostPublic,
  now,
  log,
}: Parts): (interaction: APIInteraction, setting: Setting) => Promise<Turn> {
  const flood = makeFlood(now, mostPublic);
  const judge = fairUse === undefined ? undefined : makeFairUse(fairUse, log);
  return async (interaction, setting) => {
    const { reader, channel } = setting;
    const posted = () => flood.add(reader.id, channel);
    const verdict = await judge?.(interaction, setting);
    if (verdict?.is === 'refused') return { refused: verdict, posted };
    if (flood.full(reader.id, channel)) return { hush: 'flood', posted };
    return verdict?.is === 'hushed' ? { hush: 'busy', posted } : { posted };
  };
}
