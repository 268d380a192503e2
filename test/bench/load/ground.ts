import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../child.ts';
import { makeBlogFolder } from '../start/blog.ts';

/** Posts of about 2,000 passages. */
const usual = 200;

/** Folders that Quoth reads and writes in while it is asked. */
export interface Ground {
  readonly content: string;
  readonly variables: Record<string, string>;
  readonly clear: () => void;
}

/** A blog of about 2,000 passages, or so many posts, the shipped ones among them, and an empty cache and database. */
export function makeGround(posts = usual): Ground {
  const content = makeBlogFolder(posts);
  cpSync(join(root, 'content'), content, { recursive: true });
  const kept = mkdtempSync(join(tmpdir(), 'quoth-bench-kept-'));
  return {
    content,
    variables: { CONTENT: content, CACHE_DIR: join(kept, 'cache'), DATABASE_URL: join(kept, 'quoth.db') },
    clear: () => {
      for (const folder of [content, kept]) rmSync(folder, { recursive: true });
    },
  };
}

/** How long a long run lasts, in milliseconds: MINUTES, where that is set, else so many minutes. */
export function lasting(minutes: number): number {
  const given = Number(process.env.MINUTES);
  return (given > 0 ? given : minutes) * 60_000;
}
