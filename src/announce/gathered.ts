import type { Carrier } from './carrier.ts';
import type { Job, KnownPost, PostId } from './store.ts';

/** Posts in the order of their ids, without those that are gone. */
export async function postsOf(
  ids: readonly PostId[],
  { store, known }: Pick<Carrier, 'store' | 'known'>,
): Promise<readonly KnownPost[]> {
  const isKnown = ids.every(id => known.has(id));
  const found = isKnown ? known : new Map((await store.postsById(ids)).map(post => [post.id, post]));
  return ids.flatMap(id => found.get(id) ?? []);
}

/** The posts of a job's message, oldest first: its own, or those of a digest. */
export async function gathered(
  job: Job,
  carrier: Pick<Carrier, 'store' | 'known'>,
): Promise<readonly KnownPost[]> {
  return postsOf(job.digest === undefined ? [job.post] : await carrier.store.gathered(job), carrier);
}
