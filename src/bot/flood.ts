/** How many public answers someone may have in a channel within a minute, where people talk; the next one is private. */
export const mostPublic = 3;
const windowMs = 60_000;

/** Counts public answers by reader and channel, within the last minute. */
export interface Flood {
  /** Whether the next answer would be one too many. */
  readonly full: (reader: string, channel: string) => boolean;
  /** Counts one. */
  readonly add: (reader: string, channel: string) => void;
}

/** A counter that is full at `most` and forgets after a minute; what it keeps is bounded by the answers of the last two minutes. */
export function makeFlood(now: () => number, most: number): Flood {
  const times = new Map<string, number[]>();
  let swept = now();
  const recent = (key: string): number[] => (times.get(key) ?? []).filter(time => now() - time < windowMs);
  const sweep = () => {
    if (now() - swept < windowMs) return;
    swept = now();
    for (const key of times.keys()) if (recent(key).length === 0) times.delete(key);
  };
  return {
    full: (reader, channel) => recent(`${reader} ${channel}`).length >= most,
    add: (reader, channel) => {
      sweep();
      const key = `${reader} ${channel}`;
      times.set(key, [...recent(key), now()]);
    },
  };
}
