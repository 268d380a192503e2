import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Real blogs, beside the repository; nobody needs them to work on Quoth. */
const folder = fileURLToPath(new URL('../../../../shared/corpora/', import.meta.url));

/** The names of the real blogs that lie beside the repository; none where they are not there. */
export const corpora: readonly string[] = existsSync(folder)
  ? readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []))
  : [];

export const folderOf = (name: string): string => `${folder}${name}`;

/** Every Markdown file of a blog that is not in a folder of drafts or of tools, by its path, found without Quoth. */
export function filesOf(name: string): readonly string[] {
  return readdirSync(folderOf(name), { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => /\.(?:md|mdx|markdown)$/i.test(path) && !/(?:^|\/)(?:\.|_drafts\/)/.test(path))
    .sort();
}
