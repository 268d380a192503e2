import fs from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import git from 'isomorphic-git';
import { isFromAfar } from './faults.ts';
import type { Head, Server } from './head.ts';

/** The objects of a repository, as far as they were fetched. */
export interface Clone {
  readonly fs: typeof fs;
  readonly gitdir: string;
  readonly cache: object;
}

/** The name under which the last commit that was fetched whole is known, so that only what is new is sent. */
const lastRef = 'refs/heads/quoth';

/** Each fetch adds a pack: with more of them, a clone made anew is smaller. */
const mostPacks = 24;

const cloneIn = (gitdir: string): Clone => ({ fs, gitdir, cache: {} });

async function isCrowded(gitdir: string): Promise<boolean> {
  const names = await readdir(join(gitdir, 'objects/pack')).catch(() => []);
  return names.filter(name => name.endsWith('.pack')).length > mostPacks;
}

async function fetched(gitdir: string, server: Server, { ref, oid }: Head): Promise<Clone> {
  const clone = cloneIn(gitdir);
  const { http, url, onAuth } = server;
  await git.init({ ...clone, bare: true });
  await git.addRemote({ ...clone, remote: 'origin', url, force: true });
  await git.fetch({
    ...clone,
    http,
    url,
    onAuth,
    remote: 'origin',
    ref: lastRef,
    remoteRef: ref,
    depth: 1,
    singleBranch: true,
    tags: false,
  });
  await git.readCommit({ ...clone, oid });
  return clone;
}

/**
 * Fetches a commit without those before it, and gives it to `read`. What does not hold together, since fetching it was
 * cut off, is thrown away and fetched anew once.
 */
export async function withCommit<T>(
  gitdir: string,
  server: Server,
  head: Head,
  read: (clone: Clone) => Promise<T>,
): Promise<T> {
  const attempt = async (): Promise<T> => {
    const clone = await fetched(gitdir, server, head);
    const result = await read(clone);
    await git.writeRef({ ...clone, ref: lastRef, value: head.oid, force: true });
    return result;
  };
  if (await isCrowded(gitdir)) await rm(gitdir, { recursive: true, force: true });
  try {
    return await attempt();
  } catch (error) {
    if (isFromAfar(error)) throw error;
    await rm(gitdir, { recursive: true, force: true });
    return attempt();
  }
}
