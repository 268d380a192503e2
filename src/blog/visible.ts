import type { Post } from './model.ts';

/** Whether a post may be seen at an instant, by its dates. */
export function isVisible({ visible }: Post, now: number): boolean {
  const { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = visible ?? {};
  return from <= now && now < until;
}

/** The first instant after `now` at which the time of one of these posts comes or is over. */
export function changeAfter(posts: readonly Post[], now: number): number | undefined {
  let first = Number.POSITIVE_INFINITY;
  for (const { visible } of posts) {
    for (const instant of [visible?.from, visible?.until]) {
      if (instant !== undefined && instant > now && instant < first) first = instant;
    }
  }
  return Number.isFinite(first) ? first : undefined;
}
