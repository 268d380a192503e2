import type { Missed } from '../../store/missed.ts';
import type { Words } from '../../words/model.ts';
import { plain } from '../plain.ts';

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** What is searched for and not found, how often, and when last. */
export function missedLines(missed: readonly Missed[], { tools }: Words): readonly string[] {
  if (missed.length === 0) return [tools.nothingMissed];
  return [
    tools.missed,
    ...missed.map(({ query, count, last }) => plain(`  ${tools.missedQuery(query, count, dayOf(last))}`)),
  ];
}

/** The same for programs. */
export const missedJson = (missed: readonly Missed[]): string =>
  JSON.stringify(
    missed.map(({ last, ...one }) => ({ ...one, last: dayOf(last) })),
    undefined,
    2,
  );
