import type { Post } from '../blog/model.ts';
import { announcement, type Told, threadName, withdrawn } from '../message/announcement.ts';
import { digest, digestName } from '../message/digest.ts';
import type { Announcement } from '../message/model.ts';
import { wordsOf } from '../words/words.ts';
import type { Content } from './sight.ts';
import { type Job, type KnownPost, type PostId, withdrawnMark } from './store.ts';

/** An announcement as it is to be now, and what of each of its posts it shows. */
export interface Composed {
  readonly announcement: Announcement;
  /** What its thread is called. */
  readonly name: string;
  readonly tags: readonly string[];
  readonly shown: ReadonlyMap<PostId, string>;
  /** Whether all its posts were withdrawn. */
  readonly withdrawn: boolean;
}

/** Stands for a post that was left out since it is not here: it is mended as soon as somebody has it. */
const leftOut = '';

function shownOf(post: KnownPost, { byKey }: Content): string {
  return post.want === withdrawnMark ? withdrawnMark : (byKey.get(post.key)?.shown ?? leftOut);
}

/**
 * Writes the announcement of posts, the oldest first: of one, of many as a digest, or of none any more, where all were
 * withdrawn. `mention` is false where no role is to be mentioned.
 */
export function compose(
  posts: readonly KnownPost[],
  job: Pick<Job, 'role' | 'notify' | 'locale' | 'digest'>,
  content: Content,
  mention = true,
): Composed {
  const words = wordsOf(job.locale);
  const shown = new Map(posts.map(post => [post.id, shownOf(post, content)]));
  const there = posts.flatMap((post): readonly Post[] => {
    const found = post.want === withdrawnMark ? undefined : content.blog.byKey.get(post.key);
    return found ? [found] : [];
  });
  const told: Told = {
    ...(mention && job.role !== undefined ? { role: job.role } : {}),
    notify: job.notify,
  };
  const [first] = there;
  if (first === undefined) {
    return { announcement: withdrawn(words), name: '', tags: [], shown, withdrawn: true };
  }
  if (posts.length === 1) {
    const made = announcement(first, told, words);
    return { announcement: made, name: threadName(first), tags: first.tags, shown, withdrawn: false };
  }
  const made = digest(there, told, words);
  return { announcement: made, name: digestName(there, words), tags: [], shown, withdrawn: false };
}
