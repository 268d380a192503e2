import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/** Starts a script of this project with nothing but PATH and these variables set; its log is not shown. */
export function script(
  path: string,
  args: readonly string[],
  variables: Record<string, string>,
): ChildProcess {
  return spawn(process.execPath, [join(root, path), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'error', ...variables },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Asks a child to end, and waits until it has. */
export async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  return typeof address === 'object' && address !== null ? String(address.port) : '';
}

/** Asks again and again until it is so; throws when the child ends before that. */
export async function ready(child: ChildProcess, isReady: () => Promise<boolean>): Promise<void> {
  while (!(await isReady().catch(() => false))) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended with ${child.exitCode}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
