import { isQuoted, type Token, unquoted } from './segments.ts';

/** Tokens that go together into one option. */
export type Part = readonly Token[];

/** No part but the last is longer, in words, unless no other division is left. */
const LONGEST = 20;

/**
 * Every way to divide tokens into so many parts, those with a short first part first; the last way gives every part
 * but the first one word. A text in quotation marks is a part of its own, where there are as many parts. Fewer
 * tokens make as many parts.
 */
export function divisions(tokens: readonly Token[], count: number): readonly (readonly Part[])[] {
  if (tokens.length <= count) return [tokens.map(token => [token])];
  const ways = divided(tokens, count).filter(parts => parts.every(isWhole));
  const rest = tokens.length - count + 1;
  const longest = [tokens.slice(0, rest), ...tokens.slice(rest).map(token => [token])];
  if (ways.length > 0 && (rest <= LONGEST || !longest.every(isWhole))) return ways;
  return [...ways, longest];
}

/** What a part says, without its quotation marks. */
export function textOf(part: Part): string {
  return unquoted(part.map(({ text }) => text).join(' '));
}

function divided(tokens: readonly Token[], count: number): readonly (readonly Part[])[] {
  if (count === 1) return [[tokens]];
  const sizes = Array.from({ length: Math.min(LONGEST, tokens.length - count + 1) }, (_, at) => at + 1);
  return sizes.flatMap(size =>
    divided(tokens.slice(size), count - 1).map(parts => [tokens.slice(0, size), ...parts]),
  );
}

/** Whether a text in quotation marks stands alone in its part. */
export function isWhole(part: Part): boolean {
  return part.length === 1 || !part.some(({ text }) => isQuoted(text));
}
