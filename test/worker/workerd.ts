import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Miniflare } from 'miniflare';
import type { Blog } from '../../src/blog/model.ts';
import { withComing } from '../../src/source/packed/libraries.ts';
import { buildWorker, type Size } from '../../src/tools/worker/build.ts';
import { compatibility } from '../../src/tools/worker/bundle.ts';
import type { Environment, WorkerSettings } from '../../src/worker/settings.ts';

const usual: WorkerSettings = {
  visibility: 'auto',
  logsQueries: false,
  announcing: { after: 10 * 60_000, within: 14 * 24 * 60 * 60_000 },
};

/** A bundle as `npm run build:worker` makes it. */
export interface Built {
  readonly folder: string;
  readonly size: Size;
  readonly remove: () => Promise<void>;
}

export async function buildFor(blog: Blog, settings: Partial<WorkerSettings> = {}): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), 'quoth-worker-'));
  const size = await buildWorker(withComing(blog, 3), { ...usual, ...settings }, folder);
  return { folder, size, remove: () => rm(folder, { recursive: true }) };
}

/** A bundle that runs in workerd. */
export interface Workerd {
  /** Its address on loopback, with a closing slash. */
  readonly url: string;
  readonly workerd: Miniflare;
  /** Its cron trigger fires once. */
  readonly fires: () => Promise<void>;
  /** The lines of its log that came so far. */
  readonly logged: () => readonly string[];
  /** Resolves once a line of its log fits. */
  readonly logs: (line: RegExp) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Starts a bundle in workerd, with these bindings and a D1 database.
 *
 * @param databases the folder that the database is kept in; a new one each time where it is absent
 */
export async function openWorkerd(
  folder: string,
  bindings: Environment,
  databases?: string,
): Promise<Workerd> {
  const lines: string[] = [];
  const told = new EventTarget();
  const workerd = new Miniflare({
    modules: [
      { type: 'ESModule', path: join(folder, 'worker.js') },
      { type: 'Data', path: join(folder, 'blog.bin') },
    ],
    modulesRoot: folder,
    compatibilityDate: compatibility.date,
    compatibilityFlags: [...compatibility.flags],
    bindings: { ...bindings },
    d1Databases: ['DB'],
    unsafeTriggerHandlers: true,
    d1Persist: databases ?? false,
    handleStructuredLogs: ({ message }: { readonly message: string }) => {
      lines.push(message);
      told.dispatchEvent(new Event('line'));
    },
  });
  return {
    url: String(await workerd.ready),
    workerd,
    fires: async () => {
      const { status } = await workerd.dispatchFetch('http://worker/cdn-cgi/handler/scheduled');
      if (status !== 200) throw new Error(`The cron trigger ended with ${status}.`);
    },
    logged: () => lines,
    logs: async line => {
      while (!lines.some(text => line.test(text))) await once(told, 'line');
    },
    close: () => workerd.dispose(),
  };
}
