import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allLiterals, knownSafe, verdictOf } from './check.ts';
import { type Literal, written } from './literals.ts';

/** Those of which recheck does not say that they are safe, and why no input makes them slow. */
const bounded: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'bounded.json'), 'utf8'),
);

/** What is wrong with one that nobody has looked at yet; nothing where it is safe. */
async function faultOf(literal: Literal): Promise<readonly string[]> {
  const verdict = await verdictOf(literal);
  return verdict === 'safe' ? [] : [`${literal.file}: ${verdict}: ${written(literal)}`];
}

test('no regular expression of the program can be made slow by what it reads', async () => {
  const known = knownSafe();
  const all = allLiterals();
  expect(all.length).toBeGreaterThan(500);
  const unknown = all.filter(one => !known.has(written(one)) && !Object.hasOwn(bounded, written(one)));
  expect((await Promise.all(unknown.map(faultOf))).flat()).toEqual([]);
}, 600_000);

test('one that can is seen', async () => {
  expect(await faultOf({ pattern: '^(a+)+$', flags: '', file: 'planted.ts' })).toEqual([
    expect.stringContaining('planted.ts: exponential'),
  ]);
  expect(await faultOf({ pattern: '\\s+$', flags: '', file: 'planted.ts' })).toEqual([
    expect.stringContaining('2nd degree polynomial'),
  ]);
});
