import { type Bracketed, bracketsIn } from './brackets.ts';
import type { SearchIndex } from './build.ts';
import type { PostEntries } from './entries.ts';
import { glossesOf } from './gloss.ts';
import { holdersOfRun } from './literal.ts';
import { folded } from './normalise.ts';
import { atOnce } from './steps.ts';
import { tokens } from './tokens.ts';

/** Another name for something in a query, and the query with it instead. */
export interface Other {
  /** As a post writes it. */
  readonly name: string;
  readonly text: string;
}

/** A name as it was last written, by its folded form. */
type Names = ReadonlyMap<string, string>;

/** More passages than this say nothing more about a name. */
const enough = 3;

const bracketsByPost = new WeakMap<PostEntries, readonly Bracketed[]>();

/** The brackets in what a post's passages say; read once. */
const bracketsOf = (post: PostEntries): readonly Bracketed[] => {
  const before = bracketsByPost.get(post);
  if (before) return before;
  const brackets = post.passages.flatMap(({ heading, body }) => [
    ...bracketsIn(heading.original),
    ...bracketsIn(body.original),
  ]);
  bracketsByPost.set(post, brackets);
  return brackets;
};

const known = new WeakMap<SearchIndex, ReadonlyMap<string, Names>>();

/** Reads the pairs of names that an index's posts write, both ways, by folded name; a step for each post. */
export function* glossesInSteps(index: SearchIndex): Generator<void, ReadonlyMap<string, Names>> {
  const others = new Map<string, Map<string, string>>();
  const add = (from: string, to: string): void => {
    const [key, name] = [folded(from), folded(to)];
    if (key === name) return;
    const names = others.get(key) ?? new Map<string, string>();
    if (!names.has(name)) names.set(name, to);
    others.set(key, names);
  };
  const spread = (name: string): number => holdersOfRun(index, folded(name), { most: enough }).length;
  for (const post of index.entries.values()) {
    for (const [one, other] of bracketsOf(post).flatMap(bracketed => glossesOf(bracketed, spread))) {
      add(one, other);
      add(other, one);
    }
    yield;
  }
  known.set(index, others);
  return others;
}

const glossesIn = (index: SearchIndex): ReadonlyMap<string, Names> =>
  known.get(index) ?? atOnce(glossesInSteps(index));

/** Most words of a name, and most other names that a query is searched with. */
const longestName = 6;
const mostOthers = 3;

/** Names of a few letters may mean more than one thing: what has many other names is left alone. */
const mostNames = 4;

/** Other names for what a folded query names, those of its longest parts first. */
export const othersOf = (index: SearchIndex, text: string): readonly Other[] => {
  const glosses = glossesIn(index);
  if (glosses.size === 0) return [];
  const words = tokens(text).filter(({ joint }) => !joint);
  const found: (Other & { readonly length: number })[] = [];
  for (const [at, { start }] of words.entries()) {
    for (const { end } of words.slice(at, at + longestName)) {
      const names = glosses.get(text.slice(start, end));
      if (!names || names.size > mostNames) continue;
      for (const name of names.values()) {
        const replaced = `${text.slice(0, start)} ${name} ${text.slice(end)}`;
        if (!text.includes(folded(name))) found.push({ name, text: replaced, length: end - start });
      }
    }
  }
  return found.sort((a, b) => b.length - a.length).slice(0, mostOthers);
};
