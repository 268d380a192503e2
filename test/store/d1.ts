import { Miniflare } from 'miniflare';
import type { D1 } from '../../src/store/d1.ts';

/** So many databases are there for the tests of a file. */
const most = 60;

/** D1 databases in workerd, each of its own and empty. */
export interface D1Server {
  /** Takes the next one, under a name that `at` finds it by. */
  readonly fresh: () => Promise<string>;
  readonly at: (address: string) => D1 | undefined;
  readonly close: () => Promise<void>;
}

export async function startD1(): Promise<D1Server> {
  const names = Array.from({ length: most }, (_, at) => `d1:${at + 1}`);
  const miniflare = new Miniflare({
    modules: true,
    script: 'export default { fetch: () => new Response() };',
    compatibilityDate: '2026-07-01',
    d1Databases: names,
  });
  await miniflare.ready;
  const taken = new Map<string, D1>();
  return {
    fresh: async () => {
      const name = names[taken.size];
      if (name === undefined) throw new Error(`A file of tests takes ${most} databases at most.`);
      taken.set(name, await miniflare.getD1Database(name));
      return name;
    },
    at: address => taken.get(address),
    close: () => miniflare.dispose(),
  };
}
