import type { Dialect } from './dialects/model.ts';
import { unknown } from './dialects/unknown.ts';
import { type Fields, field, isSet, textField, truth } from './fields.ts';
import type { HiddenReason, Site } from './model.ts';

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

/** Layouts and types of pages that only list posts. */
const listing = /^(?:home|archives|tags|categories|search)$/i;

function hasSet(data: Fields, names: readonly string[]): boolean {
  return names.some(name => isSet(field(data, name)));
}

function reasonOfPath(path: string): HiddenReason | undefined {
  const parents = path.split('/');
  const name = parents.pop() ?? '';
  if (parents.some(folder => folders.has(folder.toLowerCase()) || folder.startsWith('.'))) return 'folder';
  return name.startsWith('_') && !name.startsWith('_index.') ? 'name' : undefined;
}

/** Files of the repository that are none of the site's. */
const ofRepository =
  /^(?:readme|changelog|contributing|license|code_of_conduct|security|authors)(?:\.[\w-]+)?\.[^/.]+$/i;

/** Where CONTENT is the root of a whole site, what its generator does not publish. */
function outside(path: string, { hasReadme }: Dialect, site: Site | undefined): HiddenReason | undefined {
  if (site?.within !== '') return undefined;
  const { root = '', folders } = site;
  if (root !== '' && !path.startsWith(`${root}/`)) return 'folder';
  const own = root === '' ? path : path.slice(root.length + 1);
  if (hasReadme !== true && ofRepository.test(own)) return 'folder';
  return folders !== undefined && !folders.some(folder => own.startsWith(`${folder}/`))
    ? 'folder'
    : undefined;
}

/**
 * Why readers must not see a post, by what its front matter says, by its path, or by its generator's own rules;
 * undefined where they may. One that is unlisted may be seen by whoever knows its name.
 */
export function hiddenReason(
  path: string,
  data: Fields,
  dialect: Dialect = unknown,
  site?: Site,
): HiddenReason | undefined {
  if (hasSet(data, ['draft', 'isDraft'])) return 'draft';
  if (['published', 'publish', 'public'].some(name => truth(field(data, name)) === false))
    return 'unpublished';
  const words = [textField(data, ['status']), textField(data, ['visibility'])];
  if (words.some(word => closed.test(word?.toLowerCase() ?? ''))) return 'unpublished';
  if (hasSet(data, ['hidden', 'hide'])) return 'hidden';
  if (hasSet(data, ['password'])) return 'password';
  const reason = reasonOfPath(path) ?? outside(path, dialect, site) ?? dialect.hidden?.(data, path);
  if (reason !== undefined) return reason;
  if (['layout', 'type'].some(name => listing.test(textField(data, [name]) ?? ''))) return 'list';
  return hasSet(data, ['unlisted', 'hideInList', 'notInList', 'excludeFromList']) ? 'unlisted' : undefined;
}
