import { join } from 'node:path';
import { articleEnding } from '../../blog/article.ts';
import type { BlogSettings } from '../../blog/model.ts';
import { isHidden } from '../../blog/post.ts';
import { readText } from '../../source/files.ts';
import { isUnreadable, readAsPost } from '../../source/read-post-file.ts';
import { inspect } from './inspect.ts';
import type { Checked } from './model.ts';

/** Reads and looks through the file at `path` (within `root`, with `/`). Never throws. */
export async function checkFile(root: string, path: string, settings: BlogSettings): Promise<Checked> {
  const file = await readText(join(root, path));
  const read = readAsPost(path, file, settings);
  if (isUnreadable(read)) return { path, problems: [read] };
  if (isHidden(read)) return { path, problems: [], hidden: read.hidden, url: read.url };
  const { slug, url, language, formerly } = read;
  const served = { slug, url, language, formerly };
  try {
    // In an article of a feed there is nothing that its author wrote for Quoth.
    const text = 'text' in file && !path.endsWith(articleEnding) ? file.text : '';
    const { problems, ...found } = inspect(text, read);
    return { path, problems: [...read.problems, ...problems], served: { ...served, ...found } };
  } catch (error) {
    // What is served all the same must be named, even where looking through it failed.
    const problem = { code: 'file-unreadable' as const, reason: String(error) };
    return { path, problems: [...read.problems, problem], served: { ...served, references: [] } };
  }
}
