import type { Problem } from '../../blog/model.ts';
import type { Checked } from './model.ts';

type Key = (served: NonNullable<Checked['served']>) => string | undefined;

/** For each file but the first that shares its key: that first one's path. */
function shared(files: readonly Checked[], keyOf: Key): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const found = new Map<string, string>();
  for (const { path, served } of files) {
    const key = served && keyOf(served);
    if (key === undefined) continue;
    const other = first.get(key);
    if (other === undefined) first.set(key, path);
    else found.set(path, other);
  }
  return found;
}

/**
 * What is wrong between posts: two that claim one address or, where the site's address is not known, one slug in one
 * language. By path; the first in the order given is the one that the others are held against.
 */
export function problemsAcross(files: readonly Checked[]): ReadonlyMap<string, Problem> {
  const addresses = shared(files, ({ url }) => url?.replace(/\/$/, ''));
  const slugs = shared(files, ({ url, slug, language }) =>
    url === undefined ? `${language} ${slug}` : undefined,
  );
  return new Map<string, Problem>([
    ...[...slugs].map(([path, detail]) => [path, { code: 'slug-shared', detail }] as const),
    ...[...addresses].map(([path, detail]) => [path, { code: 'address-shared', detail }] as const),
  ]);
}
