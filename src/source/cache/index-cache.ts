import { hash } from 'node:crypto';
import type { Post } from '../../blog/model.ts';
import type { KnownEntries, SearchIndex } from '../../search/build.ts';
import { dumpPost, loadPost } from '../../search/dump.ts';
import { isUnreadable } from '../read-post-file.ts';
import type { Entry } from './cache.ts';
import { dumpIn, isPostKey, jsonOf, lexiconIn, linesOfLexicon } from './index-lines.ts';
import { type Line, type Lines, readLines, type Unusable, writeLines } from './lines.ts';

/** What a post's file came to, if that was a post. */
type ReadOf = (post: Post) => Entry | undefined;

/** What is indexed of a post besides its sections' text: all that makes another index where it changes. */
const indexedOf = ({ title, excerpt, tags, insights, sections }: Post) => [
  title,
  excerpt,
  tags,
  insights.map(({ label, text }) => [label, text]),
  sections.map(({ heading }) => heading),
];

/**
 * Tells what is indexed of a post from what is indexed of it at another time. Sections that are those of its file are
 * told by the hash of its bytes; others, which hold what follows from other posts, by what they hold.
 */
function stampOf(post: Post, { hash: bytes, read }: Entry): string {
  const own = !isUnreadable(read) && 'sections' in read ? read.sections : [];
  const others = post.sections.map(({ nodes }, at) => (nodes === own[at]?.nodes ? 0 : nodes));
  return hash('sha256', JSON.stringify([bytes, indexedOf(post), others]), 'base64url');
}

/** The index of a blog as it was kept, while its posts are read. */
export interface IndexCache {
  readonly known: KnownEntries;
  /** Whether it holds just what this index is made of. */
  readonly isAll: (index: SearchIndex) => boolean;
}

function cacheOf(lines: Lines, known: KnownEntries['lexicon'], readOf: ReadOf): IndexCache {
  const terms = known.terms.length;
  const given = new WeakSet<object>();
  const posts = Array.from(lines.names()).filter(isPostKey).length;
  return {
    known: {
      lexicon: known,
      of: post => {
        const read = readOf(post);
        if (read === undefined || lines.stampOf(post.key) !== stampOf(post, read)) return undefined;
        const dump = dumpIn(lines.valueOf(post.key));
        const entries = dump && loadPost(post, dump, terms);
        if (entries) given.add(entries);
        return entries;
      },
    },
    isAll: ({ entries }) => posts === entries.size && entries.values().every(one => given.has(one)),
  };
}

/**
 * The index that a file holds; `readOf` says what the posts' files came to, as the posts' cache has it. Undefined
 * where there is none. Never rejects.
 */
export async function openIndex(
  file: string,
  made: string,
  readOf: ReadOf,
): Promise<IndexCache | Unusable | undefined> {
  const lines = await readLines(file, made);
  if (lines === undefined || typeof lines === 'string') return lines;
  const lexicon = await lexiconIn(lines);
  return lexicon ? cacheOf(lines, lexicon, readOf) : 'damaged';
}

function* linesOf({ lexicon, entries }: SearchIndex, readOf: ReadOf): Generator<Line> {
  yield* linesOfLexicon(lexicon);
  for (const [post, known] of entries) {
    const read = readOf(post);
    if (read) yield { name: post.key, stamp: stampOf(post, read), json: jsonOf(dumpPost(known)) };
  }
}

/** Keeps an index of posts whose files came to what `readOf` says. Rejects where the disk does. */
export const saveIndex = (file: string, made: string, index: SearchIndex, readOf: ReadOf): Promise<void> =>
  writeLines(file, made, linesOf(index, readOf));
