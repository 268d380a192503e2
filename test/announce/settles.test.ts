import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../store/databases.ts';
import { minute, subscription } from '../store/samples.ts';
import { misfortunes, type Processes, startProcesses } from './processes.ts';
import { file, hour, old } from './world.ts';

/** A post as its author has it; each has words that no other has. */
interface Post {
  readonly number: number;
  readonly path: string;
  readonly title: string;
  readonly gone: boolean;
}

const edits = ['retitle', 'move', 'take away', 'bring back'] as const;

type Event =
  | { readonly event: 'rounds'; readonly of: readonly number[]; readonly ago: number }
  | { readonly event: 'time'; readonly minutes: number }
  | { readonly event: 'add' }
  | { readonly event: (typeof edits)[number]; readonly which: number };

const events: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      event: fc.constant('rounds' as const),
      of: fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }),
      ago: fc.constantFrom(0, 0, 1, 3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ event: fc.constant('time' as const), minutes: fc.integer({ min: 5, max: 40 }) }),
  },
  { weight: 2, arbitrary: fc.constant({ event: 'add' as const }) },
  { weight: 2, arbitrary: fc.record({ event: fc.constantFrom(...edits), which: fc.nat(20) }) },
);

const channels = [
  subscription('text'),
  subscription('news', { kind: 'announcement' }),
  subscription('forum', { kind: 'forum' }),
];

const bodyOf = (number: number) => Array.from({ length: 60 }, (_, at) => `w${number}x${at}`).join(' ');

const filesOf = (posts: readonly Post[]) =>
  Object.fromEntries(
    posts
      .filter(({ gone }) => !gone)
      .map(({ number, path, title }) => [path, file(title, { body: bodyOf(number) })]),
  );

/** What its author does to one post, at the step `at`. */
function edited(post: Post, event: (typeof edits)[number], at: number): Post {
  if (event === 'retitle') return { ...post, title: `Title ${post.number}.${at}!` };
  if (event === 'move') return { ...post, path: `moved-${at}.md` };
  return { ...post, gone: event === 'take away' };
}

function after(posts: readonly Post[], event: Event, at: number): readonly Post[] {
  if (event.event === 'add') {
    const number = posts.length;
    return [...posts, { number, path: `new-${at}.md`, title: `Title ${number}.${at}!`, gone: false }];
  }
  if (!('which' in event) || posts.length === 0) return posts;
  return posts.map(post =>
    post.number === event.which % posts.length ? edited(post, event.event, at) : post,
  );
}

/** Once all has settled: each post as it is, once, and nothing of those that are gone. */
function expectTrue({ world }: Processes, posts: readonly Post[]): void {
  for (const { channel } of channels) {
    const shown = world.in(channel).map(({ shows }) => JSON.stringify(shows));
    for (const { title, gone, number } of posts) {
      const showing = shown.filter(text => text.includes(`Title ${number}.`));
      expect(showing, `${title} in ${channel}`).toHaveLength(gone ? 0 : 1);
      expect(showing.every(text => text.includes(title))).toBe(true);
    }
  }
}

describe.each(kinds)('over $name, whatever fails and whoever dies', ({ name, fresh }) => {
  test('in the end each channel shows each post as it is, once, and nothing of those that are gone', async () => {
    const happenings = fc.array(events, { minLength: 8, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(happenings, misfortunes, async (happening, misfortune) => {
        const processes = await startProcesses(await fresh(), channels, misfortune);
        const { world, rounds, heals, close } = processes;
        let posts: readonly Post[] = [];
        for (const [at, one] of happening.entries()) {
          posts = after(posts, one, at);
          if (one.event === 'time') world.clock.passes(one.minutes * minute);
          else if (one.event === 'rounds') await rounds(one.of, one.ago);
          else world.writes({ ...old, ...filesOf(posts) });
        }
        await heals(4 * hour);
        expectTrue(processes, posts);
        await close();
      }),
      { numRuns: name === 'SQLite' ? 10 : 5 },
    );
  }, 300_000);
});
