import type { Blog, Post, PostKey } from '../blog/model.ts';
import { assemble, type SearchIndex } from './build.ts';
import { bracketsOf, entriesOf, type PostEntries } from './entries.ts';
import { type Lexicon, makeLexicon } from './lexicon.ts';
import type { Folded } from './normalise.ts';
import { type Indexed, passagesWith } from './passages.ts';

/**
 * What a dump was made by. A dump of another version is not read; nor should one be that was made with another
 * version of ICU (`process.versions.icu`), whose segmenter cuts other words: that is for its keeper to compare.
 */
const indexVersion = '1';

/** A section's text as it was read from its Markdown: its UTF-16 units in the dump's texts, and what folding moved. */
interface DumpedBody {
  readonly original: number;
  readonly folded: number;
  readonly shifts: Uint32Array;
}

interface DumpedPost {
  readonly key: PostKey;
  readonly stamp: string;
  readonly bodies: readonly DumpedBody[];
  readonly lengths: readonly (readonly number[])[];
  readonly entries: Uint32Array;
}

/** An index as plain data, to be kept in any form that keeps strings and typed arrays as they are. */
export interface IndexDump {
  readonly version: string;
  readonly posts: readonly DumpedPost[];
  /** The sections' texts, one after another: as they are, and folded. */
  readonly originals: string;
  readonly texts: string;
  readonly terms: readonly string[];
  readonly words: readonly string[];
  /** The number of each word's term. */
  readonly termOfWord: Uint32Array;
}

/** Tells one content of a post from another: the hash of its file, say. */
export type StampOf = (post: Post) => string;

/** Takes an index down, to be loaded when the same posts are served again. */
export const dumpIndex = ({ blog, entries, lexicon }: SearchIndex, stampOf: StampOf): IndexDump => {
  const originals: string[] = [];
  const texts: string[] = [];
  const bodyOf = ({ body }: Indexed): DumpedBody => {
    originals.push(body.original);
    texts.push(body.text);
    return {
      original: body.original.length,
      folded: body.text.length,
      shifts: Uint32Array.from(body.shifts),
    };
  };
  const posts = blog.posts.flatMap((post): readonly DumpedPost[] => {
    const known = entries.get(post);
    if (!known) return [];
    const sections = known.passages.filter(({ passage }) => passage.kind === 'section');
    const { lengths, entries: packed } = known;
    return [{ key: post.key, stamp: stampOf(post), bodies: sections.map(bodyOf), lengths, entries: packed }];
  });
  return {
    version: indexVersion,
    posts,
    originals: originals.join(''),
    texts: texts.join(''),
    terms: [...lexicon.terms],
    words: [...lexicon.words.keys()],
    termOfWord: Uint32Array.from(lexicon.words.values()),
  };
};

/** The bodies of each dumped post, in the order of the dump. */
const bodiesIn = ({ posts, originals, texts }: IndexDump): readonly (readonly Folded[])[] => {
  let [original, text] = [0, 0];
  return posts.map(({ bodies }) =>
    bodies.map((body): Folded => {
      const folded = {
        original: originals.slice(original, original + body.original),
        text: texts.slice(text, text + body.folded),
        shifts: body.shifts,
      };
      original += body.original;
      text += body.folded;
      return folded;
    }),
  );
};

const entriesFrom = (
  post: Post,
  { lengths, entries }: DumpedPost,
  bodies: readonly Folded[],
): PostEntries | undefined => {
  const passages = passagesWith(post, bodies);
  if (passages?.length !== lengths.length) return undefined;
  return { passages, lengths, entries, brackets: bracketsOf(passages) };
};

const lexiconFrom = ({ terms, words, termOfWord }: IndexDump): Lexicon =>
  makeLexicon(
    terms,
    words.map((word, at) => [word, termOfWord[at] ?? 0]),
  );

/**
 * The index of a blog with the help of a dump. Posts that the dump does not hold, or under another stamp, are
 * read. Undefined where the dump is of another version.
 */
export const loadIndex = (blog: Blog, dump: IndexDump, stampOf: StampOf): SearchIndex | undefined => {
  if (dump.version !== indexVersion) return undefined;
  const lexicon = lexiconFrom(dump);
  const bodies = bodiesIn(dump);
  const dumped = new Map(dump.posts.map((post, at) => [post.key, { post, bodies: bodies[at] ?? [] }]));
  const entries = new Map<Post, PostEntries>();
  for (const post of blog.posts) {
    const known = dumped.get(post.key);
    const kept =
      known?.post.stamp === stampOf(post) ? entriesFrom(post, known.post, known.bodies) : undefined;
    entries.set(post, kept ?? entriesOf(lexicon, post));
  }
  return assemble(blog, lexicon, entries);
};
