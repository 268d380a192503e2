import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { endianness } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const source = join(import.meta.dirname, '../..');

/** What makes a post of a file's bytes and an index of posts, besides the packages that package-lock.json pins. */
const rooms = ['blog', 'search', 'source'];

/**
 * Tells versions of what makes posts and indexes apart: its code and its packages, and Node with the ICU in it, by
 * which texts are cut into words and sentences.
 */
export async function versionOfCode(
  { node, icu }: NodeJS.ProcessVersions = process.versions,
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([node, icu, endianness()]));
  for (const room of rooms) {
    const names = await readdir(join(source, room), { recursive: true });
    const files = names.filter(name => name.endsWith('.ts')).toSorted();
    const texts = await Promise.all(files.map(name => readFile(join(source, room, name))));
    for (const [index, text] of texts.entries()) hash.update(files[index] ?? '').update(text);
  }
  // It is not there in an image that was made without it; then the code tells enough.
  const lock = await readFile(join(source, '../package-lock.json')).catch(() => '');
  return hash.update(lock).digest('hex');
}
