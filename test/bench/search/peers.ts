import { DatabaseSync } from 'node:sqlite';
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import flexsearch from 'flexsearch';
import lunr from 'lunr';
import lunrMulti from 'lunr-languages/lunr.multi.js';
import lunrStemmers from 'lunr-languages/lunr.stemmer.support.js';
import lunrZh from 'lunr-languages/lunr.zh.js';
import MiniSearch from 'minisearch';
import type { Passage } from './passages.ts';
import { quoth } from './quoth.ts';

/** The places of the passages that are found, best first. */
export type Find = (query: string, limit: number) => readonly number[] | Promise<readonly number[]>;

/** A search engine as its documentation sets it up for Chinese and English. */
interface Peer {
  /** More passages than this take it minutes, or more memory than there is. */
  readonly most: number;
  readonly build: (passages: readonly Passage[]) => Find | Promise<Find>;
}

function plainMiniSearch(passages: readonly Passage[]): Find {
  const engine = new MiniSearch({ fields: ['heading', 'body'] });
  engine.addAll(passages.map((passage, id) => ({ id, ...passage })));
  return (query, limit) =>
    engine
      .search(query, { boost: { heading: 3 } })
      .slice(0, limit)
      .map(({ id }) => Number(id));
}

async function orama(passages: readonly Passage[]): Promise<Find> {
  const engine = create({
    schema: { heading: 'string', body: 'string' },
    components: { tokenizer: createTokenizer() },
  });
  await insertMultiple(
    engine,
    passages.map((passage, id) => ({ id: String(id), ...passage })),
  );
  return async (query, limit) => {
    const { hits } = await searchOrama(engine, { term: query, limit, boost: { heading: 3 } });
    return hits.map(({ id }) => Number(id));
  };
}

function flexSearch(passages: readonly Passage[]): Find {
  const engine = new flexsearch.Index({ tokenize: 'strict', encoder: flexsearch.Charset.CJK });
  for (const [at, { heading, body }] of passages.entries()) engine.add(at, `${heading}\n${body}`);
  return (query, limit) => engine.search(query, { limit, suggest: true }).map(Number);
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const wordsOf = (text: string): readonly string[] =>
  Array.from(segmenter.segment(text.toLowerCase()))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);

lunrStemmers(lunr);
lunrZh(lunr);
lunrMulti(lunr);

function lunrLanguages(passages: readonly Passage[]): Find {
  const engine = lunr(builder => {
    builder.use(lunr.multiLanguage('en', 'zh'));
    builder.ref('at');
    builder.field('heading', { boost: 3 });
    builder.field('body');
    for (const [at, passage] of passages.entries()) builder.add({ at: String(at), ...passage });
  });
  return (query, limit) =>
    engine
      .query(asked => {
        for (const word of wordsOf(query)) asked.term(word, {});
      })
      .slice(0, limit)
      .map(({ ref }) => Number(ref));
}

function sqliteTrigram(passages: readonly Passage[]): Find {
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE VIRTUAL TABLE passage USING fts5(heading, body, tokenize = 'trigram')`);
  const add = database.prepare('INSERT INTO passage (rowid, heading, body) VALUES (?, ?, ?)');
  database.exec('BEGIN');
  for (const [at, { heading, body }] of passages.entries()) add.run(at, heading, body);
  database.exec('COMMIT');
  const find = database.prepare(
    'SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY bm25(passage, 3, 1) LIMIT ?',
  );
  const findShort = database.prepare('SELECT rowid FROM passage WHERE heading LIKE ? OR body LIKE ? LIMIT ?');
  return (query, limit) => {
    const characters = Array.from(query.replaceAll('"', ' ').slice(0, 100));
    const trigrams = characters.slice(2).map((_, at) => `"${characters.slice(at, at + 3).join('')}"`);
    const found =
      trigrams.length > 0
        ? find.all(trigrams.join(' OR '), limit)
        : findShort.all(`%${query}%`, `%${query}%`, limit);
    return found.map(({ rowid }) => Number(rowid));
  };
}

/** The least that a full-text search can be: which passages hold which word, ranked by textbook BM25. */
function plainMaps(passages: readonly Passage[]): Find {
  const index = new Map<string, Map<number, number>>();
  const lengths = passages.map(({ heading, body }, at) => {
    const words = [...wordsOf(heading), ...wordsOf(body)];
    for (const word of words) {
      const holders = index.get(word) ?? new Map<number, number>();
      holders.set(at, (holders.get(at) ?? 0) + 1);
      index.set(word, holders);
    }
    return words.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return (query, limit) => {
    const scores = new Map<number, number>();
    for (const word of new Set(wordsOf(query))) {
      const holders = index.get(word) ?? new Map<number, number>();
      const rarity = Math.log(1 + (lengths.length - holders.size + 0.5) / (holders.size + 0.5));
      for (const [at, times] of holders) {
        const length = 0.25 + (0.75 * (lengths[at] ?? 0)) / average;
        scores.set(at, (scores.get(at) ?? 0) + (rarity * times * 2.2) / (times + 1.2 * length));
      }
    }
    return [...scores]
      .sort((one, other) => other[1] - one[1])
      .slice(0, limit)
      .map(([at]) => at);
  };
}

/** By the name that tables and plots give them. */
export const peers: Readonly<Record<string, Peer>> = {
  Quoth: { most: 100_000, build: quoth },
  'inverted index in Maps': { most: 100_000, build: plainMaps },
  'MiniSearch, defaults': { most: 10_000, build: plainMiniSearch },
  'Orama, mandarin': { most: 10_000, build: orama },
  'FlexSearch, CJK': { most: 100_000, build: flexSearch },
  'lunr, lunr-languages': { most: 1_000, build: lunrLanguages },
  'SQLite FTS5, trigram': { most: 100_000, build: sqliteTrigram },
};
