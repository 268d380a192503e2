import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { type Row, table } from './table.ts';

/** A benchmark is a file that exports one function; it is loaded when its turn comes. */
const benches: Readonly<Record<string, () => Promise<{ readonly bench: () => Promise<readonly Row[]> }>>> = {
  commands: () => import('./commands.ts'),
  http: () => import('./http.ts'),
  gateway: () => import('./gateway.ts'),
  shards: () => import('./shards.ts'),
  start: () => import('./start.ts'),
  search: () => import('./search.ts'),
  page: () => import('./page.ts'),
  fuzz: () => import('./fuzz.ts'),
  announce: () => import('./announce.ts'),
  load: () => import('./load.ts'),
  soak: () => import('./soak.ts'),
  kill: () => import('./kill.ts'),
  cron: () => import('./cron.ts'),
  replicas: () => import('./replicas.ts'),
  worker: () => import('./worker.ts'),
  size: () => import('./size.ts'),
};

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(benches);
const results: Record<string, readonly Row[]> = {};

for (const name of wanted) {
  const load = benches[name];
  if (load === undefined) {
    console.error(`There is no benchmark ${name}: there are ${Object.keys(benches).join(', ')}.`);
    process.exit(1);
  }
  const { bench } = await load();
  const rows = await bench();
  results[name] = rows;
  console.log(`${table(name, rows)}\n`);
}

const folder = join(import.meta.dirname, '..', '..', 'data');
const file = join(folder, 'bench.json');
// Others may be at work on the machine: its load says how much the times are worth.
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, load: loadavg() };
mkdirSync(folder, { recursive: true });
writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), machine, results }, null, 2)}\n`);
console.log(`The same as JSON: ${file}`);
