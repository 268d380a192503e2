import { withFormerKeys } from './bot/former-keys.ts';
import type { Library, Log } from './bot/model.ts';
import { makeApp } from './http/app.ts';
import { inTime } from './http/in-time.ts';
import { makeVerify, type Verify } from './http/verify.ts';
import { search } from './search/index.ts';
import { readyAtOnce } from './search/ready.ts';
import { librariesOf, libraryAt } from './source/packed/libraries.ts';
import { openPack } from './source/packed/open.ts';
import { type OpenAnnouncing, openAnnouncing } from './worker/announcing.ts';
import { answering, following, partsOf } from './worker/answering.ts';
import { makeLog } from './worker/log.ts';
import type { Environment, WorkerSettings } from './worker/settings.ts';

/** What Workers give beside a request. */
interface Context {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

/** What Workers call. */
interface Worker {
  readonly fetch: (request: Request, environment: Environment, context: Context) => Promise<Response>;
  /** Is called by the cron trigger. */
  readonly scheduled: (event: unknown, environment: Environment) => Promise<void>;
}

/** The posts as of now, and when they were read, in milliseconds since 1970. */
interface Posts {
  readonly library: () => Library;
  readonly builtAt: number;
}

/** How many requests the free plan takes in an invocation, and how long an answer waits for D1, in milliseconds. */
const freeSubrequests = 50;
const patience = 300;

/** Hits that are looked at as if they were shown: about as many as a page has. */
const mostShown = 5;

/** A check by the application's public key, which is imported when it is first needed. */
function verifyBy({ DISCORD_PUBLIC_KEY: publicKey = '' }: Environment): Verify {
  let verify: Verify | undefined;
  return async request => {
    verify ??= await makeVerify(publicKey);
    return await verify(request);
  };
}

/** Announcing, where there are both a token and a database for it. */
function announcingOf(
  { DB: d1, DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, SUBREQUESTS: most }: Environment,
  { announcing: { after, within, home } }: WorkerSettings,
  { library, builtAt }: Posts,
  log: Log,
): OpenAnnouncing | undefined {
  if (d1 === undefined || token === undefined) return undefined;
  return openAnnouncing({
    ...{ d1, token, builtAt, log, now: Date.now },
    ...(apiUrl === undefined ? {} : { apiUrl }),
    ...(home === undefined ? {} : { home }),
    patience: { after, within },
    blog: () => library().blog,
    subrequests: Number(most) || freeSubrequests,
  });
}

/** All that answers and announces with these bindings. */
function openWith(environment: Environment, settings: WorkerSettings, posts: Posts) {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl } = environment;
  const log = makeLog(token === undefined ? [] : [token]);
  const announcing = announcingOf(environment, settings, posts, log);
  const library = announcing ? withFormerKeys(posts.library, announcing.formerKeys) : posts.library;
  const parts = {
    ...partsOf(settings, library, log),
    ...(announcing && { announcing: announcing.announcing }),
  };
  const app = makeApp({
    verify: verifyBy(environment),
    respond: answering(parts, settings),
    follow: following(apiUrl === undefined ? {} : { apiUrl }, parts),
    ready: () => true,
    log,
    now: Date.now,
  });
  return { app, announcing, log };
}

/** Makes ready what searching takes, and searches once: the first reader has no time to wait until its code is compiled. */
function warmUp({ blog, index }: Library): void {
  readyAtOnce(index);
  const { hits } = search(index, blog.posts[0]?.title ?? '');
  // Snippets are made when they are asked for.
  JSON.stringify(hits.slice(0, mostShown).map(({ heading, snippet }) => [heading, snippet]));
}

/**
 * Quoth on Cloudflare Workers: the HTTP endpoint, and a cron trigger that announces, over posts that were read and
 * indexed when the bundle was built. These are opened here, before the first request, which has little time of its own.
 *
 * @param packed what `pack` made of the posts
 */
export function openWorker(packed: ArrayBuffer, settings: WorkerSettings): Worker {
  const { blogs, known } = openPack(packed);
  if (known === undefined) throw new Error('The packed posts are not indexed. Build them anew.');
  const libraries = librariesOf(blogs, known);
  for (const library of libraries) warmUp(library);
  const posts = { library: () => libraryAt(libraries, Date.now()), builtAt: blogs[0].asOf };

  // Bindings are the same for all requests.
  let opened: ReturnType<typeof openWith> | undefined;
  const openedWith = (environment: Environment) => {
    opened ??= openWith(environment, settings, posts);
    return opened;
  };
  return {
    fetch: async (request, environment, context) => {
      const { app, announcing } = openedWith(environment);
      if (announcing) {
        const refreshed = announcing.refresh();
        context.waitUntil(refreshed);
        await inTime(refreshed, patience);
      }
      return await app.fetch(request, { waitUntil: work => context.waitUntil(work) });
    },
    scheduled: async (_, environment) => {
      const { announcing, log } = openedWith(environment);
      if (announcing) await announcing.announceDue();
      else
        log.warn(
          {},
          'Nothing is announced: that takes DISCORD_TOKEN (wrangler secret put) and DB, a D1 database.',
        );
    },
  };
}
