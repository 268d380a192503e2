import type { Dialect } from './model.ts';
import { joined, ownAddress, pagePath, pathOnSite } from './paths.ts';

const own = ['permalink'];

/** Obsidian: a vault of notes, published as they are named. https://help.obsidian.md/publish/permalinks */
export const obsidian: Dialect = {
  name: 'obsidian',
  marks: ['.obsidian'],
  names: { date: ['datetime', 'created', 'date'], cover: ['cover', 'banner', 'image'] },
  hasReadme: true,
  titleIsName: true,
  inlineTags: true,
  own,
  address: (post, settings) =>
    ownAddress(post.data, own) ?? joined(pagePath(pathOnSite(post.path, settings)).replaceAll(' ', '+')),
};
