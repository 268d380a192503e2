import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

const rooms = ['src', 'commands'];

/**
 * Holds the imports of the tree at `root` against the house that .dependency-cruiser.ts draws.
 *
 * Returns one sentence for each fault. A file that was not read is a fault as well: dependency-cruiser
 * reads TypeScript through @swc/core and, where that is missing, sees nothing and calls it clean.
 */
export async function checkFloors(root: string): Promise<readonly string[]> {
  const options = await extractDepcruiseOptions(join(root, '.dependency-cruiser.ts'));
  const report = await read(root, options);
  if (typeof report === 'string') return [report];
  const seen = new Set(report.modules.map(module => module.source));
  if (seen.size === 0) return ['No module was read: is @swc/core installed?'];
  const why = new Map(options.ruleSet?.forbidden?.map(rule => [rule.name, rule.comment]));
  return [
    ...rooms
      .flatMap(room => sources(root, room))
      .filter(file => !seen.has(file))
      .map(file => `${file} was not read.`),
    ...report.summary.violations.map(({ from, to, rule }) => `${from} imports ${to}: ${why.get(rule.name)}`),
  ];
}

/** The report, or one sentence on syntax that the reader does not know (`using`, for one). */
async function read(root: string, options: ICruiseOptions): Promise<ICruiseResult | string> {
  try {
    const { output } = await cruise(rooms, { ...options, baseDir: root, outputType: 'json' });
    return JSON.parse(String(output));
  } catch (error) {
    return `The imports cannot be read. ${String(error).replaceAll(/\s+/g, ' ')}`;
  }
}

function sources(root: string, room: string): readonly string[] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => `${room}/${name.replaceAll('\\', '/')}`);
}

if (import.meta.main) {
  const faults = await checkFloors(process.cwd());
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log('Every import keeps to its floor.');
}
