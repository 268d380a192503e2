import { dirname } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';
import { fileOf } from '../store/address.ts';
import { Unfit } from './unfit.ts';

/** What a system says of a folder that will not come about by itself; a disk that is full now may have room later. */
const lasting: ReadonlySet<string> = new Set([
  'EACCES',
  'EEXIST',
  'ELOOP',
  'ENAMETOOLONG',
  'ENOENT',
  'ENOTDIR',
  'EPERM',
  'EROFS',
]);

function make(folder: string, explain: (code: string) => string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (lasting.has(code)) throw new Unfit(explain(code), { cause: error });
  }
}

/**
 * Makes the folder of a database that is a file. Throws Unfit where there can be none: what is subscribed could never
 * be kept. A file that only cannot be written at the moment is waited for instead.
 */
export function makeDatabaseFolder(address: string): void {
  const file = fileOf(address);
  if (file === undefined || file === ':memory:') return;
  make(
    dirname(file),
    code =>
      `The folder of the database ${file} cannot be made (${code}). Set DATABASE_URL to a file in a folder that Quoth may write in.`,
  );
}

/** Makes the folder that posts are brought to from elsewhere. Throws Unfit where there can be none. */
export function makeSourceFolder(folder: string): void {
  make(
    folder,
    code =>
      `The folder ${folder} cannot be made (${code}), which CONTENT is brought to. Set CACHE_DIR to one that Quoth may write in.`,
  );
}
