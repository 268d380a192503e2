import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../child.ts';
import { middle } from '../measure.ts';
import type { Row } from '../table.ts';

const main = join(root, 'src', 'main.ts');
const times = 9;

/** From starting a process to its first answer in the terminal and to its end, beside a Node that does nothing. */
export async function firstWords(): Promise<readonly Row[]> {
  const runs = {
    'node alone': ['-e', 'console.log()'],
    'say "/insight 5"': [main, 'say', '/insight 5'],
    'say "/search long context"': [main, 'say', '/search long context'],
  };
  const rows: Row[] = [];
  for (const [what, args] of Object.entries(runs)) {
    await start(args);
    const firsts: number[] = [];
    const ends: number[] = [];
    for (let done = 0; done < times; done++) {
      const { first, end } = await start(args);
      firsts.push(first);
      ends.push(end);
    }
    rows.push({ what: `${what}: first words`, numbers: { ms: middle(firsts) } });
    rows.push({ what: `${what}: its end`, numbers: { ms: middle(ends) } });
  }
  return rows;
}

/** Runs Node with nothing set but PATH and waits for its end. Throws where it fails or says nothing. */
async function start(args: readonly string[]): Promise<{ readonly first: number; readonly end: number }> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let first: number | undefined;
  child.stdout.on('data', () => {
    first ??= performance.now() - begun;
  });
  const [code] = await once(child, 'close');
  if (code !== 0 || first === undefined) throw new Error(`node ${args.join(' ')} ended with ${code}`);
  return { first, end: performance.now() - begun };
}
