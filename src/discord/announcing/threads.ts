import type { Moment, Place } from '../../announce/model.ts';
import { type Channel, threadsShape } from './answers.ts';
import type { Asked, Line } from './line.ts';
import { atMost, sentAt } from './time.ts';

/** Discord lists a hundred archived threads at once; so many times it is asked for more. */
const page = 100;
const mostPages = 3;

/** The threads of a forum that were opened since then, the newest first; archived ones too. */
export async function threadsSince(
  line: Line,
  { guild, channel }: Place,
  since: Moment,
): Promise<Asked<readonly Channel[] | 'too many'>> {
  const active = await line.ask({
    method: 'get',
    path: `/guilds/${guild}/threads/active`,
    shape: threadsShape,
  });
  if (!active.ok) return active;
  const archived = await archivedSince(line, channel, since);
  if (!archived.ok || archived.answer === 'too many') return archived;
  const recent = [...active.answer.threads, ...archived.answer]
    .filter(({ id, parent_id: parent }) => parent === channel && sentAt(id) >= since)
    .toSorted((one, other) => (BigInt(one.id) > BigInt(other.id) ? -1 : 1));
  return { ok: true, answer: recent };
}

/** Archived threads are listed by when they were archived, which is after they were opened. */
async function archivedSince(
  line: Line,
  channel: string,
  since: Moment,
): Promise<Asked<readonly Channel[] | 'too many'>> {
  const all: Channel[] = [];
  for (let pages = 0; pages < mostPages; pages++) {
    const before = all.at(-1)?.thread_metadata?.archive_timestamp;
    const listed = await line.ask({
      method: 'get',
      path: `/channels/${channel}/threads/archived/public`,
      query: { limit: String(page), ...(before !== undefined && { before }) },
      shape: threadsShape,
    });
    if (!listed.ok) return listed;
    all.push(...listed.answer.threads);
    const last = Date.parse(all.at(-1)?.thread_metadata?.archive_timestamp ?? '');
    if (listed.answer.has_more !== true || atMost(last) < since) return { ok: true, answer: all };
  }
  return { ok: true, answer: 'too many' };
}
