import { setImmediate } from 'node:timers/promises';
import { type Announcer, makeAnnouncer } from '../../src/announce/announcer.ts';
import type { Outcome, Place, Sender, Sent, Servers, Subscription } from '../../src/announce/model.ts';
import type { Parts } from '../../src/announce/parts.ts';
import type { Store } from '../../src/announce/store.ts';
import { visibleAt } from '../../src/blog/blog.ts';
import type { Blog, BlogSettings, PostKey } from '../../src/blog/model.ts';
import type { Announcement } from '../../src/message/model.ts';
import { decode } from '../../src/message/route.ts';
import { blogFrom } from '../blog/fixture.ts';
import { makeClock } from '../discord/clock.ts';
import { sqlite, storeAt } from '../store/databases.ts';
import { minute, noon, subscription } from '../store/samples.ts';

export const hour = 60 * minute;
export const day = 24 * hour;

/** How long Discord remembers a nonce. */
const nonceMemory = 3 * minute;

/** What becomes of a request: `lost` arrives and is not answered; `dies` ends the process before it, `dead` after it. */
export type Fate =
  | 'done'
  | 'lost'
  | 'stumbles'
  | 'limited'
  | 'forbidden'
  | 'gone'
  | 'refused'
  | 'dies'
  | 'dead';

/** Stands for the end of a process: nothing that comes after it is done. */
export class Killed extends Error {}

/** An announcement as it stands in a channel. */
export interface Posted {
  readonly channel: string;
  readonly guild: string;
  readonly id: string;
  readonly nonce: string;
  readonly at: number;
  readonly name: string;
  shows: Announcement;
  published: number;
  threads: number;
  edits: number;
}

function idsIn({ components }: Announcement): readonly string[] {
  return components.flatMap(row =>
    row.components.flatMap(control => {
      if (control.type === 3) return control.options.map(({ value }) => value);
      return 'custom_id' in control ? [control.custom_id] : [];
    }),
  );
}

/** The posts that an announcement's controls lead to. */
export function postsIn(announcement: Announcement): readonly PostKey[] {
  const posts = idsIn(announcement).flatMap(id => {
    const press = decode(id);
    return 'route' in press && 'post' in press.route && press.route.post ? [press.route.post] : [];
  });
  return [...new Set(posts)];
}

/** Channels as a sender sees them. `fateOf` says what becomes of each request. */
function makeChannels(now: () => number, fateOf: (request: string, channel: string) => Fate = () => 'done') {
  const posted: Posted[] = [];
  const unreadable = new Set<string>();
  let requests = 0;

  const failure = (fate: Fate): Extract<Outcome<object>, { readonly done: false }> => {
    if (fate === 'forbidden' || fate === 'gone' || fate === 'refused') {
      return { done: false, refused: fate, detail: fate };
    }
    return { done: false, after: 1_000, unsure: fate === 'lost', detail: fate };
  };
  /** Does something as fate will have it, with other work before and after. */
  const asked = async <Done extends object>(
    request: string,
    channel: string,
    work: () => Done,
  ): Promise<Outcome<Done>> => {
    requests += 1;
    const fate = fateOf(request, channel);
    await setImmediate();
    if (fate === 'dies') throw new Killed(request);
    const done = fate === 'done' || fate === 'lost' || fate === 'dead' ? work() : undefined;
    await setImmediate();
    if (fate === 'dead') throw new Killed(request);
    return fate === 'done' && done !== undefined ? { done: true, ...done } : failure(fate);
  };
  const at = (to: Place, { message }: Sent) =>
    posted.find(one => one.channel === to.channel && one.id === message);

  const sender: Sender = {
    send: (to, shows, { nonce, name }) =>
      asked('send', to.channel, () => {
        const isForum = to.kind === 'forum' || to.kind === 'media';
        const known = posted.find(
          one => one.channel === to.channel && one.nonce === nonce && one.at > now() - nonceMemory,
        );
        const id = known && !isForum ? known.id : String(posted.length + 1);
        if (known === undefined || isForum) {
          const { channel, guild } = to;
          const counts = { published: 0, threads: 0, edits: 0 };
          posted.push({ channel, guild, id, nonce, name, shows, at: now(), ...counts });
        }
        return { message: id, ...(isForum ? { thread: id } : {}) };
      }),
    find: (to, post) =>
      asked('find', to.channel, () => {
        if (unreadable.has(to.channel)) return { sent: 'unknown' as const };
        const own = posted.find(one => one.channel === to.channel && postsIn(one.shows).includes(post));
        const isForum = to.kind === 'forum' || to.kind === 'media';
        return {
          sent: own ? { message: own.id, ...(isForum ? { thread: own.id } : {}) } : ('none' as const),
        };
      }),
    edit: (to, sent, shows) =>
      asked('edit', to.channel, () => {
        const one = at(to, sent);
        if (one) Object.assign(one, { shows, edits: one.edits + 1 });
        return {};
      }),
    publish: (to, sent) =>
      asked('publish', to.channel, () => {
        const one = at(to, sent);
        if (one) one.published = 1;
        return {};
      }),
    open: (to, sent) =>
      asked('open', to.channel, () => {
        const one = at(to, sent);
        if (one) one.threads = 1;
        return { thread: sent.message };
      }),
  };
  return { sender, posted, unreadable, requests: () => requests };
}

