import type { IncomingMessage } from 'node:http';
import type { Machinery } from './backstage.ts';
import { type Answer, noSuchRoute, unauthorized } from './problems.ts';

/** A request of the bot's to the REST API. */
export interface Request {
  readonly method: string;
  /** Without the API's own prefix: `/interactions/1/x/callback`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Interactions answer by their token and need no other. */
  readonly open?: boolean;
  readonly answer: (request: Request, ...parts: readonly string[]) => Answer;
}

/** Discord's REST API, as far as the bot uses it. */
export function makeRest({ stage, desk, registry }: Machinery, token: string, gatewayUrl: string) {
  const { applicationId, world } = stage;
  const commands = `/applications/${applicationId}(?:/guilds/(\\d+))?/commands`;
  const message = `/webhooks/${applicationId}/([^/]+)/messages/(@original|\\d+)`;
  const scope = (guildId: string | undefined): string => guildId || 'global';

  const route = (method: string, path: string, answer: Route['answer'], open = false): Route => ({
    method,
    path: new RegExp(`^${path}$`),
    open,
    answer,
  });

  const routes: readonly Route[] = [
    route('GET', '/gateway/bot', () => ({ status: 200, body: gatewayBot(gatewayUrl) })),
    route('GET', '/users/@me', () => ({ status: 200, body: world.bot })),
    route('GET', '/applications/@me', () => ({
      status: 200,
      body: { ...world.application, bot: world.bot, flags: 0 },
    })),

    route('GET', commands, ({ query }, guild) =>
      registry.list(scope(guild), query.get('with_localizations') === 'true'),
    ),
    route('POST', commands, ({ body }, guild) => registry.create(scope(guild), body)),
    route('PUT', commands, ({ body }, guild) => registry.replace(scope(guild), body)),
    route('GET', `${commands}/(\\d+)`, (_request, guild, id = '') => registry.get(scope(guild), id)),
    route('PATCH', `${commands}/(\\d+)`, ({ body }, guild, id = '') =>
      registry.patch(scope(guild), id, body),
    ),
    route('DELETE', `${commands}/(\\d+)`, (_request, guild, id = '') => registry.remove(scope(guild), id)),

    route(
      'POST',
      '/interactions/(\\d+)/([^/]+)/callback',
      ({ query, body }, id = '', key = '') => {
        const answer = desk.callback(id, key, body);
        return answer.status === 204 && query.get('with_response') === 'true'
          ? withResponse(id, key)
          : answer;
      },
      true,
    ),
    route('GET', message, (_request, key = '', id = '') => desk.get(key, id), true),
    route('PATCH', message, ({ body }, key = '', id = '') => desk.edit(key, id, body), true),
    route('DELETE', message, (_request, key = '', id = '') => desk.remove(key, id), true),
    route(
      'POST',
      `/webhooks/${applicationId}/([^/]+)`,
      ({ body }, key = '') => desk.followUp(key, body),
      true,
    ),
  ];

  const withResponse = (id: string, key: string): Answer => {
    const exchange = desk.exchange(key);
    const kept = exchange?.channel.messages.get(exchange.original ?? '');
    return {
      status: 200,
      body: {
        interaction: { id, type: exchange?.interaction.type },
        resource: { type: 4, message: kept?.message },
      },
    };
  };

  return (request: Request): Answer => {
    for (const { method, path, open, answer } of routes) {
      const found = method === request.method ? path.exec(request.path) : null;
      if (!found) continue;
      if (!open && request.authorization !== `Bot ${token}`) return unauthorized;
      return answer(request, ...found.slice(1));
    }
    return noSuchRoute;
  };
}

function gatewayBot(url: string): object {
  const session_start_limit = {
    total: 1_000,
    remaining: 1_000,
    reset_after: 14_400_000,
    max_concurrency: 16,
  };
  return { url, shards: 1, session_start_limit };
}

/** Reads a request's body: JSON, or the JSON part of a form with files. Undefined where there is none. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return undefined;
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return JSON.parse(bytes.toString());
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  return JSON.parse(String(form.get('payload_json') ?? 'null'));
}
