import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rename, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readLines, writeLines } from '../../../src/source/cache/lines.ts';
import { versionOfCode } from '../../../src/source/cache/version.ts';
import { answersOf, makeRestarts, type Restarts, type Started } from './restart.ts';

let blog: Restarts;

const names = Array.from({ length: 40 }, (_, at) => `posts/${at}.md`);
const textOf = (name: string, more = '') =>
  `---\ntitle: 帖子 ${name}\ndate: 2025-06-12\n---\n\n## 强化學習（RL）\n\nMarmalade ${name}\t|x| ${more}\n`;

const queries = ['marmalade', '强化学习', 'rl', '帖子', 'quixotic', 'marmelade', '7'];

beforeEach(async () => {
  blog = await makeRestarts();
  await blog.write(Object.fromEntries(names.map(name => [name, textOf(name)])));
  await blog.write({
    'tab\tb.md': '# B',
    'draft.md': '---\ndraft: true\n---\n',
    'empty.md': '',
  });
});

afterEach(() => blog.remove());

/** The same posts, and the same answers, as when nothing is kept. */
async function expectTruth({ snapshot, index }: Started): Promise<void> {
  const fresh = await blog.startAfresh();
  expect(snapshot.blog.posts).toEqual(
    fresh.snapshot.blog.posts.map(post => JSON.parse(JSON.stringify(post))),
  );
  expect(answersOf(index, queries)).toEqual(answersOf(fresh.index, queries));
}

const fileOf = async (kind: string): Promise<string> => {
  const all = await readdir(blog.cacheFolder);
  return join(blog.cacheFolder, all.find(name => name.startsWith(kind) && name.endsWith('.txt')) ?? '');
};

const filesKept = async (): Promise<readonly string[]> =>
  (await readdir(blog.cacheFolder)).map(name => name.replace(/-[\da-f]+/, '')).toSorted();

const kinds = [
  { kind: 'posts', anew: 'read' },
  { kind: 'index', anew: 'indexed' },
];

test('a restart with nothing changed reads no post and indexes none, and answers the same', async () => {
  await blog.start();
  const again = await blog.start();
  expect(again).toMatchObject({ told: [], parsed: [], indexed: [] });
  await expectTruth(again);
  expect(await filesKept()).toEqual(['index.txt', 'posts.txt', 'turn.lock']);
});

test('what changed since is read and indexed anew, and nothing else', async () => {
  await blog.start();
  await blog.write({ 'posts/3.md': textOf('quixotic'), 'new.md': '# Marmalade' });
  await unlink(join(blog.folder, 'posts/4.md'));
  const again = await blog.start();
  expect(again).toMatchObject({ told: [], parsed: ['new.md', 'posts/3.md'] });
  expect(again.indexed.toSorted()).toEqual(['new.md', 'posts/3.md']);
  await expectTruth(again);
  expect(await blog.start()).toMatchObject({ parsed: [], indexed: [] });
});

test('a post that says what another post says is indexed anew when that one changes', async () => {
  const original = (text: string) => `---\ntitle: Twin\n---\n\n## One\n\n${text}\n`;
  await blog.write({
    'hello.md': original('marmalade'),
    'hello.zh-CN.md': '---\ntitle: 孪生\nlang: zh-CN\n---\n',
    'link.md': '# Links\n\nTo [[hello]].',
  });
  await blog.start();
  expect(await blog.start()).toMatchObject({ indexed: [] });
  await blog.write({ 'hello.md': original('quixotic').replace('Twin', 'Twin, mended') });
  const again = await blog.start();
  expect(again.parsed).toEqual(['hello.md']);
  await expectTruth(again);
});

test('a file that cannot be read is tried again at the next start', async () => {
  await blog.write({ 'c.md': new Uint8Array(500) });
  await blog.start();
  expect(await blog.start()).toMatchObject({ parsed: ['c.md'], indexed: [] });
});

test('other code, another ICU, or other settings set the cache aside, with one sentence', async () => {
  await blog.start();
  const other = await blog.start('2');
  expect(other.told).toEqual([expect.stringMatching(/made by another version.*set aside/)]);
  expect(other.parsed.length).toBe(43);
  await expectTruth(other);
  expect((await readdir(blog.cacheFolder)).some(name => name.endsWith('.aside'))).toBe(true);
  await blog.write({ 'blog.yml': 'url: https://blog.example\n' });
  const moved = await blog.start('2');
  expect(moved.told).toEqual([expect.stringMatching(/set aside/)]);
  await expectTruth(moved);
  const { versions } = process;
  expect(await versionOfCode()).toBe(await versionOfCode(versions));
  expect(await versionOfCode({ ...versions, icu: '1.0' })).not.toBe(await versionOfCode());
});

