import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of posts that a test makes and throws away. */
export interface Content {
  readonly folder: string;
  readonly write: (files: Readonly<Record<string, string | Uint8Array>>) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function makeContent(): Promise<Content> {
  const folder = await mkdtemp(join(tmpdir(), 'quoth-'));
  return {
    folder,
    write: async files => {
      for (const [path, held] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), held);
      }
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
