/** A post's own data by folded key: safe against `__proto__`, indifferent to case, `_` and `-`. */
export type Fields = ReadonlyMap<string, unknown>;

/** How keys compare: `publishDate`, `publish_date` and `Publish-Date` are one. */
export function foldKey(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/gu, '');
}

/** True for a mapping of front matter; dates are none. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** A mapping as fields: of two keys that fold to one, the first counts. Undefined for anything else. */
export function fieldsOf(value: unknown): Fields | undefined {
  if (!isMapping(value)) return undefined;
  const fields = new Map<string, unknown>();
  for (const [key, held] of Object.entries(value)) {
    const folded = foldKey(key);
    if (!fields.has(folded)) fields.set(folded, held);
  }
  return fields;
}

/** What stands under `name`, or under `outer.inner` one level down; undefined where nothing does. */
export function field(fields: Fields, name: string): unknown {
  const [outer = '', inner] = name.split('.');
  const held = fields.get(foldKey(outer));
  return inner === undefined ? held : fieldsOf(held)?.get(foldKey(inner));
}

/**
 * A single value as text on its own terms: null, lists, mappings, the empty text and unfilled templates
 * (`{{ title }}`, `<% … %>`) are absent.
 */
export function textValue(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' || /^(?:\{\{|\{%|<%)/.test(text) ? undefined : text;
}

/** The first of these names that holds text. */
export function textField(fields: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = textValue(field(fields, name));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** True for whatever is given and does not say no: a draft marked `draft: soon` is no less a draft. */
export function isSet(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return truth(value) !== false;
}

/** Yes or no in whatever writing: true, "true", yes, on, 1 and their opposites; undefined for anything else. */
export function truth(value: unknown): boolean | undefined {
  const text = textValue(value)?.toLowerCase();
  if (text === undefined) return undefined;
  if (/^(?:true|yes|y|on|1)$/.test(text)) return true;
  return /^(?:false|no|n|off|0)$/.test(text) ? false : undefined;
}
