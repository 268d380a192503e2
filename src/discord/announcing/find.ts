import * as z from 'zod';
import type { Moment, Outcome, Place, Sent } from '../../announce/model.ts';
import type { PostKey } from '../../blog/model.ts';
import { codes } from '../reason.ts';
import { messageShape, type ReadMessage } from './answers.ts';
import { isForum } from './kinds.ts';
import type { Asked, Line } from './line.ts';
import { isOf } from './own.ts';
import type { Standings } from './standing.ts';
import { threadsSince } from './threads.ts';
import { sentAt } from './time.ts';

type Found = Outcome<{ readonly sent: Sent | 'none' | 'unknown' }>;

/** What is looked for. */
interface Wanted {
  readonly to: Place;
  readonly post: PostKey;
  readonly since: Moment;
  /** Quoth's own user. */
  readonly me: string;
}

/** Discord lists a hundred messages at once; so many times it is asked for more. */
const page = 100;
const mostPages = 5;

/** How many threads of Quoth's own are looked into. */
const mostThreads = 25;

/** What Discord answers where the history may not be read. */
const unreadable = new Set<number | string | undefined>([codes.missingAccess, codes.missingPermissions]);

/** What it answers for a thread, or for the message that it began with, that somebody deleted. */
const deleted = new Set<number | string | undefined>([codes.unknownChannel, codes.unknownMessage]);

/** Looks for the announcement of a post in what was sent since then, in a channel or in the threads of a forum. */
export async function findIn(
  line: Line,
  standings: Standings,
  { to, post, since }: Omit<Wanted, 'me'>,
): Promise<Found> {
  const me = await standings.me();
  if (!me.ok) return me.failed;
  const wanted = { to, post, since, me: me.answer };
  return isForum(to.kind) ? await findThread(line, wanted) : await findMessage(line, standings, wanted);
}

async function findMessage(line: Line, standings: Standings, wanted: Wanted): Promise<Found> {
  const { to, post, since, me } = wanted;
  let before: string | undefined;
  for (let pages = 0; pages < mostPages; pages++) {
    const listed = await messages(line, to.channel, before);
    if (!listed.ok) return unread(listed);
    const recent = listed.answer.filter(({ id }) => sentAt(id) >= since);
    const own = recent.find(message => isOf(message, post, me));
    if (own) return { done: true, sent: { message: own.id } };
    // Whoever may not read the history is shown an empty one.
    if (listed.answer.length === 0 && before === undefined) return await whetherEmpty(standings, to);
    if (recent.length < page) return { done: true, sent: 'none' };
    before = listed.answer.at(-1)?.id;
  }
  return { done: true, sent: 'unknown' };
}

async function messages(
  line: Line,
  channel: string,
  before: string | undefined,
): Promise<Asked<readonly ReadMessage[]>> {
  return await line.ask({
    method: 'get',
    path: `/channels/${channel}/messages`,
    query: { limit: String(page), ...(before !== undefined && { before }) },
    shape: z.array(messageShape),
  });
}

async function whetherEmpty(standings: Standings, { guild, channel }: Place): Promise<Found> {
  const standing = await standings.of(guild, channel);
  if (!standing.ok) return unread(standing);
  return { done: true, sent: standing.answer.may('ReadMessageHistory') ? 'none' : 'unknown' };
}

async function findThread(line: Line, { to, post, since, me }: Wanted): Promise<Found> {
  const threads = await threadsSince(line, to, since);
  if (!threads.ok) return unread(threads);
  if (threads.answer === 'too many') return { done: true, sent: 'unknown' };
  const own = threads.answer.filter(thread => thread.owner_id === me);
  for (const { id } of own.slice(0, mostThreads)) {
    const path = `/channels/${id}/messages/${id}` as const;
    const first = await line.ask({ method: 'get', path, shape: messageShape });
    if (first.ok && isOf(first.answer, post, me)) return { done: true, sent: { message: id, thread: id } };
    if (!first.ok && !deleted.has(first.code)) return unread(first);
  }
  return { done: true, sent: own.length > mostThreads ? 'unknown' : 'none' };
}

function unread(asked: Extract<Asked<unknown>, { readonly ok: false }>): Found {
  return unreadable.has(asked.code) ? { done: true, sent: 'unknown' } : asked.failed;
}
