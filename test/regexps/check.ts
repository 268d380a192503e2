import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { type Literal, literalsIn, written } from './literals.ts';

const root = join(import.meta.dirname, '..', '..');
const file = join(import.meta.dirname, 'safe.json');

/** How long one may be looked at, in milliseconds. */
const timeout = 10_000;

/** Regular expressions of which recheck has said that nothing makes them slow: to ask it of all takes minutes. */
export const knownSafe = (): ReadonlySet<string> => new Set<string>(JSON.parse(readFileSync(file, 'utf8')));

/** Every regular expression of the program. */
export const allLiterals = (): readonly Literal[] => literalsIn(root, ['src', 'commands']);

/** What recheck says of one: `safe`, or why not. */
export async function verdictOf({ pattern, flags }: Literal): Promise<string> {
  const said = await check(pattern, flags, { timeout });
  if (said.status === 'safe') return 'safe';
  return said.status === 'unknown' ? said.error.kind : said.complexity.summary;
}

// Started by itself, it asks of those that are not known, and writes down what is safe.
if (import.meta.main) {
  const known = knownSafe();
  const safe: string[] = [];
  for (const literal of allLiterals()) {
    const text = written(literal);
    const verdict = known.has(text) ? 'safe' : await verdictOf(literal);
    if (verdict === 'safe') safe.push(text);
    else console.log(`${literal.file}: ${verdict}: ${text}`);
  }
  writeFileSync(file, `${JSON.stringify(safe.sort(), null, 2)}\n`);
  process.exit();
}
