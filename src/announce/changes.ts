import type { PostKey } from '../blog/model.ts';
import type { Moment } from './model.ts';
import { sameAs } from './same.ts';
import type { Content } from './sight.ts';
import type { Changes, KnownPost, PostId, SeenPost, Sight } from './store.ts';

/** Whether a post is new, and was not set on its way yet. */
const isPending = ({ known, plannedAt }: KnownPost): boolean => !known && plannedAt === undefined;

/** A post's own fields, as a reading says them. */
function seenAs(sight: Sight): Omit<SeenPost, 'id' | 'seenAt' | 'known' | 'changedAt' | 'missingSince'> {
  const { aliases: _, shown, ...rest } = sight;
  return { ...rest, want: shown };
}

/** A known post as it was found again: whatever changed, or that it is back, has it wait anew. */
function refreshed(post: KnownPost, sight: Sight, now: Moment): SeenPost {
  const { id, seenAt, known, content, changedAt, missingSince } = post;
  const isChanged = content !== sight.content || missingSince !== undefined;
  return { ...seenAs(sight), id, seenAt, known, changedAt: isChanged ? now : changedAt };
}

function isSame(post: KnownPost, seen: SeenPost): boolean {
  const fields = (one: KnownPost | SeenPost) => {
    const { id, key, path, slug, locales, content, changedAt, want, missingSince } = one;
    return JSON.stringify([id, key, path, slug, locales, content, changedAt, want, missingSince ?? null]);
  };
  return fields(post) === fields(seen);
}

/** A post that a reading is without, since `now` at the latest. */
function missed(post: KnownPost, now: Moment): SeenPost {
  const { answeredAt: _answered, plannedAt: _planned, formerKeys: _keys, ...rest } = post;
  return { ...rest, missingSince: post.missingSince ?? now };
}

/** An id that no post has: its key, unless a post that was moved away has it. */
function freeId(key: PostKey, taken: ReadonlySet<PostId>): PostId {
  for (let number = 1; ; number++) {
    const id = number === 1 ? key : `${key}~${number}`;
    if (!taken.has(id)) return id;
  }
}

/** What of the known posts is not in the reading, though it is not only unreadable now. */
function missingFrom(known: readonly KnownPost[], content: Content): readonly KnownPost[] {
  return known.filter(
    ({ key, path }) => !content.byKey.has(key) && !content.unlisted.has(key) && !content.unreadable.has(path),
  );
}

/** New posts that only those may see now who know their names: they wait as if they were not there. */
function hiddenAway(known: readonly KnownPost[], { unlisted }: Content): readonly KnownPost[] {
  return known.filter(post => isPending(post) && unlisted.has(post.key));
}

/**
 * What a complete reading of the content changes in what is known. The very first reading makes everything known. A
 * post is the one that has its key, or that it must have been before it was moved or renamed; any other is new. What a
 * reading is without is missing; but one without any post says nothing, since that is how an empty mount looks.
 */
export function changesOf(
  known: readonly KnownPost[],
  content: Content,
  now: Moment,
  first: boolean,
): Changes {
  const byKey = new Map(known.map(post => [post.key, post]));
  const gone = missingFrom(known, content);
  const pending = new Map(known.filter(isPending).map(post => [post.key, post]));
  const open = content.sights.filter(({ key }) => !byKey.has(key) || pending.has(key));
  const moved = sameAs(gone, open, [...gone, ...content.sights]);
  const found = new Set(moved.values());
  const ids = new Set(known.map(({ id }) => id));
  const seen: SeenPost[] = [];
  const keys: { readonly key: PostKey; readonly post: PostId }[] = [];
  const merged: PostId[] = [];
  for (const sight of content.sights) {
    const [own, before] = [byKey.get(sight.key), moved.get(sight)];
    const post = before ?? own;
    if (before !== undefined && own !== undefined) merged.push(own.id);
    if (post === undefined) {
      const id = freeId(sight.key, ids);
      ids.add(id);
      seen.push({ ...seenAs(sight), id, seenAt: now, known: first, changedAt: now });
      keys.push({ key: sight.key, post: id });
      continue;
    }
    const next = refreshed(post, sight, now);
    if (!isSame(post, next)) seen.push(next);
    if (before !== undefined) keys.push({ key: sight.key, post: post.id });
  }
  const lost = content.sights.length === 0 ? [] : gone.filter(post => !found.has(post));
  for (const post of [...lost, ...hiddenAway(known, content)]) {
    if (post.missingSince === undefined) seen.push(missed(post, now));
  }
  return { seen, keys, merged };
}
