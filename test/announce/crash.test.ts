import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/announce/store.ts';
import { hash64 } from '../../src/blog/hash.ts';
import { kinds, storeAt } from '../store/databases.ts';
import { minute, subscription } from '../store/samples.ts';
import { type Fate, file, hour, Killed, makeWorld, old, postsIn } from './world.ts';

/** A store that dies, with its process, before or after the calls that `dies` names. */
function mortal(store: Store, dies: () => End): Store {
  const guarded = Object.entries(store).map(([name, work]) => [
    name,
    async (...given: readonly never[]) => {
      const end = dies();
      if (end === 'before') throw new Killed(name);
      const result: unknown = await Reflect.apply(work, undefined, given);
      if (end === 'after') throw new Killed(name);
      return result;
    },
  ]);
  return { ...store, ...Object.fromEntries(guarded) };
}

const fates = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Fate>('done') },
  { weight: 4, arbitrary: fc.constantFrom<Fate>('lost', 'stumbles', 'limited', 'dies', 'dead') },
);

type End = 'before' | 'after' | undefined;

const ends: fc.Arbitrary<End> = fc.oneof(
  { weight: 30, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom('before' as const, 'after' as const) },
);

/** What happens: a process does a round, time passes, a file comes. */
const events: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    event: fc.constant('round' as const),
    of: fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ event: fc.constant('time' as const), minutes: fc.integer({ min: 1, max: 15 }) }),
  fc.record({ event: fc.constant('file' as const), posts: fc.integer({ min: 1, max: 5 }) }),
);

type Event =
  | { readonly event: 'round'; readonly of: readonly number[] }
  | { readonly event: 'time'; readonly minutes: number }
  | { readonly event: 'file'; readonly posts: number };

const scripts: fc.Arbitrary<Script> = fc.record({
  happening: fc.array(events, { minLength: 5, maxLength: 20 }),
  sending: fc.array(fates, { minLength: 20, maxLength: 60 }),
  storing: fc.array(ends, { minLength: 50, maxLength: 200 }),
});

const channels = [
  subscription('text'),
  subscription('thread', { kind: 'thread' }),
  subscription('news', { kind: 'announcement', thread: true }),
  subscription('forum', { kind: 'forum' }),
  subscription('secret'),
  subscription('secret forum', { kind: 'forum' }),
];

/** What a run is made of. */
interface Script {
  readonly happening: readonly Event[];
  readonly sending: readonly Fate[];
  readonly storing: readonly End[];
}

/** Three processes over one database, each started anew whenever it has died. */
async function startedAt(address: string, { sending, storing }: Script) {
  let healed = false;
  let [asked, called] = [0, 0];
  const fateOf = (): Fate => (healed ? 'done' : (sending[asked++ % sending.length] ?? 'done'));
  const dies = () => (healed ? undefined : storing[called++ % storing.length]);
  const world = makeWorld(storeAt(address), { fateOf });
  world.channels.unreadable.add('secret').add('secret forum');
  const files: Record<string, string> = { ...old };
  world.writes({ ...files });
  await world.round(world.replica());
  for (const one of channels) await world.store.subscribe(one);

  const connections = [0, 1, 2].map(() => storeAt(address));
  const start = (at: number) => world.replica({ store: mortal(connections[at] ?? world.store, dies) });
  const processes = [0, 1, 2].map(start);
  const round = async (at: number): Promise<void> => {
    try {
      await world.round(processes[at] ?? start(at));
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      processes[at] = start(at);
    }
  };
  const writes = (posts: number): void => {
    // A digest of more offers no choice of all.
    for (let at = 0; at < posts && Object.keys(files).length <= 25; at++) {
      const number = Object.keys(files).length;
      files[`new-${number}.md`] = file(`New ${number}`);
    }
    world.writes({ ...files });
  };
  return {
    world,
    /** What is new of the content. */
    news: () => Object.keys(files).slice(1).map(hash64),
    happens: async (one: Event): Promise<void> => {
      if (one.event === 'time') world.clock.passes(one.minutes * minute);
      else if (one.event === 'file') writes(one.posts);
      else await Promise.all(one.of.map(round));
    },
    /** From now on nothing fails, and time goes on. */
    heals: async (): Promise<void> => {
      healed = true;
      await world.passes(world.replica(), 3 * hour);
    },
    close: () => Promise.all([world.store, ...connections].map(store => store.close())),
  };
}

type Started = Awaited<ReturnType<typeof startedAt>>;

function expectOnce({ world, news }: Started): void {
  for (const { channel } of channels) {
    const seen = world.in(channel).flatMap(({ shows }) => postsIn(shows));
    expect(seen, `${channel} saw one twice`).toHaveLength(new Set(seen).size);
    if (!channel.startsWith('secret')) expect(seen.toSorted(), channel).toEqual(news().toSorted());
  }
  expect(world.in('news').filter(one => one.published === 0 || one.threads === 0)).toEqual([]);
}

/** Where nobody can look whether it arrived, either it is known to be there, or that one does not know. */
async function expectHonest({ world, news }: Started): Promise<void> {
  for (const key of news()) {
    const post = await world.store.post(key);
    const delivery = post && (await world.store.delivery(post.id, 'secret'));
    const isSeen = world.in('secret').some(({ shows }) => postsIn(shows).includes(key));
    expect(delivery?.state === 'sent' ? isSeen : delivery?.state === 'unsure').toBe(true);
  }
}

describe.each(kinds)('over $name, whatever fails and whoever dies', ({ name, fresh }) => {
  test('each channel sees each new post once, or never twice where nobody can look', async () => {
    await fc.assert(
      fc.asyncProperty(scripts, async script => {
        const started = await startedAt(await fresh(), script);
        for (const one of script.happening) await started.happens(one);
        await started.heals();
        expectOnce(started);
        await expectHonest(started);
        await started.close();
      }),
      { numRuns: name === 'SQLite' ? 8 : 5 },
    );
  }, 300_000);
});
