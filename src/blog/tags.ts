import { type Fields, field, fieldsOf, textField, textValue } from './fields.ts';
import { fold } from './fold.ts';

const names = ['tags', 'tag', 'taxonomies.tags', 'categories', 'category', 'topics', 'channels'];

/** A list, one level of lists within it (Hexo's nested categories), or names between commas. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => (Array.isArray(item) ? item : [item]));
  return typeof value === 'string' ? value.split(/[,，、]/u) : [value];
}

function nameOf(value: unknown): string | undefined {
  const held = fieldsOf(value);
  const text = held === undefined ? textValue(value) : textField(held, ['label', 'name']);
  return text?.replace(/\s+/gu, ' ').replace(/^[#\s]+/u, '');
}

/** A post's tags, and its categories after them: as first written, each once however it is written. */
export function tagsOf(data: Fields): string[] {
  const tags = new Map<string, string>();
  for (const value of names.flatMap(name => listOf(field(data, name)))) {
    const name = nameOf(value);
    if (name === undefined || fold(name) === '') continue;
    if (!tags.has(fold(name))) tags.set(fold(name), name);
  }
  return [...tags.values()];
}
