import { z } from 'zod';
import { isThere, readState, treeAt, writeState } from '../remote/store.ts';

/** What is kept of a feed, beside its posts. */
const kept = z.object({
  /** The tree that is served. */
  tree: z.string().regex(/^[0-9a-f]{16,64}$/),
  /** By which a server tells that nothing changed. */
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** The files of the posts that the feed showed last, in its order. */
  shown: z.array(z.string()).readonly(),
  /** The files of all posts, those that it shows no more included, with the hashes of what is in them. */
  posts: z.record(z.string().regex(/^[0-9a-f]{16}\.quoth\.json$/), z.string()),
});

export type FeedState = Readonly<z.infer<typeof kept>>;

/** What was kept of a feed; undefined where nothing was, or its posts are gone. */
export async function readFeedState(store: string): Promise<FeedState | undefined> {
  const { data } = kept.safeParse(await readState(store));
  return data && (await isThere(treeAt(store, data.tree))) ? data : undefined;
}

/** Keeps what a feed came to, where that is something else than `before`: the time of that is when posts changed. */
export async function writeFeedState(
  store: string,
  state: FeedState,
  before: FeedState | undefined,
): Promise<void> {
  const now = kept.parse(state);
  if (JSON.stringify(now) !== JSON.stringify(before)) await writeState(store, now);
}

/** The folder of posts that was last brought from a feed; undefined where there is none. */
export async function keptFromFeed(store: string): Promise<string | undefined> {
  const state = await readFeedState(store);
  return state && treeAt(store, state.tree);
}
