import type { Image, Nodes, Root } from 'mdast';
import type { Dialect } from './dialects/model.ts';
import { unknown } from './dialects/unknown.ts';
import { type Fields, field, textField, textValue } from './fields.ts';
import { absoluteUrl, isBeside } from './links.ts';
import type { Picture } from './model.ts';

const names = [
  'featuredImage',
  'cover',
  'cover.image',
  'image',
  'image.src',
  'image.path',
  'heroImage',
  'ogImage',
  'feature',
  'featureImage',
  'thumbnail',
  'banner',
  'titlePic',
  'header.image',
  'extra.image',
  'seo.image',
];

const listNames = ['images', 'photos'];

const altNames = ['cover.alt', 'image.alt', 'heroImage.alt'];

/** A path or an address; a bare word is an id with an image service, or an icon's name. */
function isAddress(text: string): boolean {
  return /[./]/.test(text) && !/^(?:true|false|data:)/i.test(text);
}

function ownSource(data: Fields, first: readonly string[]): string | undefined {
  const listed = listNames.map(name => field(data, name)).map(list => (Array.isArray(list) ? list[0] : list));
  const texts = [...[...first, ...names].map(name => field(data, name)), ...listed].map(textValue);
  return texts.find(text => text !== undefined && isAddress(text));
}

function firstImage(node: Nodes): Image | undefined {
  if (node.type === 'image') return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = firstImage(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `~/` and `@/` stand for a folder that only the site's build knows. */
function webUrl(source: string, base: string | undefined): string | undefined {
  const url = /^(?:[~@]\/|__GHOST_URL__$)/.test(source)
    ? undefined
    : absoluteUrl(source.replace(/^__GHOST_URL__\//, '/'), base);
  return url !== undefined && /^https?:/i.test(url) ? url : undefined;
}

/**
 * A post's picture: the one that its front matter names, else the first of its body. `base` is the post's address,
 * where it is known; the tree's own pictures are settled already.
 */
export function coverOf(
  data: Fields,
  root: Root,
  base: string | undefined,
  dialect: Dialect = unknown,
): Picture | undefined {
  const source = ownSource(data, dialect.names?.cover ?? []);
  const isMoved = dialect.movesPictures === true && source !== undefined && isBeside(source);
  if (source !== undefined)
    return { source, url: webUrl(source, isMoved ? undefined : base), alt: textField(data, altNames) ?? '' };
  const image = firstImage(root);
  return image === undefined
    ? undefined
    : { source: image.url, url: webUrl(image.url, undefined), alt: image.alt ?? '' };
}
