import type { Dialect } from './model.ts';
import { joined, ownAddress } from './paths.ts';

const own = ['permalink', 'url'];

/** Where nothing tells the generator, as with a folder of posts for Quoth alone: the rules that all share. */
export const unknown: Dialect = {
  name: 'unknown',
  marks: [],
  own,
  address: post => ownAddress(post.data, own) ?? joined('posts', post.slug),
};