/** A post's file. */
export function file(title: string, more: { date?: string; body?: string; tags?: string } = {}): string {
  const { date = '2026-06-01', body = `What ${title} says.`, tags = '' } = more;
  const dated = date === '' ? '' : `date: ${date}\n`;
  return `---\ntitle: ${title}\n${dated}tags: [${tags}]\n---\n\n${body}\n`;
}

type Files = Readonly<Record<string, string>>;

const noServers: Servers = {
  look: () => Promise.reject(new Error('nobody looks')),
  follow: () => Promise.resolve({ is: 'following' }),
  toggleRole: () => Promise.resolve('given'),
  guilds: () => Promise.resolve(['guild']),
};

/** The content as it was at a time. */
interface Content {
  readonly at: number;
  readonly hash: string;
  blog: Blog;
}

/** One blog, one store, channels, and any number of processes that announce. Time passes when it is told to. */
export function makeWorld(
  store: Store,
  { fateOf }: { fateOf?: (request: string, channel: string) => Fate } = {},
) {
  const clock = makeClock(() => noon);
  const channels = makeChannels(clock.now, fateOf);
  const lines: string[] = [];
  const answering = { now: true };
  const contents: Content[] = [];

  const parts = (more: Partial<Parts> = {}): Parts => ({
    store,
    sender: channels.sender,
    servers: noServers,
    patience: { after: 10 * minute, within: 14 * day },
    answers: () => Promise.resolve(answering.now),
    now: clock.now,
    // Those who wait at the same time wait together.
    wait: async ms => {
      const end = clock.now() + ms;
      await setImmediate();
      clock.passes(Math.max(0, end - clock.now()));
    },
    random: Math.random,
    otherWork: () => setImmediate(),
    log: {
      info: (fields, line) => lines.push(`${line} ${JSON.stringify(fields)}`),
      warn: (fields, line) => lines.push(`${line} ${JSON.stringify(fields)}`),
    },
    ...more,
  });
  const replica = (more: Partial<Parts> = {}): Announcer => makeAnnouncer(parts(more), () => undefined);
  /** Hands over the content as it is now, or was so many changes ago. */
  const sees = (announcer: Pick<Announcer, 'seen'>, ago = 0) => {
    const content = contents.at(-1 - ago) ?? contents[0];
    if (content === undefined) return;
    content.blog = visibleAt(content.blog, clock.now());
    announcer.seen(content.blog, { hash: content.hash, at: content.at });
  };
  /** One process's round over the content as it is, or was so many changes ago. */
  const round = async (announcer: Announcer, ago = 0): Promise<void> => {
    sees(announcer, ago);
    await announcer.keep();
    await announcer.deliver(() => false);
  };
  return {
    ...{ clock, channels, store, lines, answering, parts, replica, sees, round },
    /** Changes the content. */
    writes: (files: Files, settings: Partial<BlogSettings> = {}) => {
      const at = Math.max(clock.now(), (contents.at(-1)?.at ?? 0) + 1);
      contents.push({ at, hash: JSON.stringify(files), blog: blogFrom(files, settings, clock.now()) });
    },
    /** Lets time pass, with a round each few minutes. */
    passes: async (announcer: Announcer, milliseconds: number) => {
      const end = clock.now() + milliseconds;
      const begun = clock.now();
      while (clock.now() < end) {
        // Whatever is due within hours is; after that nothing but days matters.
        const step = clock.now() < begun + 2 * hour ? 5 * minute : 2 * hour;
        clock.passes(Math.min(step, end - clock.now()));
        await round(announcer);
      }
    },
    /** What a channel holds, in order. */
    in: (channel: string) => channels.posted.filter(one => one.channel === channel),
  };
}

export const old: Files = { 'old.md': file('Old') };

/** A world over SQLite in which one post is known and one channel, `c`, is told of new ones. */
export async function begun(more: Partial<Subscription> = {}, options: Parameters<typeof makeWorld>[1] = {}) {
  const world = makeWorld(storeAt(await sqlite.fresh()), options);
  const announcer = world.replica();
  world.writes(old);
  await world.round(announcer);
  await world.store.subscribe(subscription('c', more));
  return {
    ...world,
    announcer,
    announcing: announcer.announcing,
    /** Titles of what was announced in a channel. */
    names: (channel = 'c') => world.in(channel).map(({ name }) => name),
    passes: (time: number) => world.passes(announcer, time),
  };
}
