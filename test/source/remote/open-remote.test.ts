import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ContentError } from '../../../src/source/content.ts';
import { type OpenRemote, openRemote } from '../../../src/source/remote/open-remote.ts';
import { readSnapshot } from '../../../src/source/snapshot.ts';
import { type GitServer, gitBackend, startGitServer } from '../git/git-server.ts';

const post = (title: string) => `---\ntitle: ${title}\n---\n\nText.\n`;

describe.skipIf(gitBackend === undefined)('an open source (needs git and its http-backend)', () => {
  let server: GitServer;
  let cacheFolder: string;
  let opened: OpenRemote[];
  let told: string[];
  /** Ends the pause that goes on. */
  let pass: () => void;

  const open = (branch?: string): OpenRemote => {
    const remote = openRemote({
      address: { kind: 'git', url: server.url, folder: '', ...(branch ? { branch } : {}) },
      cacheFolder,
      warn: sentence => told.push(sentence),
      every: 300_000,
      wait: () =>
        new Promise<void>(resolve => {
          pass = resolve;
        }),
    });
    opened.push(remote);
    return remote;
  };
  const titles = async (remote: OpenRemote) =>
    (await readSnapshot({ folder: remote.folder() })).blog.posts.map(({ title }) => title).toSorted();
  const moved = (remote: OpenRemote) =>
    new Promise<void>(resolve => {
      const stop = remote.onMove(() => {
        stop();
        resolve();
      });
    });

  beforeEach(async () => {
    cacheFolder = await mkdtemp(join(tmpdir(), 'quoth-cache-'));
    server = await startGitServer();
    opened = [];
    told = [];
    await server.commit({ 'a.md': post('A') });
  });

  afterEach(async () => {
    await Promise.all(opened.map(remote => remote.close()));
    await server.close();
    await rm(cacheFolder, { recursive: true, force: true });
  });

  test('has its posts once it has answered, and new ones when somebody hurries it', async () => {
    const remote = open();
    await remote.ready;
    expect(await titles(remote)).toEqual(['A']);
    await server.commit({ 'b.md': post('B') });
    const move = moved(remote);
    remote.hurry();
    await move;
    expect(await titles(remote)).toEqual(['A', 'B']);
  });

  test('has its last posts over a restart, while the server is away and after it came back', async () => {
    const first = open();
    await first.fresh;
    await first.close();
    server.fault = 'away';
    const second = open();
    await second.ready;
    expect(await titles(second)).toEqual(['A']);
    await second.fresh;
    expect(second.state()).toMatchObject({
      state: 'away',
      reason: expect.stringMatching(/cannot be reached/),
    });
    expect(told).toEqual([second.state().reason]);
    server.fault = undefined;
    await server.commit({ 'b.md': post('B') });
    const move = moved(second);
    pass();
    await move;
    expect(await titles(second)).toEqual(['A', 'B']);
    expect(told[1]).toMatch(/answers again/);
  });

  test('is empty where its server is away at the first start, and full once that is back', async () => {
    server.fault = { status: 502 };
    const remote = open();
    await remote.ready;
    expect(await titles(remote)).toEqual([]);
    server.fault = undefined;
    const move = moved(remote);
    pass();
    await move;
    expect(await titles(remote)).toEqual(['A']);
  });

  test('cannot be opened where only a person can help; with posts from before it can, and says so', async () => {
    server.token = 'a token that nobody has';
    const closed = open();
    await expect(closed.ready).rejects.toThrow(ContentError);
    await expect(closed.ready).rejects.toThrow(/CONTENT_TOKEN/);
    await expect(open('mian').fresh).rejects.toThrow(ContentError);
    server.token = undefined;
    await open().fresh;
    server.token = 'a token that nobody has';
    told = [];
    const kept = open();
    await kept.fresh;
    expect(await titles(kept)).toEqual(['A']);
    expect(told).toEqual([expect.stringMatching(/401.*CONTENT_TOKEN/)]);
  });

  test('that is closed while its server says nothing ends at once', async () => {
    const asked = server.asked.length;
    server.fault = 'silent';
    const remote = open();
    while (server.asked.length === asked) await new Promise(resolve => setImmediate(resolve));
    await remote.close();
    expect(remote.state().state).toBe('asking');
  });

  test('is opened by several at once, who share what is brought', async () => {
    const remotes = [open(), open(), open()];
    await Promise.all(remotes.map(remote => remote.fresh));
    expect(new Set(remotes.map(remote => remote.folder())).size).toBe(1);
    for (const remote of remotes) expect(await titles(remote)).toEqual(['A']);
  });
});
