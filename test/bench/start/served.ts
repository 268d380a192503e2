import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { makeClock } from '../../discord/clock.ts';
import { makeSigner, post } from '../../discord/endpoint.ts';
import { freePort, root } from '../child.ts';
import type { Delay } from './loop.ts';

const signer = makeSigner(makeClock());

/** Quoth over HTTP as a process of its own, from its first line on. Times are in milliseconds. */
export interface Served {
  /** Of the process's first line since it was started. */
  readonly firstLine: number;
  /** Since its first line. */
  readonly sinceFirstLine: () => number;
  /** Asks until the answer itself comes, and not that one will; gives it back. */
  readonly ask: (interaction: object) => Promise<string>;
  /** Resolves once all posts are read. */
  readonly ready: () => Promise<void>;
  /** Resolves after a while, in milliseconds: by default once what a start leaves to be done is done. */
  readonly settled: (ms?: number) => Promise<void>;
  /** How the event loop was held up since this was asked last. */
  readonly delay: () => Promise<Delay>;
  readonly end: () => Promise<void>;
}

const soon = () => setTimeout(2);
const aWhile = 3_000;

export async function serve(variables: Record<string, string>): Promise<Served> {
  const port = await freePort();
  const begun = performance.now();
  const loop = join(import.meta.dirname, 'loop.ts');
  const child = spawn(process.execPath, ['--import', loop, join(root, 'src', 'main.ts'), 'http'], {
    cwd: root,
    env: { PATH: process.env.PATH, DISCORD_PUBLIC_KEY: signer.publicKey, PORT: port, ...variables },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const { stdout } = child;
  if (stdout === null) throw new Error('the process has no output');
  await once(stdout, 'data');
  stdout.resume();
  const first = performance.now();
  const url = `http://127.0.0.1:${port}`;

  const ask = async (interaction: object): Promise<string> => {
    const body = JSON.stringify(interaction);
    for (;;) {
      const { status, text } = await post(`${url}/interactions`, body, signer.headers(body));
      if (status !== 200) throw new Error(`the server answered ${status}`);
      if (JSON.parse(text).type === 4) return text;
      await soon();
    }
  };
  const ready = async (): Promise<void> => {
    while (!(await fetch(`${url}/healthz`)).ok) await soon();
  };
  const delay = async (): Promise<Delay> => {
    const said = once(child, 'message');
    child.send('delay');
    const [answer]: Delay[] = await said;
    if (answer === undefined) throw new Error('the process says nothing of its event loop');
    return answer;
  };
  return {
    firstLine: first - begun,
    sinceFirstLine: () => performance.now() - first,
    ask,
    ready,
    settled: (ms = aWhile) => setTimeout(ms),
    delay,
    end: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
