import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Passage } from './passages.ts';
import type { Find } from './peers.ts';

interface Judged {
  readonly query: string;
  readonly relevant: readonly number[];
}

interface RelevanceSet {
  readonly documents: readonly { readonly id: number; readonly text: string }[];
  readonly questions: readonly Judged[];
  readonly keywords: readonly Judged[];
}

const folder = fileURLToPath(new URL('../../../../shared/relevance/', import.meta.url));

/** Public relevance sets, by how tables call them. */
const files: Readonly<Record<string, string>> = { zh: 'cmrc.json', en: 'xquad_en.json' };

/** The sets that lie beside the repository. */
export const setsThere: readonly string[] = Object.keys(files).filter(set =>
  existsSync(`${folder}${files[set]}`),
);

const gain = (place: number): number => 1 / Math.log2(place + 2);

/** Per cent, over the ten best: reciprocal rank of the first relevant one, and discounted gain. */
function scoreOf(found: readonly number[], relevant: readonly number[]) {
  const places = found.flatMap((id, place) => (relevant.includes(id) ? [place] : []));
  const ideal = relevant.slice(0, 10).reduce((sum, _, place) => sum + gain(place), 0);
  const [first] = places;
  return {
    mrr: first === undefined ? 0 : 100 / (first + 1),
    ndcg: (100 * places.reduce((sum, place) => sum + gain(place), 0)) / ideal,
  };
}

/** How well an engine answers a set: MRR@10 of its questions, nDCG@10 of its keywords. */
export async function qualityOf(
  build: (passages: readonly Passage[]) => Find | Promise<Find>,
  set: string,
): Promise<Readonly<Record<string, number>>> {
  const { documents, questions, keywords }: RelevanceSet = JSON.parse(
    readFileSync(`${folder}${files[set]}`, 'utf8'),
  );
  const find = await build(documents.map(({ text }) => ({ heading: '', body: text })));
  const mean = async (judged: readonly Judged[], by: 'mrr' | 'ndcg'): Promise<number> => {
    const asked = judged.filter(({ query }) => query.trim() !== '');
    let sum = 0;
    for (const { query, relevant } of asked) {
      const places = await find(query, 10);
      sum += scoreOf(
        places.map(place => documents[place]?.id ?? -1),
        relevant,
      )[by];
    }
    return sum / asked.length;
  };
  return {
    [`${set} MRR@10`]: await mean(questions, 'mrr'),
    [`${set} nDCG@10`]: await mean(keywords, 'ndcg'),
  };
}
