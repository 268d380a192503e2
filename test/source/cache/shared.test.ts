import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Child, killAll, startScript } from '../../main/child.ts';
import { type Content, makeContent } from '../content.ts';

const many = 120;
let blog: Content;
const children: Child[] = [];

beforeEach(async () => {
  blog = await makeContent();
  const posts = Array.from({ length: many }, (_, at) => [
    `posts/${at}.md`,
    `---\ntitle: 帖子 ${at}\n---\n\n## One\n\nMarmalade ${at}\n`,
  ]);
  await blog.write(Object.fromEntries(posts));
});

afterEach(async () => {
  await killAll(children);
  await blog.remove();
});

function start(variables: Readonly<Record<string, string>> = {}): Child {
  const child = startScript(join(import.meta.dirname, 'process.ts'), [], {
    CONTENT: join(blog.folder, 'posts'),
    CACHE_DIR: join(blog.folder, 'cache'),
    ...variables,
  });
  children.push(child);
  return child;
}

interface Outcome {
  readonly parsed: number;
  readonly posts: number;
  readonly indexed: number;
}

/** What a process that has ended did; throws where it did not end well. */
async function outcomeOf(child: Child): Promise<Outcome> {
  const code = await child.ended;
  if (code !== 0) throw new Error(`it ended with ${code}:\n${child.written()}`);
  return JSON.parse(/^\{.*\}$/m.exec(child.written())?.[0] ?? '{}');
}

test('while one process reads the posts, others read the newest, wait, and take the rest from it', async () => {
  const first = start({ HOLDS: '1' });
  await first.writes('reads');
  const others = [start(), start()];
  for (const other of others) await other.writes('waits');
  first.process.stdin.write('go on\n');
  expect(await outcomeOf(first)).toEqual({ parsed: many, posts: many, indexed: many });
  for (const other of others) expect(await outcomeOf(other)).toEqual({ parsed: 0, posts: many, indexed: 0 });
});

test('of processes that start at once one alone reads all posts', async () => {
  const all = [start(), start(), start()];
  const outcomes = await Promise.all(all.map(outcomeOf));
  const parsed = outcomes.map(one => one.parsed).toSorted((one, other) => one - other);
  expect(parsed).toEqual([0, 0, many]);
});

test('where the one that reads is killed, another reads all in its place', async () => {
  const first = start({ HOLDS: '1' });
  await first.writes('reads');
  const others = [start(), start()];
  for (const other of others) await other.writes('waits');
  first.process.kill('SIGKILL');
  const outcomes = await Promise.all(others.map(outcomeOf));
  const parsed = outcomes.map(one => one.parsed).toSorted((one, other) => one - other);
  expect(parsed).toEqual([0, many]);
});
