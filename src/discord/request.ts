import { DefaultRestOptions, type RESTOptions, type ResponseLike } from '@discordjs/rest';

/** Codes of a connection that did not come about: what was to be sent has certainly not arrived. */
const neverThere: ReadonlySet<unknown> = new Set([
  'NOT_ASKED',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Codes of a connection that broke, beside the one that @discordjs/rest knows. */
const broken: ReadonlySet<unknown> = new Set([...neverThere, 'UND_ERR_SOCKET', 'EPIPE', 'ETIMEDOUT']);

/** How long is waited where Discord asks to wait and does not say how long, in seconds. */
const unsaidWait = 5;

/**
 * Sends a request to Discord, and makes of what comes of it what @discordjs/rest can deal with. It would by itself try
 * again after ECONNRESET alone, ask again at once and without end where a 429 names no time, and take any page for
 * Discord's answer.
 */
export const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  const response = await DefaultRestOptions.makeRequest(url, init).catch((error: unknown) => {
    throw asReset(error);
  });
  if (response.status === 429) return await withWait(response);
  if (response.status < 500 && isPage(response)) throw await notDiscord(response);
  return response;
};

/** A request that was not made, since no more may be made for now. */
export class NotAsked extends Error {
  readonly code = 'NOT_ASKED';

  constructor() {
    super('it is left for later, since no more requests may be made for now');
    this.name = 'NotAsked';
  }
}

/** Whether a request that failed with this error has certainly not arrived. */
export function hasNotArrived(error: unknown): boolean {
  return error instanceof Error && [error, error.cause].some(one => neverThere.has(codeOf(one)));
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** An error after which @discordjs/rest tries again, where the connection broke. */
function asReset(error: unknown): unknown {
  const code = codeOf(error);
  if (!broken.has(code)) return error;
  return Object.assign(new Error(`The connection broke (${String(code)}).`, { cause: error }), {
    code: 'ECONNRESET',
  });
}

/** A 429 that says in its head how long to wait: what its head or its body says, in seconds. */
async function withWait(response: ResponseLike): Promise<ResponseLike> {
  const said = response.headers.get('retry-after');
  // Read in any case: an answer that nobody reads holds its connection.
  const body = await response.text().catch(() => '');
  if (isWait(Number(said ?? Number.NaN))) return response;
  // Another one: on Workers nobody changes what was answered.
  const headers = new Headers(Array.from(response.headers));
  headers.set('retry-after', String(waitIn(body)));
  const again = new Response(body);
  const { ok, status, statusText } = response;
  const [arrayBuffer, json, text] = [() => again.arrayBuffer(), () => again.json(), () => again.text()];
  return { ok, status, statusText, headers, body: null, bodyUsed: false, arrayBuffer, json, text };
}

const isWait = (seconds: unknown): seconds is number =>
  typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0;

function waitIn(body: string): number {
  try {
    const { retry_after: seconds } = JSON.parse(body);
    return isWait(seconds) ? seconds : unsaidWait;
  } catch {
    // Somebody else's page, or nothing.
    return unsaidWait;
  }
}

/** Discord answers in JSON or not at all. */
function isPage({ headers }: ResponseLike): boolean {
  const type = headers.get('content-type');
  return type !== null && !type.includes('json');
}

/** A page in the place of Discord's answer; @discordjs/rest tries again after it. */
export class NotDiscord extends Error {
  readonly code = 'ECONNRESET';
  readonly status: number;

  constructor(status: number) {
    super(
      `something else answered in Discord's place, with ${status} and a page: a proxy, a firewall or a login page in between`,
    );
    this.name = 'NotDiscord';
    this.status = status;
  }
}

async function notDiscord(response: ResponseLike): Promise<NotDiscord> {
  await response.text().catch(() => '');
  return new NotDiscord(response.status);
}
