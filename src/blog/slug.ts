import type { Dialect } from './dialects/model.ts';
import { unknown } from './dialects/unknown.ts';
import { type Fields, textField } from './fields.ts';
import { nameOf } from './name.ts';

/** Slugs are written as names, as paths and as whole addresses; what counts is the path, without outer slashes. */
function pathOf(written: string): string {
  const path = URL.canParse(written) ? new URL(written).pathname : written;
  return path
    .split('/')
    .filter(segment => segment !== '' && segment !== '.' && segment !== '..')
    .join('/');
}

/** What a post is looked up by and its address is made of: `slug` of its front matter, else its file's
 * name as its generator takes it. */
export function slugOf(data: Fields, path: string, dialect: Dialect = unknown): string {
  const own = textField(data, ['slug']);
  return (own === undefined ? '' : pathOf(own)) || (dialect.nameOf ?? nameOf)(path);
}
