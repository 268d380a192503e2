import { type Fields, fieldsOf } from './fields.ts';

/** `key: value`, `"key": value`, `key:value`, `key：value` and, in TOML, `key = value`; an address is no pair. */
const yamlPair = /^"?([\p{L}_][\p{L}\p{N}_.-]{0,60})"?[ \t]{0,9}(?::(?!\/\/)|：)(.*)$/u;
const tomlPair = /^"?([\p{L}_][\p{L}\p{N}_.-]{0,60})"?[ \t]{0,9}=(.*)$/u;

const listItem = /^\s{0,20}-\s+(?!\s)(.*)$/;

/** What may stand before the first pair. */
const ignorable = /^\s*(?:#|\{|$)/;

/** A key's value, and whether the lines below may add to it: nothing stood beside the key, or a sign that says so. */
interface Value {
  readonly held: string | readonly string[];
  readonly isOpen: boolean;
}

function unquoted(text: string): string {
  const quote = text[0];
  const isQuoted = text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote);
  return isQuoted ? text.slice(1, -1) : text;
}

function readValue(written: string): Value {
  const text = written.trim().replace(/^(\S+)\s+#.*$/, '$1');
  if (/^[>|]?[+-]?$/.test(text)) return { held: '', isOpen: true };
  if (!text.startsWith('[') || !text.endsWith(']')) return { held: unquoted(text), isOpen: false };
  const items = text.slice(1, -1).split(',');
  return { held: items.map(item => unquoted(item.trim())), isOpen: false };
}

/** The value with what a line below it adds: an item of its list, or more of its text. */
function continued({ held, isOpen }: Value, line: string): Value {
  const item = listItem.exec(line)?.[1];
  if (item !== undefined && isOpen && (held === '' || typeof held !== 'string')) {
    return { held: [...held, unquoted(item.trim())], isOpen };
  }
  const adds = isOpen && typeof held === 'string' && /^\s+\S/.test(line);
  return adds ? { held: `${held} ${line.trim()}`.trim(), isOpen } : { held, isOpen };
}

function linesOf(text: string, language: string): string[] {
  const lines = text.split('\n');
  if (language === 'json') return lines.map(line => line.trim().replace(/,$/, ''));
  const table = language === 'toml' ? lines.findIndex(line => line.startsWith('[')) : -1;
  return table < 0 ? lines : lines.slice(0, table);
}

/**
 * What can be made out line by line of front matter that no parser accepts: its top-level keys with a value on
 * the same line, or with a list or an indented text below. Values are text or lists of text. So a bad line costs
 * that line alone, and a draft stays a draft. Undefined where the first line is no pair: then it is prose.
 */
export function readLeniently(text: string, language: string): Fields | undefined {
  const pair = language === 'toml' ? tomlPair : yamlPair;
  const found = new Map<string, Value>();
  let key: string | undefined;
  for (const line of linesOf(text, language)) {
    const value = key === undefined ? undefined : found.get(key);
    // What is indented belongs to the key above it, unless that has its value already: then somebody slipped.
    const [, name, written] = pair.exec(value?.isOpen ? line : line.trimStart()) ?? [];
    if (name !== undefined) {
      key = name;
      found.set(key, readValue(written ?? ''));
    } else if (key !== undefined && value !== undefined) {
      found.set(key, continued(value, line));
    } else if (!ignorable.test(line)) {
      return undefined;
    }
  }
  return key === undefined
    ? undefined
    : fieldsOf(Object.fromEntries([...found].map(([name, { held }]) => [name, held])));
}
