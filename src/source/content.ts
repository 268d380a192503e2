import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlogSettings } from '../blog/model.ts';
import { readSettings, type SettingOverrides, SettingsError, settingsFile } from '../blog/settings.ts';
import { readAround } from './around.ts';
import { type Found, findPosts, readText } from './files.ts';

/** CONTENT cannot be read at all; the message says why and what to do. */
export class ContentError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ContentError';
  }
}

/** The folder's real path, so that a folder that is itself a link may be served. */
async function realFolder(folder: string): Promise<string> {
  try {
    const real = await realpath(folder);
    if ((await stat(real)).isDirectory()) return real;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const why = isMissing ? 'there is no such folder' : `it cannot be opened (${String(error)})`;
    throw new ContentError(`CONTENT is "${folder}", but ${why}. It wants the folder that holds the posts.`, {
      cause: error,
    });
  }
  throw new ContentError(
    `CONTENT is "${folder}", but that is a file. It wants the folder that holds the posts.`,
  );
}

/** The text of the blog's own settings, empty where there is no such file. */
async function settingsText(root: string): Promise<string> {
  const file = await readText(join(root, settingsFile));
  if ('text' in file) return file.text;
  if (file.reason === 'ENOENT') return '';
  if (file.code === 'not-text') throw new SettingsError(`${settingsFile} is no text. Save it as UTF-8.`);
  throw new SettingsError(
    `${settingsFile} cannot be read (${file.reason ?? file.detail}). See to it that it can.`,
  );
}

/** CONTENT as it is found: its posts' paths, and what belongs to the blog. */
export interface Content extends Found {
  /** Its real path. */
  readonly root: string;
  readonly settings: BlogSettings;
}

/**
 * CONTENT's real path, its posts' paths, and what belongs to the blog by its own settings and by those of the site
 * around it. Throws ContentError where there is no such folder,
 * SettingsError where a setting cannot be used.
 */
export async function openContent(
  folder: string,
  overrides: SettingOverrides = {},
  warn: (sentence: string) => void = () => undefined,
): Promise<Content> {
  const root = await realFolder(folder);
  const [text, found, around] = await Promise.all([settingsText(root), findPosts(root), readAround(root)]);
  const { settings, warnings } = readSettings(text, overrides, { around, paths: found.paths });
  warnings.forEach(warn);
  return { root, settings, ...found };
}
