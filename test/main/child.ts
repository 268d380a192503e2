import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
const root = join(import.meta.dirname, '..', '..');

/** Quoth as a process of its own, started as `npm start -- …` does. */
export interface Child {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  /** All that it wrote so far, both streams. */
  readonly written: () => string;
  /** Resolves when it has written that; throws with all it wrote where it ends before. */
  readonly writes: (text: string | RegExp) => Promise<void>;
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
}

/** Starts Quoth with nothing but PATH and these variables set. */
export const start = (args: readonly string[], variables: Readonly<Record<string, string>> = {}): Child =>
  startScript(main, args, variables);

/** Starts a script likewise. */
export function startScript(
  path: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Child {
  const child = spawn(process.execPath, [path, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...variables },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      child.emit('written');
    });
  }
  const ended = once(child, 'close').then(([code]): number | null => code);
  const has = (wanted: string | RegExp) =>
    typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
  return {
    process: child,
    written: () => text,
    ended,
    writes: async wanted => {
      let over = false;
      ended.then(() => {
        over = true;
        child.emit('written');
      });
      while (!has(wanted)) {
        if (over) throw new Error(`it ended without writing ${wanted}:\n${text}`);
        await once(child, 'written');
      }
    },
  };
}

/** Kills what is left of these, and forgets them. */
export async function killAll(children: Child[]): Promise<void> {
  for (const child of children.splice(0)) {
    child.process.kill('SIGKILL');
    await child.ended;
  }
}

/** Runs Quoth to its end on these lines of input. */
export async function run(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
  input = '',
): Promise<{ readonly code: number | null; readonly text: string }> {
  const child = start(args, variables);
  child.process.stdin.end(input);
  const code = await child.ended;
  return { code, text: child.written() };
}
