import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

/** A regular expression as it is written in the program. */
export interface Literal {
  readonly pattern: string;
  readonly flags: string;
  /** The first file that it stands in. */
  readonly file: string;
}

/** `/a+/g`, by which a regular expression is known. */
export const written = ({ pattern, flags }: Literal): string => `/${pattern}/${flags}`;

/** Every regular expression that stands in the program's files, each once. */
export function literalsIn(root: string, rooms: readonly string[]): readonly Literal[] {
  const found = new Map<string, Literal>();
  for (const room of rooms) {
    for (const name of readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name)) continue;
      const file = `${room}/${name.replaceAll('\\', '/')}`;
      const text = readFileSync(join(root, file), 'utf8');
      const module = parseSync(text, { syntax: 'typescript', tsx: name.endsWith('x'), target: 'esnext' });
      for (const { pattern, flags } of literalsOf(module)) {
        const literal = { pattern, flags, file };
        if (!found.has(written(literal))) found.set(written(literal), literal);
      }
    }
  }
  return [...found.values()];
}

function literalsOf(node: unknown): readonly Omit<Literal, 'file'>[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('type' in node && node.type === 'RegExpLiteral' && 'pattern' in node && 'flags' in node)
    return [{ pattern: String(node.pattern), flags: String(node.flags) }];
  return Object.values(node).flatMap(literalsOf);
}
