import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compatibility, postsFile } from '../../../src/tools/worker/bundle.ts';
import { end, freePort, ready, root } from '../child.ts';

/** A Worker in a workerd of its own, with nothing beside it. */
export interface Alone {
  readonly url: string;
  /** Milliseconds that all its threads have been on a processor so far. Linux alone tells. */
  readonly cpu: () => number;
  /** The same of the one thread that runs the Worker: without what else the machine does, the time that it takes. */
  readonly own: () => number;
  /** MiB that it has in memory. */
  readonly memory: () => number;
  readonly close: () => Promise<void>;
}

const flags = compatibility.flags.map(flag => JSON.stringify(flag)).join();

const configuration = (
  port: string,
  publicKey: string,
): string => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "worker", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "worker")]
);
const worker :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "${postsFile}", data = embed "${postsFile}")
  ],
  bindings = [(name = "DISCORD_PUBLIC_KEY", text = "${publicKey}")],
  compatibilityDate = "${compatibility.date}",
  compatibilityFlags = [${flags}]
);
`;

const ofThread = ({ pid }: ChildProcess, thread = pid): number =>
  Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ', 1)[0]) / 1e6;

const ofThreads = (child: ChildProcess): number =>
  readdirSync(`/proc/${child.pid}/task`).reduce((sum, thread) => sum + ofThread(child, Number(thread)), 0);

const residentOf = ({ pid }: ChildProcess): number =>
  Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Starts a bundle, and waits for its first answer. */
export async function runAlone(folder: string, publicKey: string): Promise<Alone> {
  const port = await freePort();
  const file = join(folder, 'config.capnp');
  await writeFile(file, configuration(port, publicKey));
  const child = spawn(join(root, 'node_modules/.bin/workerd'), ['serve', file], {
    // Its log is as long as there are requests.
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  await ready(child, async () => {
    await (await fetch(`${url}/healthz`)).text();
    return true;
  });
  return {
    url,
    cpu: () => ofThreads(child),
    own: () => ofThread(child),
    memory: () => residentOf(child),
    close: () => end(child),
  };
}
