import { z } from 'zod';
import type { Outcome, Place, Sent } from '../../announce/model.ts';
import type { PostKey } from '../../blog/model.ts';
import { decode } from '../../message/route.ts';
import { codes } from '../reason.ts';
import { type Channel, type Component, messageShape, type ReadMessage, threadsShape } from './answers.ts';
import { isForum } from './kinds.ts';
import type { Asked, Line } from './line.ts';
import type { Standings } from './standing.ts';

type Found = Outcome<{ readonly sent: Sent | 'none' | 'unknown' }>;

/** How many of a channel's newest messages are read, and how many of Quoth's own newest threads in a forum. */
const newestMessages = 50;
const newestThreads = 25;

/** What Discord answers where the history may not be read. */
const unreadable = new Set<number | string | undefined>([codes.missingAccess, codes.missingPermissions]);

/** Looks for the announcement of a post among the newest messages of a channel, or the newest threads of a forum. */
export async function findIn(line: Line, standings: Standings, to: Place, post: PostKey): Promise<Found> {
  const me = await standings.me();
  if (!me.ok) return me.failed;
  return isForum(to.kind)
    ? await findThread(line, to, post, me.answer)
    : await findMessage(line, standings, to, post, me.answer);
}

async function findMessage(
  line: Line,
  standings: Standings,
  to: Place,
  post: PostKey,
  me: string,
): Promise<Found> {
  const listed = await line.ask({
    method: 'get',
    path: `/channels/${to.channel}/messages`,
    query: { limit: String(newestMessages) },
    shape: z.array(messageShape),
  });
  if (!listed.ok) return unread(listed);
  // Whoever may not read the history is shown an empty one.
  if (listed.answer.length === 0) return await whetherEmpty(standings, to);
  const own = listed.answer.find(message => isOf(message, post, me));
  return { done: true, sent: own ? { message: own.id } : 'none' };
}

async function whetherEmpty(standings: Standings, { guild, channel }: Place): Promise<Found> {
  const standing = await standings.of(guild, channel);
  if (!standing.ok) return unread(standing);
  return { done: true, sent: standing.answer.may('ReadMessageHistory') ? 'none' : 'unknown' };
}

async function findThread(line: Line, to: Place, post: PostKey, me: string): Promise<Found> {
  const shape = threadsShape;
  const active = await line.ask({ method: 'get', path: `/guilds/${to.guild}/threads/active`, shape });
  if (!active.ok) return unread(active);
  const archived = await line.ask({
    method: 'get',
    path: `/channels/${to.channel}/threads/archived/public`,
    query: { limit: '50' },
    shape,
  });
  if (!archived.ok) return unread(archived);
  const own = [...active.answer.threads, ...archived.answer.threads]
    .filter(thread => thread.parent_id === to.channel && thread.owner_id === me)
    .toSorted(newestFirst)
    .slice(0, newestThreads);
  for (const { id } of own) {
    const path = `/channels/${id}/messages/${id}` as const;
    const first = await line.ask({ method: 'get', path, shape: messageShape });
    if (first.ok && isOf(first.answer, post, me)) return { done: true, sent: { message: id, thread: id } };
    if (!first.ok && first.code !== codes.unknownMessage && first.code !== codes.unknownChannel)
      return unread(first);
  }
  return { done: true, sent: 'none' };
}

/** Ids grow with time. */
function newestFirst(one: Channel, other: Channel): number {
  return BigInt(one.id) > BigInt(other.id) ? -1 : 1;
}

function unread(asked: Extract<Asked<unknown>, { readonly ok: false }>): Found {
  return unreadable.has(asked.code) ? { done: true, sent: 'unknown' } : asked.failed;
}

/** Whether a message is Quoth's own and has a control that leads to the post. */
function isOf({ author, components }: ReadMessage, post: PostKey, me: string): boolean {
  return author.id === me && idsIn(components ?? []).some(id => leadsTo(id, post));
}

/** All that can be pressed or chosen in components. */
function idsIn(components: readonly Component[]): readonly string[] {
  return components.flatMap(({ custom_id: id, options, components: inner }) => [
    ...(id ? [id] : []),
    ...(options ?? []).map(({ value }) => value),
    ...idsIn(inner ?? []),
  ]);
}

function leadsTo(customId: string, post: PostKey): boolean {
  const press = decode(customId);
  if (press.do === 'outdated') return press.post === post;
  return press.do !== 'remove' && 'post' in press.route && press.route.post === post;
}
