import type { PostKey } from '../blog/model.ts';
import { changesOf } from './changes.ts';
import type { Moment, Waiting } from './model.ts';
import type { Parts, Reading } from './parts.ts';
import type { KnownPost, PostId } from './store.ts';
import { waitingOf } from './waiting.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long a post is absent from complete readings before it counts as withdrawn. */
const untilWithdrawn = 30 * minute;

/** How far apart an announcement is edited; published ones, of which Discord takes three edits an hour. */
const editGap = 10 * minute;
const publishedEditGap = 20 * minute;

/** How far apart an address that does not answer is asked, over all who ask. */
const askGap = minute;

const emptied =
  'CONTENT holds no post any more: none of them counts as withdrawn, since a folder that is not mounted looks the same';

/** So many addresses are asked in one round. */
const mostAsked = 20;

/** Where requests are counted, one address is asked for so many that are left: it takes three. */
const leftForOne = 8;

/** A server is forgotten once it was missing from two lists, this far apart at least. */
const untilForgotten = 20 * 60 * minute;

/**
 * Notes what a complete reading of the content holds; or, where it was noted before, that somebody still has it. Gives
 * whether it is the newest.
 */
export async function observe(
  { store, now, log }: Parts,
  { content, revision }: Reading,
  isNoted: boolean,
): Promise<boolean> {
  if (isNoted && (await store.isNewest(revision.hash, now()))) return true;
  let isFirst = false;
  const isNewest = await store.observe(revision, now(), (known, first) => {
    if (content.sights.length === 0 && known.length > 0) log.warn({}, emptied);
    isFirst = first;
    return changesOf(known, content, now(), first);
  });
  const posts = content.sights.length;
  if (isFirst) log.info({ posts }, `${posts} posts are there already; new ones are announced from now on`);
  return isNewest;
}

/** Marks what has been missing for long as withdrawn, and makes edits due. For who has the newest content alone. */
export async function correct({ store, now }: Parts, { revision }: Reading): Promise<void> {
  await store.withdraw(revision.hash, now() - untilWithdrawn);
  await store.planEdits(now(), editGap, publishedEditGap);
}

/** Whether the address of a post that waits for it answers now. Asked by one of all who share the store. */
async function answersNow({ id, url }: KnownPost, { store, answers, now }: Parts): Promise<boolean> {
  if (url === undefined || !(await store.mayAsk(id, now(), now() - askGap))) return false;
  if (!(await answers(url))) return false;
  await store.answered(id, now());
  return true;
}

/** What a post waits for, told in the log whenever it waits for something else. */
type Told = Map<PostId, string>;

function reasonOf(waiting: Waiting | undefined): string {
  if (waiting === undefined) return 'due';
  return waiting.for === 'nothing' ? waiting.because : waiting.for;
}

function tell(post: KnownPost, waiting: Waiting | undefined, told: Told, { log }: Parts): void {
  const reason = reasonOf(waiting);
  if (told.get(post.id) === reason) return;
  told.set(post.id, reason);
  const until = waiting !== undefined && 'until' in waiting ? { until: new Date(waiting.until) } : {};
  const line = waiting === undefined ? 'a new post is announced' : 'a new post waits';
  log.info({ post: post.key, path: post.path, reason, ...until }, line);
}

/** Sets on their way the posts whose time has come, all together, and completes what somebody left half done. */
export async function plan(parts: Parts, told: Told): Promise<void> {
  const { store, patience, now, allowance } = parts;
  const most = Math.min(mostAsked, Math.floor((allowance?.left() ?? Number.POSITIVE_INFINITY) / leftForOne));
  const waiting = (await store.waiting()).map(post => ({ post, why: waitingOf(post, now(), patience) }));
  for (const { post, why } of waiting) tell(post, why, told, parts);
  const asked = waiting.filter(({ why }) => why?.for === 'address').slice(0, most);
  const answered = await Promise.all(asked.map(({ post }) => answersNow(post, parts)));
  const due = [
    ...waiting.filter(({ why }) => why === undefined),
    ...asked.filter((_, at) => answered[at] === true),
  ];
  if (due.length === 0 && !waiting.some(({ why }) => why?.for === 'sending')) return;
  await store.plan(
    due.map(({ post }) => post.id),
    now(),
  );
}

/** Once a day, by one of all who share the store: forgets servers that Quoth was removed from. */
export async function forgetServers({ store, servers, now, log }: Parts): Promise<void> {
  if (!(await store.chore('servers', now(), now() - day))) return;
  const here = new Set(await servers.guilds());
  if (here.size === 0) return;
  const missing = (await store.guilds()).filter(guild => !here.has(guild));
  const forgotten = await store.forgetMissing(missing, now(), now() - untilForgotten);
  if (forgotten > 0) log.info({ forgotten }, 'servers that removed Quoth are forgotten');
}

/** What is known without asking, and lost with the process. */
export interface Memory {
  /** Threads that were opened for posts. */
  readonly threads: Map<string, PostKey>;
  /** When that was looked up. */
  upTo: Moment;
  withdrawn: ReadonlySet<PostKey>;
  /** What the log was told that posts wait for. */
  readonly told: Told;
  formerKeys: ReadonlyMap<PostKey, readonly PostKey[]>;
}

export const noMemory = (): Memory => ({
  threads: new Map(),
  upTo: 0,
  withdrawn: new Set(),
  told: new Map(),
  formerKeys: new Map(),
});

/** Brings what is answered from memory up to date. Clocks may differ by some minutes. */
export async function remember(memory: Memory, { store, now }: Pick<Parts, 'store' | 'now'>): Promise<void> {
  const begun = now();
  for (const { thread, post } of await store.threads(memory.upTo - 10 * minute))
    memory.threads.set(thread, post);
  memory.upTo = begun;
  memory.withdrawn = new Set(await store.withdrawn());
  memory.formerKeys = await store.formerKeys();
}
