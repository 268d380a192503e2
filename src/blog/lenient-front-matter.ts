import { type Fields, fieldsOf } from './fields.ts';

/** `key: value`, `"key": value`, `key：value` and, in TOML, `key = value`, at the start of a line. */
const yamlPair = /^"?([\p{L}_][\p{L}\p{N}_.-]{0,60})"?[ \t]{0,9}(?::(?=\s|$)|：)(.*)$/u;
const tomlPair = /^"?([\p{L}_][\p{L}\p{N}_.-]{0,60})"?[ \t]{0,9}=(.*)$/u;
const listItem = /^\s{0,20}-\s+(.*)$/;

function unquoted(text: string): string {
  const quote = text[0];
  const isQuoted = text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote);
  return isQuoted ? text.slice(1, -1) : text;
}

function readValue(written: string): string | string[] {
  const text = written.trim().replace(/^(\S+)\s+#.*$/, '$1');
  if (text.startsWith('[') && text.endsWith(']')) {
    return text
      .slice(1, -1)
      .split(',')
      .map(item => unquoted(item.trim()));
  }
  return unquoted(text);
}

function linesOf(text: string, language: string): string[] {
  const lines = text.split('\n');
  return language === 'json' ? lines.map(line => line.trim().replace(/,$/, '')) : lines;
}

/**
 * What can be made out line by line of front matter that no parser accepts: its top-level keys with a value on
 * the same line, or with a list or an indented text below. Values are text or lists of text. So a bad line costs
 * that line alone, and a draft stays a draft. Undefined where the first line is no pair: then it is prose.
 */
export function readLeniently(text: string, language: string): Fields | undefined {
  const pair = language === 'toml' ? tomlPair : yamlPair;
  const found: Record<string, string | string[]> = Object.create(null);
  let key: string | undefined;
  for (const line of linesOf(text, language)) {
    if (/^\[/.test(line) && language === 'toml') break;
    const match = pair.exec(line);
    if (match !== null) {
      key = match[1] ?? '';
      found[key] = readValue(match[2] ?? '');
    } else if (key === undefined) {
      if (!/^\s*(?:#|\{|$)/.test(line)) return undefined;
    } else {
      found[key] = continued(found[key] ?? '', line);
    }
  }
  return key === undefined ? undefined : fieldsOf(found);
}

/** A value with what a following line adds to it: an item of its list, or more of its text. */
function continued(value: string | string[], line: string): string | string[] {
  const item = listItem.exec(line);
  if (item !== null && (value === '' || Array.isArray(value))) {
    return [...(value === '' ? [] : value), unquoted((item[1] ?? '').trim())];
  }
  if (typeof value !== 'string' || !/^\s+\S/.test(line)) return value;
  return /^[>|]?[+-]?$/.test(value) ? line.trim() : `${value} ${line.trim()}`;
}
