import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './child.ts';
import { realPassages } from './search/passages.ts';
import { peers } from './search/peers.ts';
import { type Line, plot } from './search/plot.ts';
import { setsThere } from './search/quality.ts';
import type { Row } from './table.ts';

const sizes = [1_000, 10_000, 100_000];
const script = join(import.meta.dirname, 'search', 'measure.ts');
const picture = join(root, 'docs', 'search.svg');

/** What takes longer than this is left out, in milliseconds. */
const patience = 240_000;

type Numbers = Readonly<Record<string, number>>;

/** Measures one engine in a process of its own; undefined where it fails or takes too long. */
async function measured(args: readonly string[]): Promise<Numbers | undefined> {
  const child = spawn(process.execPath, ['--expose-gc', '--max-old-space-size=2048', script, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: patience,
  });
  let written = '';
  child.stdout.on('data', (chunk: Buffer) => {
    written += chunk.toString();
  });
  const code = await new Promise(resolve => child.on('close', resolve));
  const last = written.trimEnd().split('\n').at(-1);
  return code === 0 && last !== undefined ? JSON.parse(last) : undefined;
}

/**
 * Quoth beside other engines on the same passages: CPU to build, megabytes held, CPU of a query, and how well
 * public sets are answered. Draws docs/search.svg. Needs the real blogs that lie beside the repository.
 */
export async function bench(): Promise<readonly Row[]> {
  const real = await realPassages();
  if (real === undefined) throw new Error('The blogs to search are missing: ../shared/corpora.');
  const folder = mkdtempSync(join(tmpdir(), 'quoth-bench-'));
  const file = join(folder, 'passages.json');
  writeFileSync(file, JSON.stringify(real));
  const rows: (Row & { readonly name: string; readonly size: number })[] = [];
  for (const size of sizes) {
    for (const [name, { most }] of Object.entries(peers)) {
      if (size > most) continue;
      const sets = size === sizes[0] ? setsThere : [];
      const numbers = await measured([file, name, String(size), ...sets]);
      const what = `${name}, ${size.toLocaleString('en')}${numbers ? '' : ': too long or too large'}`;
      console.error(what);
      rows.push({ what, numbers: numbers ?? {}, name, size });
    }
  }
  rmSync(folder, { recursive: true });
  const linesOf = (column: string): readonly Line[] =>
    Object.keys(peers).map(name => ({
      name,
      points: rows.flatMap(row => {
        const value = row.name === name ? row.numbers[column] : undefined;
        return value === undefined ? [] : [[row.size, Math.max(value, 0.001)] as const];
      }),
    }));
  writeFileSync(
    picture,
    plot([
      { title: 'CPU of a query that is a heading, median, ms', lines: linesOf('heading ms') },
      { title: 'CPU of building the index, ms', lines: linesOf('build CPU ms') },
    ]),
  );
  return rows.map(({ what, numbers }) => ({ what, numbers }));
}
