import { isAddress } from './links.ts';
import type { DiscordNode } from './nodes.ts';

export interface Angle {
  readonly node: DiscordNode;
  readonly after: number;
}

type Groups = readonly (string | undefined)[];

/** What may stand between `<` and `>`, and what Discord makes of it; undefined leaves it literal. */
const ANGLES: readonly (readonly [RegExp, (groups: Groups) => DiscordNode | undefined])[] = [
  [/<@!?(\d{1,20})>/y, ([, id = '']) => ({ type: 'mention', kind: 'user', id })],
  [/<@&(\d{1,20})>/y, ([, id = '']) => ({ type: 'mention', kind: 'role', id })],
  [/<#(\d{1,20})>/y, ([, id = '']) => ({ type: 'mention', kind: 'channel', id })],
  [
    /<\/([-_'\p{L}\p{N}]{1,32}(?: [-_'\p{L}\p{N}]{1,32}){0,2}):(\d{1,20})>/uy,
    ([, name = '', id = '']) => ({ type: 'mention', kind: 'command', name, id }),
  ],
  [
    /<id:(home|browse|customize|guide|linked-roles)>/y,
    ([, name = '']) => ({ type: 'mention', kind: 'page', name }),
  ],
  [
    /<(a?):(\w{1,32}):(\d{1,20})>/y,
    ([, a, name = '', id = '']) => ({ type: 'emoji', name, id, animated: a === 'a' }),
  ],
  [
    /<t:(-?\d{1,17})(?::([tTdDfFRsS]))?>/y,
    ([, seconds = '', style = 'f']) => timestamp(Number(seconds), style),
  ],
  [
    /<([^\s:<>]{1,10}:\/[^\s<>]+)>/y,
    ([, url = '']) => (isAddress(url) ? { type: 'url', url, quiet: true } : undefined),
  ],
];

/** The mention, timestamp, emoji or address that begins with the `<` at `at`. */
export function angleAt(text: string, at: number): Angle | undefined {
  for (const [pattern, nodeOf] of ANGLES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const node = found && nodeOf(found);
    if (node) return { node, after: at + found[0].length };
  }
  return undefined;
}

/** The last second that a date can name. */
const LAST_SECOND = 8.64e12;

function timestamp(seconds: number, style: string): DiscordNode | undefined {
  return Math.abs(seconds) <= LAST_SECOND ? { type: 'timestamp', seconds, style } : undefined;
}
