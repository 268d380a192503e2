import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hash64 } from '../../src/blog/hash.ts';
import { kinds } from '../store/databases.ts';
import { minute, subscription } from '../store/samples.ts';
import { misfortunes, type Processes, startProcesses } from './processes.ts';
import { file, hour, old, postsIn } from './world.ts';

/** What happens: processes do a round, time passes, files come. */
type Event =
  | { readonly event: 'rounds'; readonly of: readonly number[] }
  | { readonly event: 'time'; readonly minutes: number }
  | { readonly event: 'files'; readonly posts: number };

const events: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    event: fc.constant('rounds' as const),
    of: fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ event: fc.constant('time' as const), minutes: fc.integer({ min: 1, max: 15 }) }),
  fc.record({ event: fc.constant('files' as const), posts: fc.integer({ min: 1, max: 5 }) }),
);

const channels = [
  subscription('text'),
  subscription('thread', { kind: 'thread' }),
  subscription('news', { kind: 'announcement', thread: true }),
  subscription('forum', { kind: 'forum' }),
  subscription('secret'),
  subscription('secret forum', { kind: 'forum' }),
];

/** A digest of more offers no choice of all. */
const mostPosts = 25;

function expectOnce({ world }: Processes, news: readonly string[]): void {
  for (const { channel } of channels) {
    const seen = world.in(channel).flatMap(({ shows }) => postsIn(shows));
    expect(seen, `${channel} saw one twice`).toHaveLength(new Set(seen).size);
    if (!channel.startsWith('secret')) expect(seen.toSorted(), channel).toEqual(news.toSorted());
  }
  expect(world.in('news').filter(one => one.published === 0 || one.threads === 0)).toEqual([]);
}

/** Where nobody can look whether it arrived, either it is known to be there, or that one does not know. */
async function expectHonest({ world }: Processes, news: readonly string[]): Promise<void> {
  for (const key of news) {
    const post = await world.store.post(key);
    const delivery = post && (await world.store.delivery(post.id, 'secret'));
    const isSeen = world.in('secret').some(({ shows }) => postsIn(shows).includes(key));
    expect(delivery?.state === 'sent' ? isSeen : delivery?.state === 'unsure').toBe(true);
  }
}

describe.each(kinds)('over $name, whatever fails and whoever dies', ({ name, fresh }) => {
  test('each channel sees each new post once, or never twice where nobody can look', async () => {
    const happenings = fc.array(events, { minLength: 5, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(happenings, misfortunes, async (happening, misfortune) => {
        const processes = await startProcesses(await fresh(), channels, misfortune);
        const { world, rounds, heals, close } = processes;
        world.channels.unreadable.add('secret').add('secret forum');
        const names: string[] = [];
        for (const one of happening) {
          if (one.event === 'time') world.clock.passes(one.minutes * minute);
          else if (one.event === 'rounds') await rounds(one.of);
          else {
            const more = Math.min(one.posts, mostPosts - names.length);
            names.push(...Array.from({ length: more }, (_, at) => `new-${names.length + at}`));
            world.writes({ ...old, ...Object.fromEntries(names.map(path => [`${path}.md`, file(path)])) });
          }
        }
        await heals(3 * hour);
        const news = names.map(path => hash64(`${path}.md`));
        expectOnce(processes, news);
        await expectHonest(processes, news);
        await close();
      }),
      { numRuns: name === 'SQLite' ? 8 : 5 },
    );
  }, 300_000);
});
