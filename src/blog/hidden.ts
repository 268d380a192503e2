import { type Fields, field, isSet, textField, truth } from './fields.ts';
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

/** In gardens `status` may say anything, evergreen or finished; these words keep a post from readers. */
const closed =
  /^(?:draft|private|unpublished|pending|scheduled|hidden|internal|archived|trash|wip|members|paid)$/;

function hasSet(data: Fields, names: readonly string[]): boolean {
  return names.some(name => isSet(field(data, name)));
}

function reasonOfPath(path: string): HiddenReason | undefined {
  const parents = path.split('/');
  const name = parents.pop() ?? '';
  if (parents.some(folder => folders.has(folder.toLowerCase()) || folder.startsWith('.'))) return 'folder';
  return name.startsWith('_') && !name.startsWith('_index.') ? 'name' : undefined;
}

/** Why readers must not see a post, by what its front matter says or by its path; undefined where they may. */
export function hiddenReason(path: string, data: Fields): HiddenReason | undefined {
  if (hasSet(data, ['draft', 'isDraft'])) return 'draft';
  if (['published', 'publish', 'public'].some(name => truth(field(data, name)) === false))
    return 'unpublished';
  const words = [textField(data, ['status']), textField(data, ['visibility'])];
  if (words.some(word => closed.test(word?.toLowerCase() ?? ''))) return 'unpublished';
  if (hasSet(data, ['hidden', 'hide'])) return 'hidden';
  if (hasSet(data, ['password'])) return 'password';
  if (hasSet(data, ['unlisted', 'hideInList'])) return 'unlisted';
  return reasonOfPath(path);
}
