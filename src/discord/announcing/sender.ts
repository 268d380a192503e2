import type { Outcome, Place, Sender, Sent } from '../../announce/model.ts';
import type { Announcement } from '../../message/model.ts';
import { cut } from '../../message/shorten.ts';
import { codes } from '../reason.ts';
import { channelShape, idShape, newThreadShape } from './answers.ts';
import { findIn } from './find.ts';
import { needsTag, tagsAlike } from './forum.ts';
import { isForum } from './kinds.ts';
import { type Line, type LineOptions, openLine } from './line.ts';
import { makeStandings } from './standing.ts';

/** Most characters of a thread's name. */
const nameLength = 100;

/** How soon an edit is tried again once its thread was opened, in milliseconds. */
const afterWaking = 1_000;

/**
 * Sends announcements over a line of its own. It waits for no rate limit: what comes too often is handed back with the
 * time to wait, so that whoever sends can do something else meanwhile.
 *
 * A request that was cut short may have arrived, which is `unsure`. A message that was edited in a thread that had
 * fallen asleep is not: the thread is opened again, and the edit is to be tried again at once. After a token that
 * Discord does not take, and after 500 bad requests in ten minutes, nothing is asked for a while.
 */
export function makeSender(options: LineOptions): Sender & Pick<Line, 'close'> {
  const line = openLine(options, 0);
  const standings = makeStandings(line);
  return {
    send: (to, announcement, more) =>
      isForum(to.kind) ? sendThread(line, to, announcement, more) : sendMessage(line, to, announcement, more),
    find: (to, post, since) => findIn(line, standings, { to, post, since }),
    edit: (to, sent, announcement) => edit(line, to, sent, announcement),
    publish: async (to, { message }) => {
      const path = `/channels/${to.channel}/messages/${message}/crosspost` as const;
      const asked = await line.ask({ method: 'post', path, shape: idShape });
      if (asked.ok || asked.code === codes.publishedAlready) return { done: true };
      return asked.failed;
    },
    open: async (to, { message }, name) => {
      const path = `/channels/${to.channel}/messages/${message}/threads` as const;
      const asked = await line.ask({ method: 'post', path, body: { name: nameOf(name) }, shape: idShape });
      if (asked.ok) return { done: true, thread: asked.answer.id };
      // A thread on a message has the message's id.
      return asked.code === codes.threadThere ? { done: true, thread: message } : asked.failed;
    },
    close: line.close,
  };
}

type More = Parameters<Sender['send']>[2];

async function sendMessage(
  line: Line,
  { channel }: Place,
  announcement: Announcement,
  { nonce }: More,
): Promise<Outcome<Sent>> {
  const asked = await line.ask({
    method: 'post',
    path: `/channels/${channel}/messages`,
    body: { ...announcement, nonce, enforce_nonce: true },
    shape: idShape,
  });
  return asked.ok ? { done: true, message: asked.answer.id } : asked.failed;
}

async function sendThread(
  line: Line,
  { channel }: Place,
  announcement: Announcement,
  { name, tags }: More,
): Promise<Outcome<Sent>> {
  const forum = await line.ask({ method: 'get', path: `/channels/${channel}`, shape: channelShape });
  if (!forum.ok) return forum.failed;
  const applied = tagsAlike(forum.answer, tags);
  if (applied.length === 0 && needsTag(forum.answer)) {
    const there = (forum.answer.available_tags ?? []).map(tag => tag.name).join(', ');
    const detail = `the channel takes no thread without one of its tags, and the post has none of them: ${there}`;
    return { done: false, refused: 'refused', detail };
  }
  const asked = await line.ask({
    method: 'post',
    path: `/channels/${channel}/threads`,
    body: { name: nameOf(name), applied_tags: applied, message: announcement },
    shape: newThreadShape,
  });
  if (!asked.ok) return asked.failed;
  const { id, message } = asked.answer;
  return { done: true, message: message.id, thread: id };
}

function nameOf(name: string): string {
  return cut(name, nameLength);
}

async function edit(
  line: Line,
  to: Place,
  { message, thread }: Sent,
  announcement: Announcement,
): Promise<Outcome<object>> {
  const channel = isForum(to.kind) ? (thread ?? message) : to.channel;
  const asked = await line.ask({
    method: 'patch',
    path: `/channels/${channel}/messages/${message}`,
    body: announcement,
    shape: idShape,
  });
  if (asked.ok) return { done: true };
  return asked.code === codes.threadArchived ? await wake(line, channel) : asked.failed;
}

/** Opens a thread that has fallen asleep, so that what stands in it can be edited. */
async function wake(line: Line, thread: string): Promise<Outcome<object>> {
  const path = `/channels/${thread}` as const;
  const asked = await line.ask({ method: 'patch', path, body: { archived: false }, shape: idShape });
  if (!asked.ok) return asked.failed;
  return {
    done: false,
    after: afterWaking,
    unsure: false,
    detail: 'the thread was archived; it is open again',
  };
}
