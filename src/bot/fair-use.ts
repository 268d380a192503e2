import type { APIInteraction } from 'discord-api-types/v10';
import { type Meter, makeMeter } from './meter.ts';
import type { Log } from './model.ts';
import type { Setting } from './setting.ts';

/** Whether somebody is answered: freely, for them alone, or not before so many seconds are over. */
export type Verdict =
  | { readonly is: 'free' | 'hushed' }
  | { readonly is: 'refused'; readonly of: 'reader' | 'server'; readonly seconds: number };

/** What a command takes, and what a press: whoever reads on presses often. */
const points = { command: 3, press: 1 } as const;

/** Completion is asked with each key: so many times as often as commands, and apart from them. */
const completions = 20;

/** All of a server together may have so many times what one reader may. */
const crowd = 50;

/** From this share on nothing is for all to see. */
const hushedFrom = 0.5;

/** What is longer is no id of Discord's. */
const longestId = 20;

/** A reader, or a server. */
interface One {
  readonly of: 'reader' | 'server';
  readonly id: string;
  readonly meter: Meter;
}

/**
 * Holds each reader, and all of a server together, to their share of a minute: `most` commands a reader, or three times
 * as many presses, or a mixture, whatever they are answered with; completions are counted apart. A refusal is logged
 * once until the minute is over, without who the reader is.
 */
export function makeFairUse(
  most: number,
  log: Log,
): (interaction: APIInteraction, setting: Setting) => Promise<Verdict> {
  const metersOf = (share: number) => ({ reader: makeMeter(share), server: makeMeter(share * crowd) });
  const answers = metersOf(most * points.command);
  const choices = metersOf(most * completions);
  const judge = async ({ of, meter, ...one }: One, cost: number): Promise<Verdict> => {
    const id = one.id.slice(0, longestId);
    const { share, seconds, isFirstOver } = await meter(id, cost);
    if (isFirstOver) {
      log.info(
        of === 'server' ? { server: id } : {},
        `a ${of} asks too much, and is refused for ${seconds} s`,
      );
    }
    if (share > 1) return { is: 'refused', of, seconds };
    return { is: share > hushedFrom ? 'hushed' : 'free' };
  };
  return async ({ type }, { reader, guild }) => {
    const meters = type === 4 ? choices : answers;
    const cost = type === 2 ? points.command : points.press;
    const own = await judge({ of: 'reader', id: reader.id, meter: meters.reader }, cost);
    // What a reader is refused takes nothing from the others of their server.
    if (own.is === 'refused' || guild === undefined) return own;
    const all = await judge({ of: 'server', id: guild, meter: meters.server }, cost);
    return all.is === 'free' ? own : all;
  };
}
