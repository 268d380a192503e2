import type { Match } from './marks.ts';
import { folded } from './normalise.ts';
import type { Indexed } from './passages.ts';
import { sentencesOf } from './sentences.ts';

/** Letters and digits alone: a quotation may have other signs around it than what it quotes. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** Shorter sentences stand in too many texts to be a quotation, in UTF-16 units. */
const shortestQuoted = 8;

/**
 * The matches of a section that its post's insights do not say as well: an insight is shown with what it says,
 * and the section that quotes it has more to tell. All of them where the others are weaker.
 */
export const freshOf = ({ passage, body }: Indexed, matches: readonly Match[]): readonly Match[] => {
  const said = passage.kind === 'section' ? passage.post.insights.map(({ text }) => bare(folded(text))) : [];
  if (said.length === 0 || matches.length === 0) return matches;
  const repeats = sentencesOf(body.text).filter(([start, end]) => {
    const sentence = bare(body.text.slice(start, end));
    return sentence.length >= shortestQuoted && said.some(text => text.includes(sentence));
  });
  const fresh = matches.filter(
    ({ range: [start, end] }) => !repeats.some(([from, to]) => from <= start && end <= to),
  );
  const strongest = (some: readonly Match[]): number => Math.max(...some.map(({ weight }) => weight));
  return strongest(fresh) < strongest(matches) ? matches : fresh;
};
