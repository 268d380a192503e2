import { makeApp } from './http/app.ts';
import { makeVerify, type Verify } from './http/verify.ts';
import { readyAtOnce } from './search/ready.ts';
import { librariesOf, libraryAt } from './source/packed/libraries.ts';
import { openPack } from './source/packed/open.ts';
import { answering, following, partsOf } from './worker/answering.ts';
import { makeLog } from './worker/log.ts';
import type { Environment, WorkerSettings } from './worker/settings.ts';

/** What Workers give beside a request. */
interface Context {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

/** What Workers call. */
export interface Worker {
  readonly fetch: (request: Request, environment: Environment, context: Context) => Promise<Response>;
}

/** A check by the application's public key, which is imported when it is first needed. */
function verifyBy({ DISCORD_PUBLIC_KEY: publicKey = '' }: Environment): Verify {
  let verify: Verify | undefined;
  return async request => {
    verify ??= await makeVerify(publicKey);
    return await verify(request);
  };
}

/**
 * Quoth on Cloudflare Workers: the HTTP endpoint, over posts that were read and indexed when the bundle was built. All
 * of these are opened here, before the first request, which has little time of its own.
 *
 * @param packed what `pack` made of the posts
 */
export function openWorker(packed: ArrayBuffer, settings: WorkerSettings): Worker {
  const { blogs, known } = openPack(packed);
  if (known === undefined) throw new Error('The packed posts are not indexed. Build them anew.');
  const libraries = librariesOf(blogs, known);
  for (const { index } of libraries) readyAtOnce(index);
  const library = () => libraryAt(libraries, Date.now());

  function makeFetch(environment: Environment): Worker['fetch'] {
    const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl } = environment;
    const log = makeLog(token === undefined ? [] : [token]);
    const parts = partsOf(settings, library, log);
    const app = makeApp({
      verify: verifyBy(environment),
      respond: answering(parts, settings),
      follow: following(apiUrl === undefined ? {} : { apiUrl }, parts),
      ready: () => true,
      log,
      now: Date.now,
    });
    return async (request, _, context) =>
      await app.fetch(request, { waitUntil: work => context.waitUntil(work) });
  }

  let answer: Worker['fetch'] | undefined;
  return {
    fetch: (request, environment, context) => {
      answer ??= makeFetch(environment);
      return answer(request, environment, context);
    },
  };
}
