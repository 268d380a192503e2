import type { Subscription } from '../../src/announce/model.ts';
import { visibleAt } from '../../src/blog/blog.ts';
import { openPack } from '../../src/source/packed/open.ts';
import type { D1, D1Statement } from '../../src/store/d1.ts';
import { openAnnouncing } from '../../src/worker/announcing.ts';
import { makeLog } from '../../src/worker/log.ts';

/** What a test has the Worker do. */
export interface Asked {
  /** The binding of its database. */
  readonly database: string;
  readonly apiUrl: string;
  readonly token: string;
  /** How far the clock is ahead of the machine's, in milliseconds. */
  readonly ahead: number;
  /** How many requests the plan takes in an invocation. */
  readonly subrequests: number;
  /** What is taken as a command would; a cron trigger fires where it is absent. */
  readonly subscription?: Subscription;
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

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** Does what a test asks for: a form that holds it, and what `pack` made of the posts. */
async function answer(request: Request, databases: Readonly<Record<string, D1>>): Promise<Response> {
  const form = await request.formData();
  const asked: Asked = JSON.parse(textOf(form, 'asked'));
  const packed = form.get('packed');
  const bound = databases[asked.database];
  if (!(packed instanceof Blob) || bound === undefined) return new Response('no posts, or no database');
  const { blogs } = openPack(await packed.arrayBuffer());
  const [{ asOf: builtAt }] = blogs;
  const { d1, count } = counted(bound);
  const now = () => Date.now() + asked.ahead;
  const { announcing, announceDue } = openAnnouncing({
    ...{ d1, token: asked.token, apiUrl: asked.apiUrl, builtAt, now, subrequests: asked.subrequests },
    patience: { after: 10 * 60_000, within: 14 * 24 * 60 * 60_000 },
    blog: () => visibleAt(blogs[0], now()),
    log: makeLog([]),
  });
  if (asked.subscription) await announcing.subscribe(asked.subscription);
  else await announceDue();
  const invocation: Invocation = { queries: count() };
  return Response.json(invocation);
}

/** A Worker for tests, whose posts, database and clock come with each request. */
export const cron = { fetch: answer };
