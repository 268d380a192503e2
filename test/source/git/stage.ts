import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Asking, Fault, GitAddress, Update } from '../../../src/source/remote/model.ts';
import { storeOf } from '../../../src/source/remote/store.ts';
import { readSnapshot } from '../../../src/source/snapshot.ts';
import { type GitServer, startGitServer } from './git-server.ts';

export const post = (title: string) => `---\ntitle: ${title}\n---\n\nSome text of ${title}.\n`;

/** The folder that posts were brought to; throws where they were not. */
export function folderOf(update: Update): string {
  if ('fault' in update) throw new Error(update.fault.sentence);
  return update.folder;
}

/** Why posts were not brought; throws where they were. */
export function faultOf(update: Update): Fault {
  if ('folder' in update) throw new Error('It was brought.');
  return update.fault;
}

/** The titles of the posts in a folder, in order. */
export const titlesIn = async (folder: string): Promise<readonly string[]> =>
  (await readSnapshot({ folder })).blog.posts.map(({ title }) => title).toSorted();

export const titles = (update: Update): Promise<readonly string[]> => titlesIn(folderOf(update));

/** A git server with the posts A and B, and an empty cache folder. */
export interface GitStage {
  readonly server: GitServer;
  readonly cache: string;
  readonly asking: (address?: Partial<GitAddress>, more?: Partial<Asking>) => Asking<GitAddress>;
  readonly close: () => Promise<void>;
}

export async function openGitStage(): Promise<GitStage> {
  const cache = await mkdtemp(join(tmpdir(), 'quoth-cache-'));
  const server = await startGitServer();
  await server.commit({ 'a.md': post('A'), 'deep/b.md': post('B') });
  return {
    server,
    cache,
    asking: (address = {}, more = {}) => {
      const whole: GitAddress = { kind: 'git', url: server.url, folder: '', ...address };
      return { ...more, address: whole, store: storeOf(cache, whole) };
    },
    close: async () => {
      await server.close();
      await rm(cache, { recursive: true, force: true });
    },
  };
}
