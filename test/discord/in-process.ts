import type { RESTOptions } from '@discordjs/rest';
import type { APIInteraction } from 'discord-api-types/v10';
import { Headers, Response } from 'undici';
import type { Later, Respond } from '../../src/bot/model.ts';
import { makeBackstage, type Stage } from './backstage.ts';
import { type Clock, wire } from './clock.ts';
import type { Desk } from './desk.ts';
import { type Front, headersOf, makeFront } from './front.ts';

export interface InProcessOptions {
  readonly respond: Respond;
  /** Registered from the start, as `PUT /applications/:id/commands` would. */
  readonly commands?: readonly object[];
  readonly clock?: Clock;
}

export interface InProcess extends Stage, Pick<Front, 'requests' | 'plan'> {
  /** Takes a request to the REST API in the place of sockets: `makeRequest` of a client of @discordjs/rest. */
  readonly makeRequest: RESTOptions['makeRequest'];
}

/**
 * A fake Discord without sockets: readers' interactions go straight to `respond`, and what comes back is checked
 * and shown as over the wire.
 */
export function discordInProcess({ respond, commands = [], clock }: InProcessOptions): InProcess {
  const machinery = makeBackstage(async interaction => {
    const { callback, later } = await respond(wire(interaction));
    machinery.desk.callback(interaction.id, interaction.token, wire(callback));
    const exchange = machinery.desk.exchange(interaction.token);
    finish(machinery.desk, interaction, later)
      .then(() => exchange?.happens({ kind: 'over' }))
      .catch((error: unknown) => exchange?.happens({ kind: 'failed', reason: String(error) }));
  }, clock);
  machinery.stage.registers(commands);
  const { requests, plan, take } = makeFront(machinery, { url: 'ws://nowhere', shards: 1 });
  return { ...machinery.stage, requests, plan, makeRequest: requesting(take) };
}

function requesting(take: Front['take']): RESTOptions['makeRequest'] {
  return async (url, { method = 'GET', headers, body, signal }) => {
    const { pathname, searchParams: query } = new URL(url);
    const reply = await take({
      method,
      path: decodeURIComponent(pathname.replace(/^\/api\/v\d+/, '')),
      query,
      authorization: new Headers(headers).get('authorization') ?? undefined,
      body: typeof body === 'string' ? JSON.parse(body) : undefined,
    });
    if (reply === 'silence') return await aborted(signal ?? undefined);
    if (reply === 'broken') throw Object.assign(new Error('other side closed'), { code: 'ECONNRESET' });
    const { status, body: said } = reply;
    const text = said === undefined || typeof said === 'string' ? said : JSON.stringify(said);
    return new Response(text ?? null, { status, headers: headersOf(reply) });
  };
}

/** Rejects when somebody stops waiting. */
async function aborted(signal: AbortSignal | undefined): Promise<never> {
  return await new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('No answer came.', 'AbortError')));
  });
}

async function finish(
  desk: Desk,
  { token }: APIInteraction,
  later: Promise<Later> | undefined,
): Promise<void> {
  const what = await later;
  if (!what) return;
  if (what.do === 'edit') desk.edit(token, '@original', wire(what.message));
  else desk.remove(token, '@original');
  if (what.do === 'replace') desk.followUp(token, wire(what.message));
}
