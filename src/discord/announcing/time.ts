import type { Moment } from '../../announce/model.ts';

/** The first millisecond of Discord's ids: https://docs.discord.com/developers/reference#snowflakes. */
const epoch = 1_420_070_400_000;

/** How far this machine's clock may be ahead of Discord's, in milliseconds. */
const ahead = 2 * 60_000;

/** What this machine's clock may have shown at a moment of Discord's. */
export function atMost(moment: Moment): Moment {
  return moment + ahead;
}

/** When a message was sent, or a thread opened, at most. */
export function sentAt(id: string): Moment {
  return atMost(Number(BigInt(id) >> 22n) + epoch);
}
