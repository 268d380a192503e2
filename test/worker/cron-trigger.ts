import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FormData, Miniflare } from 'miniflare';
import type { Subscription } from '../../src/announce/model.ts';
import type { Blog } from '../../src/blog/model.ts';
import { pack } from '../../src/source/packed/pack.ts';
import { openD1 } from '../../src/store/d1.ts';
import type { CountedStore } from '../../src/store/on.ts';
import { bundle, compatibility } from '../../src/tools/worker/bundle.ts';
import type { Discord } from '../discord/discord.ts';
import type { Asked, Invocation } from './cron.ts';

/** So many tests of a file have a database of their own. */
const databases = Array.from({ length: 12 }, (_, at) => `DB${at}`);

/** Subrequests of an invocation in the free plan. */
export const free = 50;

/** A Worker that announces, over databases that outlive it. */
export interface Machine {
  /** Ends it and all that it is doing, as one that goes down would, and starts it anew. */
  readonly dies: () => Promise<void>;
  readonly logged: () => readonly string[];
  /** Begins with a database of its own, in a fake Discord by whose clock it goes. */
  readonly opens: (discord: Discord, blog: Blog) => Announcing;
  readonly close: () => Promise<void>;
}

/** A blog that is announced. */
export interface Announcing {
  /** Puts another bundle in its place. */
  readonly deploys: (blog: Blog) => void;
  /** Its cron trigger fires once, where the plan takes so many requests: as many as the free one, unless told. */
  readonly fires: (subrequests?: number) => Promise<Invocation>;
  readonly subscribes: (subscription: Subscription) => Promise<void>;
  readonly store: () => Promise<CountedStore>;
}

/** Starts it in workerd. */
export async function startMachine(): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'quoth-d1-'));
  const script = await bundle(`import { cron } from './test/worker/cron.ts';\nexport default cron;`);
  const lines: string[] = [];
  const start = async (): Promise<Miniflare> => {
    const workerd = new Miniflare({
      modules: true,
      script,
      compatibilityDate: compatibility.date,
      compatibilityFlags: [...compatibility.flags],
      d1Databases: databases,
      d1Persist: folder,
      handleStructuredLogs: ({ message }: { readonly message: string }) => {
        lines.push(message);
      },
    });
    await workerd.ready;
    return workerd;
  };
  let workerd = await start();
  let opened = 0;

  const opens = (discord: Discord, blog: Blog): Announcing => {
    const database = databases[opened] ?? 'none is left';
    opened += 1;
    let packed = new Blob([new Uint8Array(pack([blog]))]);
    const asks = async (more: Partial<Asked>): Promise<Invocation> => {
      const { apiUrl, token, clock } = discord;
      const asked: Asked = {
        database,
        apiUrl,
        token,
        ahead: clock.now() - Date.now(),
        subrequests: free,
        ...more,
      };
      const body = new FormData();
      body.set('asked', JSON.stringify(asked));
      body.set('packed', packed);
      const response = await workerd.dispatchFetch('http://quoth', { method: 'POST', body });
      return JSON.parse(await response.text());
    };
    return {
      deploys: later => {
        packed = new Blob([new Uint8Array(pack([later]))]);
      },
      fires: (subrequests = free) => asks({ subrequests }),
      subscribes: async subscription => {
        await asks({ subscription });
      },
      store: async () => openD1(await workerd.getD1Database(database)),
    };
  };
  return {
    dies: async () => {
      await workerd.dispose();
      workerd = await start();
    },
    logged: () => lines,
    opens,
    close: async () => {
      await workerd.dispose();
      await rm(folder, { recursive: true });
    },
  };
}
