import { fold } from '../blog/fold.ts';
import { almostEqual, similarEnough, similarity } from './sketch.ts';
import { type KnownPost, type Sight, withdrawnMark } from './store.ts';

/** Beyond so many pairs texts are not compared by how much they have in common: it would take too long. */
const mostComparisons = 20_000;

/** What two files that are one post have in common, the surest first. */
const marks: readonly ((post: Pick<Sight, 'slug' | 'title'>) => string | undefined)[] = [
  ({ slug, title }) => `${slug}\n${fold(title)}`,
  ({ slug }) => slug || undefined,
  ({ title }) => fold(title) || undefined,
];

type Pairs = Map<Sight, KnownPost>;

/** The value where there is exactly one. */
const only = <T>(all: readonly T[] | undefined): T | undefined => (all?.length === 1 ? all[0] : undefined);

/** Pairs by the keys that a file had before, as its front matter or the store says. */
function byKeys(missing: ReadonlySet<KnownPost>, fresh: readonly Sight[], pairs: Pairs): void {
  const owners = new Map(
    [...missing].flatMap(post => [post.key, ...post.formerKeys].map(key => [key, post])),
  );
  const taken = new Set<KnownPost>();
  for (const sight of fresh) {
    const post = [sight.key, ...sight.aliases].map(key => owners.get(key)).find(found => found !== undefined);
    if (post === undefined || taken.has(post)) continue;
    taken.add(post);
    pairs.set(sight, post);
  }
}

/** The one of `others` that has most in common, of those that have enough. */
function nearest<T>(
  sketch: readonly number[],
  others: readonly T[],
  likeness: (other: T, share: number) => boolean,
  sketchOf: (other: T) => readonly number[],
): T | undefined {
  const rated = others
    .map(other => ({ other, share: similarity(sketch, sketchOf(other)) }))
    .filter(({ other, share }) => likeness(other, share))
    .toSorted((one, two) => two.share - one.share);
  const [best, next] = rated;
  return best !== undefined && best.share !== next?.share ? best.other : undefined;
}

/** Whether a post went so long ago that a new one may just be like it. */
const isLongGone = ({ want }: KnownPost): boolean => want === withdrawnMark;

/** Pairs whose texts have most in common, each the other's likest. */
function byText(missing: readonly KnownPost[], fresh: readonly Sight[], pairs: Pairs): void {
  if (missing.length * fresh.length > mostComparisons) return;
  const isLike = (post: KnownPost, share: number) =>
    share >= (isLongGone(post) ? almostEqual : similarEnough);
  for (const sight of fresh) {
    const post = nearest(sight.sketch, missing, isLike, other => other.sketch);
    if (post === undefined) continue;
    const back = nearest(
      post.sketch,
      fresh,
      (_, share) => isLike(post, share),
      other => other.sketch,
    );
    if (back === sight) pairs.set(sight, post);
  }
}

/**
 * Which of the posts that are missing now the new files are: by a key that one had, by name and title, by either of
 * them, by what the texts have in common. What two may be is neither; a name or title that any other post of `all` has
 * says nothing. Of those that were withdrawn long ago only the surest marks count.
 */
export function sameAs(
  missing: readonly KnownPost[],
  fresh: readonly Sight[],
  all: readonly Pick<Sight, 'slug' | 'title'>[],
): ReadonlyMap<Sight, KnownPost> {
  const pairs: Pairs = new Map();
  if (missing.length === 0 || fresh.length === 0) return pairs;
  byKeys(new Set(missing), fresh, pairs);
  const lost = () => {
    const found = new Set(pairs.values());
    return missing.filter(post => !found.has(post));
  };
  const open = () => fresh.filter(sight => !pairs.has(sight));
  marks.forEach((mark, at) => {
    const gone = Map.groupBy(
      lost().filter(post => at === 0 || !isLongGone(post)),
      mark,
    );
    const everywhere = Map.groupBy(all, mark);
    for (const [name, sights] of Map.groupBy(open(), mark)) {
      if (name === undefined) continue;
      const [sight, post] = [only(sights), only(gone.get(name))];
      // Of all posts only these two may bear it: the one that is missing, and the new one.
      const others = (everywhere.get(name)?.length ?? 0) > 2;
      if (sight && post && !others) pairs.set(sight, post);
    }
  });
  byText(lost(), open(), pairs);
  return pairs;
}
