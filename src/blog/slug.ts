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

/** What a post is looked up by and its address is made of: `slug` of its front matter, else its file's name. */
export function slugOf(data: Fields, path: string): string {
  const own = textField(data, ['slug']);
  return (own === undefined ? '' : pathOf(own)) || nameOf(path);
}
