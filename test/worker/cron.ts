import type { Subscription } from '../../src/announce/model.ts';
import { visibleAt } from '../../src/blog/blog.ts';
import { openPack } from '../../src/source/packed/open.ts';
import type { D1, D1Statement } from '../../src/store/d1.ts';
import { openAnnouncing } from '../../src/worker/announcing.ts';
import { makeLog } from '../../src/worker/log.ts';

/** Bindings of the tests' Worker. */
interface Environment {
  readonly DB: D1;
  readonly DISCORD_TOKEN: string;
  readonly DISCORD_API_URL: string;
}

/** What a cron trigger came to. */
export interface Invocation {
  /** Calls of D1, as it sees them: statements, and batches of them. */
  readonly queries: number;
}

/** D1 that counts its calls: a statement, or a batch of them. */
function counted(d1: D1): { readonly d1: D1; readonly count: () => number } {
  let calls = 0;
  const statementOf = (statement: D1Statement): D1Statement =>
    new Proxy(statement, {
      get: (target, name) => {
        if (name === 'bind') return (...values: readonly unknown[]) => statementOf(target.bind(...values));
        if (name === 'all') calls += 1;
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  return {
    d1: {
      prepare: sql => statementOf(d1.prepare(sql)),
      batch: statements => {
        calls += 1;
        return d1.batch(statements);
      },
    },
    count: () => calls,
  };
}

/**
 * A Worker whose cron trigger is a request, for tests: `GET /cron?ahead=…` announces what is due by a clock that is so
 * many milliseconds ahead, `POST /subscribe` takes a subscription as a command would.
 *
 * @param packed what `pack` made of the posts
 */
export function openCron(packed: ArrayBuffer) {
  const { blogs } = openPack(packed);
  const [{ asOf: builtAt }] = blogs;
  return {
    fetch: async (request: Request, { DB, DISCORD_TOKEN, DISCORD_API_URL }: Environment) => {
      const { pathname, searchParams } = new URL(request.url);
      const { d1, count } = counted(DB);
      const now = () => Date.now() + Number(searchParams.get('ahead'));
      const { announcing, announceDue } = openAnnouncing({
        ...{ d1, token: DISCORD_TOKEN, apiUrl: DISCORD_API_URL, builtAt, now, subrequests: 50 },
        patience: { after: 10 * 60_000, within: 14 * 24 * 60 * 60_000 },
        blog: () => visibleAt(blogs[0], now()),
        log: makeLog([]),
      });
      if (pathname === '/subscribe') {
        const subscription: Subscription = await request.json();
        await announcing.subscribe(subscription);
      } else await announceDue();
      const invocation: Invocation = { queries: count() };
      return Response.json(invocation);
    },
  };
}
