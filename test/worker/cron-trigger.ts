import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Miniflare } from 'miniflare';
import type { Subscription } from '../../src/announce/model.ts';
import type { Blog } from '../../src/blog/model.ts';
import { pack } from '../../src/source/packed/pack.ts';
import { openD1 } from '../../src/store/d1.ts';
import type { CountedStore } from '../../src/store/on.ts';
import { bundle, compatibility, postsFile } from '../../src/tools/worker/bundle.ts';
import type { Discord } from '../discord/discord.ts';
import type { Invocation } from './cron.ts';

/** A Worker that announces, over a D1 database that outlives it. */
export interface Announcing {
  /** Puts another bundle in its place. */
  readonly deploys: (blog: Blog) => Promise<void>;
  /** Its cron trigger fires once. */
  readonly fires: () => Promise<Invocation>;
  readonly subscribes: (subscription: Subscription) => Promise<void>;
  /** Ends the Worker and all that it is doing, as a machine that goes down would, and starts it anew. */
  readonly dies: () => Promise<void>;
  readonly store: () => Promise<CountedStore>;
  readonly logged: () => readonly string[];
  readonly close: () => Promise<void>;
}

let script: Promise<string> | undefined;

const bundled = (): Promise<string> => {
  script ??= bundle(
    `import packed from './${postsFile}';\nimport { openCron } from './test/worker/cron.ts';\nexport default openCron(packed);`,
  );
  return script;
};

/** Starts a Worker that announces in a fake Discord, by whose clock it goes. */
export async function startAnnouncing(discord: Discord, blog: Blog): Promise<Announcing> {
  const folder = await mkdtemp(join(tmpdir(), 'quoth-d1-'));
  const lines: string[] = [];
  let deployed = pack([blog]);
  const start = async (): Promise<Miniflare> => {
    const workerd = new Miniflare({
      modules: [
        { type: 'ESModule', path: join(folder, 'worker.js'), contents: await bundled() },
        { type: 'Data', path: join(folder, postsFile), contents: deployed },
      ],
      modulesRoot: folder,
      compatibilityDate: compatibility.date,
      compatibilityFlags: [...compatibility.flags],
      bindings: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
      d1Databases: ['DB'],
      d1Persist: join(folder, 'd1'),
      handleStructuredLogs: ({ message }: { readonly message: string }) => {
        lines.push(message);
      },
    });
    await workerd.ready;
    return workerd;
  };
  let workerd = await start();
  const asks = async (path: string, init?: { readonly method: string; readonly body: string }) => {
    const response = await workerd.dispatchFetch(`http://quoth${path}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return JSON.parse(text) as Invocation;
  };
  const again = async (): Promise<void> => {
    await workerd.dispose();
    workerd = await start();
  };
  return {
    deploys: async later => {
      deployed = pack([later]);
      await again();
    },
    fires: () => asks(`/cron?ahead=${discord.clock.now() - Date.now()}`),
    subscribes: async subscription => {
      await asks('/subscribe', { method: 'POST', body: JSON.stringify(subscription) });
    },
    dies: again,
    store: async () => openD1(await workerd.getD1Database('DB')),
    logged: () => lines,
    close: async () => {
      await workerd.dispose();
      await rm(folder, { recursive: true });
    },
  };
}
