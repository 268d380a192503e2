import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { end, freePort, ready, root } from '../child.ts';
import type { Held } from './inside.ts';

/** Quoth as a process of its own that can be looked into. */
export interface Watched {
  /** Where it listens, if it answers over HTTP. */
  readonly url: string;
  /** What it holds, once it has collected its garbage, and how late it was. */
  readonly held: () => Promise<Held>;
  /** The value of a line of its metrics: `quoth_passages `, `quoth_event_loop_delay_seconds{quantile="0.999"}`. */
  readonly metrics: () => Promise<(line: string) => number>;
  readonly end: () => Promise<void>;
}

/** All values of a page of metrics that begin with this, added up; 0 where there is none. */
function sumOf(page: string, line: string): number {
  const values = page
    .split('\n')
    .filter(one => one.startsWith(line))
    .map(one => Number(one.slice(one.lastIndexOf(' '))));
  return values.reduce((sum, value) => sum + value, 0);
}

async function heldBy(child: ChildProcess): Promise<Held> {
  const said = once(child, 'message');
  child.send('held');
  const [held]: Held[] = await said;
  if (held === undefined) throw new Error('the process says nothing of its memory');
  return held;
}

/** A process that does nothing, to be looked into as Quoth is. */
export function startIdle(): Pick<Watched, 'held' | 'end'> {
  const path = join(import.meta.dirname, 'idle.ts');
  const child = spawn(process.execPath, [path], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return { held: () => heldBy(child), end: () => end(child) };
}

/** Starts it, and waits until all posts are read. */
export async function startQuoth(
  way: 'http' | 'gateway',
  variables: Record<string, string>,
): Promise<Watched> {
  const [port, admin] = [await freePort(), await freePort()];
  const inside = join(import.meta.dirname, 'inside.ts');
  const flags = ['--expose-gc', '--import', inside];
  const child = spawn(process.execPath, [...flags, join(root, 'src', 'main.ts'), way], {
    cwd: root,
    env: { PATH: process.env.PATH, TIMEZONE: 'UTC', PORT: port, ADMIN_PORT: admin, ...variables },
    // Its log is written as it is for an operator, and read by nobody.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const watched = `http://127.0.0.1:${admin}`;
  await ready(child, async () => (await fetch(`${watched}/healthz`)).ok);
  return {
    url: `http://127.0.0.1:${port}`,
    held: () => heldBy(child),
    metrics: async () => {
      const page = await (await fetch(`${watched}/metrics`)).text();
      return line => sumOf(page, line);
    },
    end: () => end(child),
  };
}
