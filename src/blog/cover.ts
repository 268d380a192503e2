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
  const url = /^(?:[~@]\/|__GHOST_URL__$)/.test(source) ? undefined : absoluteUrl(source, base);
  return url !== undefined && /^https?:/i.test(url) ? url : undefined;
}

/** Names by which pictures in a post's own folder are its cover, as themes of Hugo have it; the surest first. */
const bundled = [
  /(?<![a-z])cover(?![a-z])/i,
  /(?<![a-z])featured?(?![a-z])/i,
  /(?<![a-z])thumb(?:nail)?(?![a-z])/i,
];

/** Of the names of files in a post's own folder that of its cover; undefined where none is called so. */
export function bundleCover(names: readonly string[]): string | undefined {
  const pictures = names.filter(name => /^[^.].*\.(?:png|jpe?g|webp|gif|avif)$/i.test(name)).toSorted();
  return bundled.map(shape => pictures.find(name => shape.test(name))).find(name => name !== undefined);
}

/** Where a post's picture may be named or found. */
interface Source {
  readonly data: Fields;
  /** Its own pictures are settled already. */
  readonly root: Root;
  /** The post's address, where it is known. */
  readonly base?: string;
  readonly dialect?: Dialect;
  /** The name of a picture in the post's own folder that is its cover. */
  readonly beside?: string;
}

/**
 * A post's picture: the one that its front matter names, else the cover in its folder, where its address is known,
 * else the first of its body.
 */
export function coverOf({ data, root, base, dialect = unknown, beside }: Source): Picture | undefined {
  const besideBase = dialect.movesPictures ? undefined : base;
  const source = ownSource(data, dialect.names?.cover ?? []);
  if (source !== undefined) {
    const url = webUrl(source, isBeside(source) ? besideBase : base);
    return { source, url, alt: textField(data, altNames) ?? '' };
  }
  const cover = beside === undefined ? undefined : webUrl(encodeURIComponent(beside), besideBase);
  if (beside !== undefined && cover !== undefined) return { source: beside, url: cover, alt: '' };
  const image = firstImage(root);
  return image === undefined
    ? undefined
    : { source: image.url, url: webUrl(image.url, undefined), alt: image.alt ?? '' };
}
