import { type Fields, field, textField, truth } from './fields.ts';
import type { HiddenReason } from './model.ts';

/** Folders of what is not yet, or never will be, a post. */
const folders = new Set([
  '_drafts',
  'drafts',
  '_templates',
  'templates',
  'template',
  'archetypes',
  'scaffolds',
]);

function isYes(data: Fields, names: readonly string[]): boolean {
  return names.some(name => truth(field(data, name)) === true);
}

function isNo(data: Fields, names: readonly string[]): boolean {
  return names.some(name => truth(field(data, name)) === false);
}

/** True where a word such as `status` is given and is none of those that mean public. */
function isOther(data: Fields, name: string): boolean {
  const said = textField(data, [name])?.toLowerCase();
  return said !== undefined && !/^(?:published?|public|publish|visible|true)$/.test(said);
}

function reasonOfPath(path: string): HiddenReason | undefined {
  const segments = path.split('/');
  const name = segments.at(-1) ?? '';
  if (segments.slice(0, -1).some(folder => folders.has(folder.toLowerCase()) || folder.startsWith('.'))) {
    return 'folder';
  }
  return name.startsWith('_') && !/^_index\./.test(name) ? 'name' : undefined;
}

/** Why readers must not see a post, by its path or by what its front matter says; undefined where they may. */
export function hiddenReason(path: string, data: Fields): HiddenReason | undefined {
  if (isYes(data, ['draft', 'isDraft'])) return 'draft';
  if (isNo(data, ['published', 'publish', 'public'])) return 'unpublished';
  if (isOther(data, 'status') || isOther(data, 'visibility')) return 'unpublished';
  if (isYes(data, ['hidden', 'hide'])) return 'hidden';
  if (textField(data, ['password']) !== undefined) return 'password';
  if (isYes(data, ['unlisted', 'hideInList'])) return 'unlisted';
  return reasonOfPath(path);
}