describe.each(kinds)('the $kind', ({ kind, anew }) => {
  test('that are damaged anywhere are set aside, with one sentence, and made anew', async () => {
    await blog.start();
    const file = await fileOf(kind);
    const whole = await readFile(file);
    const cut = (share: number) => whole.subarray(0, Math.floor(share * whole.length));
    const flipped = (share: number, bit: number) => {
      const at = Math.min(whole.length - 1, Math.floor(share * whole.length));
      return whole.with(at, (whole[at] ?? 0) ^ (1 << bit));
    };
    const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const damaged = fc.oneof(
      share.map(cut),
      fc.tuple(share, fc.nat(7)).map(([at, bit]) => flipped(at, bit)),
      fc.constantFrom('', '\n', 'null\n', '{}', 'x'.repeat(999)).map(text => Buffer.from(text)),
      fc.constantFrom(whole.subarray(0, -1), Buffer.concat([whole, Buffer.from('\n')]), whole.toReversed()),
    );
    await fc.assert(
      fc.asyncProperty(damaged, async bytes => {
        await writeFile(file, bytes);
        const again = await blog.start();
        expect(again.told).toEqual([
          expect.stringMatching(new RegExp(`set aside.*all posts are ${anew} anew`)),
        ]);
        await expectTruth(again);
        expect(await blog.start()).toMatchObject({ told: [], parsed: [], indexed: [] });
      }),
      { numRuns: 12 },
    );
  });

  test('may be a folder or a pipe, or be missing', async () => {
    await blog.start();
    const file = await fileOf(kind);
    await rm(file);
    await mkdir(join(file, 'sub'), { recursive: true });
    const again = await blog.start();
    expect(again.told).toEqual([expect.stringMatching(/is damaged: it is set aside/)]);
    await expectTruth(again);
    await rm(file);
    if (process.platform !== 'win32') execFileSync('mkfifo', [file]);
    await expectTruth(await blog.start());
    await rm(file);
    const missing = await blog.start();
    expect(missing.told).toEqual([]);
    await expectTruth(missing);
    expect(await blog.start()).toMatchObject({ told: [], parsed: [], indexed: [] });
  });

  test('with a right checksum but nothing of the kind within lead nobody astray', async () => {
    await blog.start();
    const file = await fileOf(kind);
    const [made = ''] = (await readFile(file, 'utf8')).split('\n');
    const lines = await readLines(file, made);
    if (lines === undefined || typeof lines === 'string') throw new Error('the cache is not readable');
    const rewrite = (json: (name: string) => string) =>
      writeLines(
        file,
        made,
        Array.from(lines.names(), name => ({ name, stamp: lines.stampOf(name) ?? '', json: json(name) })),
      );
    const other = (name: string) => Array.from(lines.names()).find(one => one !== name) ?? '';
    for (const json of ['', 'null', '{}', '[]', '[1]', '{"path":1}', '{"bodies":[[1]],"entries":"!"}'])
      for (const which of [/./, /^[^l]/]) {
        await rewrite(name => (which.test(name) ? json : JSON.stringify(lines.valueOf(name))));
        await expectTruth(await blog.start());
      }
    await rewrite(name => JSON.stringify(lines.valueOf(other(name))));
    await expectTruth(await blog.start());
  });
});

test('the cache of another blog in the place of this one’s is of no consequence', async () => {
  await blog.start();
  const files = await Promise.all(kinds.map(({ kind }) => fileOf(kind)));
  const other = await makeRestarts();
  try {
    await other.write(Object.fromEntries(names.map(name => [name, textOf(`other ${name}`)])));
    await other.start();
    const [posts = '', index = ''] = files;
    const theirs = await readdir(other.cacheFolder);
    for (const [kind, file] of [
      ['posts', posts],
      ['index', index],
    ] as const)
      await copyFile(join(other.cacheFolder, theirs.find(name => name.startsWith(kind)) ?? ''), file);
  } finally {
    await other.remove();
  }
  await expectTruth(await blog.start());
});

test('processes that write one cache at the same time leave a whole one, and nothing half written', async () => {
  await Promise.all([blog.start(), blog.start(), blog.start()]);
  expect(await filesKept()).toEqual(['index.txt', 'posts.txt', 'turn.lock']);
  expect(await blog.start()).toMatchObject({ told: [], parsed: [], indexed: [] });
});

test('what a process left half written is removed once it is old', async () => {
  await blog.start();
  const file = await fileOf('posts');
  const [old, young] = [`${file}.old.tmp`, `${file}.young.tmp`];
  await writeFile(old, '');
  await utimes(old, 0, 0);
  await writeFile(young, '');
  await blog.write({ 'posts/3.md': textOf('quixotic') });
  await blog.start();
  const left = await readdir(blog.cacheFolder);
  expect(left.some(name => name.endsWith('.old.tmp'))).toBe(false);
  expect(left.some(name => name.endsWith('.young.tmp'))).toBe(true);
});

test('a cache that cannot be written is said once, and costs nothing else', async () => {
  await rm(blog.cacheFolder, { recursive: true, force: true });
  await writeFile(blog.cacheFolder, 'a file in its place');
  const started = await blog.start();
  expect(started.told).toEqual([expect.stringMatching(/cannot be written/)]);
  await expectTruth(started);
});

const change = fc.oneof(
  fc.tuple(fc.constant('write' as const), fc.nat(9), fc.constantFrom('quixotic', '繁體', 'marmalade')),
  fc.tuple(fc.constant('delete' as const), fc.nat(9), fc.constant('')),
  fc.tuple(fc.constant('move' as const), fc.nat(9), fc.constantFrom('moved', 'elsewhere')),
);

test('whatever changes between restarts, answers are those of a fresh start', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 3 }), async rounds => {
      await blog.start();
      for (const round of rounds) {
        for (const [what, number, more] of round) {
          const path = join(blog.folder, `posts/${number}.md`);
          if (what === 'write') await blog.write({ [`posts/${number}.md`]: textOf(`${number}`, more) });
          if (what === 'delete') await rm(path, { force: true });
          const to = join(blog.folder, `${more}-${number}.md`);
          if (what === 'move') await rename(path, to).catch(() => undefined);
        }
        await expectTruth(await blog.start());
      }
    }),
    { numRuns: 15 },
  );
});
