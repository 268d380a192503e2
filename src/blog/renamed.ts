import { makeBlog } from './blog.ts';
import { fold } from './fold.ts';
import { lookUpName } from './former.ts';
import type { Blog, Post, PostKey } from './model.ts';
import { nameOf } from './name.ts';
import { plainText } from './text.ts';

/** Beyond so many pairs texts are not compared by how much they have in common: it would take too long. */
const mostComparisons = 2_500;

/** Of longer texts only so much is compared, in characters. */
const sample = 5_000;

/** The share of letter triples in common from which two texts are versions of one. */
const similarEnough = 0.7;

/** Texts shorter than this say too little to be told by, in characters. */
const telling = 80;

type Mark = (post: Post) => string | undefined;

const dayOf = ({ date }: Post) => date && `${date.year}-${date.month}-${date.day}`;

function textOf(post: Post): string {
  return fold(plainText(post.sections.flatMap(section => section.nodes)).slice(0, sample));
}

/** What tells that two files are one post, the surest first. */
const marks: readonly Mark[] = [
  post => `${lookUpName(nameOf(post.path))} ${fold(post.title)} ${dayOf(post)}`,
  post => `${lookUpName(post.slug)} ${fold(post.title)}`,
  post => dayOf(post) && `${fold(post.title)} ${dayOf(post)}`,
  post => dayOf(post) && `${lookUpName(post.slug)} ${dayOf(post)}`,
  post => {
    const text = textOf(post);
    return text.length < telling ? undefined : text;
  },
];

function byMark(posts: Iterable<Post>, mark: Mark): ReadonlyMap<string, readonly Post[]> {
  const found = new Map<string, Post[]>();
  for (const post of posts) {
    const name = mark(post);
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), post]);
  }
  return found;
}

function triplesOf(text: string): ReadonlySet<string> {
  const signs = [...text];
  return new Set(signs.slice(2).map((sign, at) => `${signs[at]}${signs[at + 1]}${sign}`));
}

/** 0 to 1: Dice's coefficient. */
function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter(triple => other.has(triple)).length;
  return common === 0 ? 0 : (2 * common) / (one.size + other.size);
}

/** The one post of `among` whose text is like another's; undefined where several are. */
function mostSimilar(
  triples: ReadonlySet<string>,
  among: ReadonlyMap<Post, ReadonlySet<string>>,
): Post | undefined {
  const alike = [...among].filter(([, other]) => similarity(triples, other) >= similarEnough);
  return alike.length === 1 ? alike[0]?.[0] : undefined;
}

/** Which of the new posts are which of those that are gone. */
function pairs(gone: ReadonlySet<Post>, fresh: ReadonlySet<Post>): ReadonlyMap<Post, Post> {
  const found = new Map<Post, Post>();
  const [lost, open] = [new Set(gone), new Set(fresh)];
  const pair = (now: Post, before: Post) => {
    found.set(now, before);
    lost.delete(before);
    open.delete(now);
  };
  for (const mark of marks) {
    const before = byMark(lost, mark);
    for (const [name, [now, ...others]] of byMark(open, mark)) {
      const [one, ...more] = before.get(name) ?? [];
      if (now && one && others.length === 0 && more.length === 0) pair(now, one);
    }
  }
  if (lost.size * open.size > mostComparisons) return found;
  const texts = (posts: Iterable<Post>) =>
    new Map(
      [...posts]
        .map(post => [post, textOf(post)] as const)
        .filter(([, text]) => text.length >= telling)
        .map(([post, text]) => [post, triplesOf(text)] as const),
    );
  const [before, now] = [texts(lost), texts(open)];
  for (const [post, triples] of now) {
    const one = mostSimilar(triples, before);
    if (one && mostSimilar(before.get(one) ?? new Set(), now) === post) pair(post, one);
  }
  return found;
}

/**
 * `next`, the blog after files have changed, with the keys that its posts had in `previous`: those that stayed keep
 * their aliases, and one that was moved or renamed is found by its old key too. Each post has one that it was at most,
 * told by name and title, title and day, slug and day, or its text; what two may have been is neither.
 */
export function withAliases(previous: Blog, next: Blog): Blog {
  const before = new Map(previous.read.map(post => [post.key, post]));
  const after = new Set(next.read.map(post => post.key));
  const gone = new Set(previous.read.filter(post => !after.has(post.key)));
  const fresh = new Set(next.read.filter(post => !before.has(post.key)));
  const moved = pairs(gone, fresh);
  const keysOf = (post: Post): readonly PostKey[] => {
    const old = moved.get(post);
    return old === undefined ? (before.get(post.key)?.aliases ?? []) : [old.key, ...old.aliases];
  };
  let changed = false;
  const posts = next.read.map(post => {
    const aliases = [...new Set([...post.aliases, ...keysOf(post)])].filter(key => key !== post.key);
    if (aliases.length === post.aliases.length) return post;
    changed = true;
    return { ...post, aliases };
  });
  return changed ? makeBlog(posts, next.unreadable, next.settings, next.asOf, next.hidden) : next;
}
