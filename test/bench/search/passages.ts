import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { passagesOf } from '../../../src/search/passages.ts';
import { loadFolder } from '../../../src/source/folder.ts';

/** What every engine is given: the same texts. */
export interface Passage {
  readonly heading: string;
  readonly body: string;
}

const folder = fileURLToPath(new URL('../../../../shared/corpora/', import.meta.url));

/** The sections of the real blogs that lie beside the repository, taken in turns; undefined where there are none. */
export async function realPassages(): Promise<readonly Passage[] | undefined> {
  if (!existsSync(folder)) return undefined;
  const names = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory());
  const lists: (readonly Passage[])[] = [];
  for (const { name } of names) {
    const { posts } = await loadFolder(`${folder}${name}`, { timezone: 'UTC' });
    const all = posts
      .flatMap(post => [...passagesOf(post)])
      .filter(({ passage }) => passage.kind === 'section');
    lists.push(all.map(({ heading, body }) => ({ heading: heading.original, body: body.original })));
  }
  const longest = Math.max(...lists.map(list => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap(list => list[at] ?? [])).flat();
}

/** Numbers that look random and are the same in every run, from 0 up to but not including `end`. */
function makeDice(seed: number): (end: number) => number {
  let state = seed;
  return end => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % end;
  };
}

/** So many passages: the real ones, and after those others made of halves of two. */
export function passagesFor(real: readonly Passage[], count: number): readonly Passage[] {
  const dice = makeDice(1);
  const half = (from: 'start' | 'end'): string => {
    const body = real[dice(real.length)]?.body ?? '';
    const middle = body.indexOf('\n', body.length >> 1);
    return from === 'start' ? body.slice(0, middle) : body.slice(middle + 1);
  };
  const made = (): Passage => ({
    heading: real[dice(real.length)]?.heading ?? '',
    body: `${half('start')}\n${half('end')}`,
  });
  return Array.from({ length: count }, (_, at) => real[at] ?? made());
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Headings, and words that stand in a body, of passages chosen by chance. */
export function queriesFor(passages: readonly Passage[], count: number) {
  const dice = makeDice(7);
  const chosen = (): Passage => passages[dice(passages.length)] ?? { heading: '', body: '' };
  const wordIn = (body: string): string => {
    const longer = Array.from(words.segment(body), ({ segment }) => segment).filter(
      word => word.length > 1 && /^\p{L}+$/u.test(word),
    );
    return longer[dice(Math.max(1, longer.length))] ?? '';
  };
  const some = (make: () => string): readonly string[] => {
    const made: string[] = [];
    for (let tries = 0; made.length < count && tries < count * 20; tries++) {
      const text = make();
      if (/[\p{L}\p{N}]/u.test(text)) made.push(text);
    }
    return made;
  };
  return { headings: some(() => chosen().heading), keywords: some(() => wordIn(chosen().body)) };
}
