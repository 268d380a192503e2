import type { Nodes, Root } from 'mdast';
import type { Dialect } from './dialects/model.ts';
import { unknown } from './dialects/unknown.ts';
import { type Fields, field, fieldsOf, textField, textValue } from './fields.ts';
import { fold } from './fold.ts';

const tagNames = ['tags', 'tag', 'taxonomies.tags'];

const categoryNames = ['categories', 'category', 'taxonomies.categories', 'topics', 'channels'];

/** Obsidian's `#tag` in a text: letters and digits, not digits alone, after white space. */
const inlineTag = /(?<=^|\s)#(?=[^\s#]{0,100}[\p{L}_])([\p{L}\p{N}_/-]{1,100})/gu;

/** A list, one level of lists within it (Hexo's nested categories), or names between commas or, in Jekyll, spaces. */
function listOf(value: unknown, isSpaced: boolean): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => (Array.isArray(item) ? item : [item]));
  if (typeof value !== 'string') return [value];
  return value.split(isSpaced && !/[,，、]/u.test(value) ? /\s+/u : /[,，、]/u);
}

function nameOf(value: unknown): string {
  const held = fieldsOf(value);
  const text = held === undefined ? textValue(value) : textField(held, ['label', 'name']);
  return (text ?? '').replace(/\s+/gu, ' ').replace(/^[#\s]+/u, '');
}

function namesIn(data: Fields, fields: readonly string[], dialect: Dialect): string[] {
  const values = fields.flatMap(name => listOf(field(data, name), dialect.spacedTags === true));
  return values.map(nameOf).filter(name => fold(name) !== '');
}

/** Tags within prose; code, links and headings' own signs are none. */
function inlineTagsOf(node: Nodes): string[] {
  if (node.type === 'text') return [...node.value.matchAll(inlineTag)].map(([, name = '']) => name);
  return 'children' in node && node.type !== 'link' ? node.children.flatMap(inlineTagsOf) : [];
}

/** A post's categories as its front matter lists them, outermost first. */
export function categoriesOf(data: Fields, dialect: Dialect = unknown): string[] {
  return namesIn(data, categoryNames.slice(0, 2), dialect);
}

/**
 * A post's tags, and its categories after them: as first written, each once however it is written. `root` is its
 * body, where some dialects write tags too.
 */
export function tagsOf(data: Fields, root?: Root, dialect: Dialect = unknown): string[] {
  const inline = dialect.inlineTags && root ? inlineTagsOf(root) : [];
  const all = [...namesIn(data, tagNames, dialect), ...namesIn(data, categoryNames, dialect), ...inline];
  const tags = new Map<string, string>();
  for (const name of all) {
    const folded = fold(name);
    if (!tags.has(folded) && !dialect.listTags?.has(folded)) tags.set(folded, name);
  }
  return [...tags.values()];
}
