import type { Named } from './model.ts';
import { folded } from './normalise.ts';
import { columnsOf } from './sentences.ts';
import { mostTyposIn, typosIn } from './typos.ts';

/** A thing and the names that it goes by. */
export interface Nameable<T> {
  readonly value: T;
  readonly names: readonly string[];
}

/** Longest typed name that is read, in UTF-16 units; Discord's longest choice has 100. */
const longestTyped = 200;

/** A part of a name that is shorter than this, in columns, may well be meant otherwise, even if only one has it. */
const shortPart = 6;

/** The share of a typed name's neighbouring characters that a name must hold to come near it. */
const nearShare = 0.5;

const wrappers = /^[\s《〈“"「『'[(]+|(?<![\s》〉”"」』'\])])[\s》〉”"」』'\])]+$/gu;
const kindBefore = /^(?:·\s)*(?:[^\s·]{1,16}\s·\s)?/u;
const titleAfter = /\s—\s[^—]*$/u;
const dateAfter = /\s?[（(]\d{4}-\d{1,2}-\d{1,2}[)）]$/u;

/**
 * What someone may have meant by a typed name, folded, the likeliest first: as it stands; then without what
 * completion shows around names: `· `, `洞见 · `, `5 · `, ` — 从压缩到推理`, `（2025-06-12）`, quotation marks.
 */
const formsOf = (typed: string): readonly string[] => {
  const whole = typed.slice(0, longestTyped).trim();
  const bare = whole.replace(kindBefore, '');
  const forms = [
    whole,
    bare,
    ...[whole, bare].map(form => form.replace(titleAfter, '').replace(dateAfter, '')),
  ];
  const unwrapped = forms.map(form => form.replace(wrappers, ''));
  return [...new Set([...forms, ...unwrapped].map(folded))].filter(form => form !== '');
};

/** Folded names by thing: made once a question. */
type Candidates<T> = readonly { readonly value: T; readonly names: readonly string[] }[];

type Fits = (name: string, form: string) => boolean;

/** How a cut name ends: … is three points once folded. */
const ellipsis = '...';

const isCut: Fits = (name, form) =>
  form.endsWith(ellipsis) &&
  form.length > ellipsis.length &&
  name.startsWith(form.slice(0, -ellipsis.length));

const isPart: Fits = (name, form) => name.includes(form);

const hasAllWords: Fits = (name, form) => {
  const words = form.split(' ');
  return words.length > 1 && words.every(word => name.includes(word));
};

const isMisspelt: Fits = (name, form) => {
  const most = mostTyposIn(form);
  return most > 0 && typosIn(name, form, most) <= most;
};

const isNear: Fits = (name, form) => {
  const characters = Array.from(form);
  const pairs = characters.slice(1).map((next, at) => `${characters[at] ?? ''}${next}`);
  return pairs.length > 1 && pairs.filter(pair => name.includes(pair)).length >= nearShare * pairs.length;
};

const fitting = <T>(candidates: Candidates<T>, forms: readonly string[], fits: Fits): readonly T[] => {
  for (const form of forms) {
    const found = candidates.filter(({ names }) => names.some(name => fits(name, form)));
    if (found.length > 0) return found.map(({ value }) => value);
  }
  return [];
};

const firstOf = <T>(values: readonly T[], exact: boolean): Named<T> | undefined => {
  const [value] = values;
  return value === undefined ? undefined : { value, exact };
};

/** The first of the things whose name starts with a form, else the first that has it. */
const partly = <T>(candidates: Candidates<T>, forms: readonly string[]): Named<T> | undefined => {
  const holding = fitting(candidates, forms, isPart);
  const starting = fitting(candidates, forms, (name, form) => name.startsWith(form));
  const shortest = Math.min(...forms.map(columnsOf));
  const exact = holding.length === 1 && shortest >= shortPart;
  return firstOf(starting.length > 0 ? starting : holding, exact);
};

/**
 * The thing that someone meant by a typed name. Exact is a full name, a name that was cut with …, and a part
 * that only one of them has, if it is at least three Chinese or six Latin characters long. A guess is any other
 * part, all its words in another order, a misspelt name, and one that shares most of its characters; among
 * equals the first. Undefined where nothing comes near.
 */
export const named = <T>(typed: string, things: readonly Nameable<T>[]): Named<T> | undefined => {
  const forms = formsOf(typed);
  const candidates: Candidates<T> = things.map(({ value, names }) => ({
    value,
    names: names.map(folded).filter(name => name !== ''),
  }));
  const cut = fitting(candidates, forms, isCut);
  return (
    firstOf(
      fitting(candidates, forms, (name, form) => name === form),
      true,
    ) ??
    firstOf(cut, cut.length === 1) ??
    partly(candidates, forms) ??
    firstOf(fitting(candidates, forms, hasAllWords), false) ??
    firstOf(fitting(candidates, forms, isMisspelt), false) ??
    firstOf(fitting(candidates, forms, isNear), false)
  );
};
