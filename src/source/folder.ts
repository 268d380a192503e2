import type { Blog } from '../blog/model.ts';
import type { SettingOverrides } from '../blog/settings.ts';
import { type Reading, readSnapshot } from './snapshot.ts';

/**
 * Reads a folder of posts, at any depth, and what says how to read it, as a blog. A file that cannot be read is
 * listed as unreadable and hides no other; what the author keeps from readers is left out. `overrides` come from the
 * environment; `warn` is told what in the blog's settings means nothing, a sentence each. Throws ContentError where
 * there is no such folder, SettingsError where a setting cannot be used.
 */
export async function loadFolder(
  folder: string,
  overrides: SettingOverrides = {},
  warn: (sentence: string) => void = () => undefined,
  more: Pick<Reading, 'onPart' | 'onRead' | 'signal' | 'limit' | 'now'> = {},
): Promise<Blog> {
  return (await readSnapshot({ folder, overrides, warn, ...more })).blog;
}
