import { dirname } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';
import { fileOf } from '../store/address.ts';
import { Unfit } from './unfit.ts';

/** What a system says of a folder that will not come about by itself; a disk that is full now may have room later. */
const lasting: ReadonlySet<unknown> = new Set([
  'EACCES',
  'EEXIST',
  'ELOOP',
  'ENAMETOOLONG',
  'ENOENT',
  'ENOTDIR',
  'EPERM',
  'EROFS',
]);

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/**
 * Makes the folder of a database that is a file. Throws Unfit where there can be none: what is subscribed could never
 * be kept. A file that only cannot be written at the moment is waited for instead.
 */
export function makeDatabaseFolder(address: string): void {
  const file = fileOf(address);
  if (file === undefined || file === ':memory:') return;
  try {
    makeFolder(dirname(file));
  } catch (error) {
    const code = codeOf(error);
    if (!lasting.has(code)) return;
    throw new Unfit(
      `The folder of the database ${file} cannot be made (${String(code)}). Set DATABASE_URL to a file in a folder that Quoth may write in.`,
      { cause: error },
    );
  }
}
