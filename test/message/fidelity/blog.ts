import type { Scene } from '../../../src/bot/model.ts';
import { makeIndex } from '../../../src/search/build.ts';
import { loadFolder } from '../../../src/source/folder.ts';
import { locales, wordsOf } from '../../../src/words/words.ts';
import { filesOf, folderOf } from './corpora.ts';
import { answersAbout, archiveOf, refusalsOf } from './payloads.ts';
import { type Judged, judgePosts } from './post.ts';

/** What becomes of a whole blog on its way into Discord. */
export interface Fidelity extends Judged {
  readonly files: number;
  readonly served: number;
  readonly hidden: number;
  readonly unreadable: number;
  /** Files that are neither served nor named, and names that are no file's. */
  readonly missed: readonly string[];
  /** Answers that were laid out. */
  readonly answers: number;
  /** A line for each payload that Discord would refuse. */
  readonly refused: readonly string[];
  readonly seconds: number;
}

/** Serves a real blog whole: every page is read back, every answer about every post is checked as Discord would. */
export async function fidelityOf(name: string): Promise<Fidelity> {
  const begun = performance.now();
  // With an address, so that all that leads to the site is there.
  const blog = await loadFolder(folderOf(name), { timezone: 'UTC', url: 'https://blog.example' });
  const files = new Set(filesOf(name));
  const named = new Set([...blog.read, ...blog.hidden, ...blog.unreadable].map(({ path }) => path));
  // No answer here asks the index, which takes time to build.
  const index = makeIndex({ ...blog, posts: [] });
  const scene: Scene = {
    blog,
    index,
    words: wordsOf('en'),
    managesServer: false,
    place: { channel: '1', reader: '2', locale: 'en' },
    pressed: [],
    now: 0,
    random: () => 0,
  };
  const refused: string[] = [];
  let answers = 0;
  const posts = [...blog.posts, ...blog.unlisted];
  const about = posts.flatMap(post => [...answersAbout(scene, post)]);
  for (const answer of [...about, ...archiveOf(scene)]) {
    // Each language in its turn.
    const words = wordsOf(locales[answers % locales.length] ?? 'en');
    refused.push(...refusalsOf(answer, words));
    answers++;
  }
  return {
    ...judgePosts(posts),
    files: files.size,
    served: posts.length,
    hidden: blog.hidden.length + blog.read.length - posts.length,
    unreadable: blog.unreadable.length,
    missed: [...files.symmetricDifference(named)],
    answers,
    refused,
    seconds: (performance.now() - begun) / 1_000,
  };
}
