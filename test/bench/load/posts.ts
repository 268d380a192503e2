import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Changes a folder of posts each time it is called, in turns: a post is written anew, another one is added, that one is
 * taken away. However often it is called, there is about as much to read as at first.
 */
export function changing(folder: string): () => void {
  const posts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.md'))
    .toSorted()
    .map(path => ({ path: join(folder, path), text: readFileSync(join(folder, path), 'utf8') }));
  const added = join(folder, 'added.md');
  let turn = 0;
  return () => {
    const { path, text } = posts[turn % posts.length] ?? { path: added, text: '' };
    const steps = [
      () => writeFileSync(path, `${text}\n\nThen change number ${turn} came.\n`),
      () => writeFileSync(added, `${text}\n\nAnd so was number ${turn}.\n`),
      () => rmSync(added),
    ];
    steps[turn % steps.length]?.();
    turn += 1;
  };
}
