import type { Machinery } from './backstage.ts';
import { channelRoutes } from './channels/routes.ts';
import { type Answer, noSuchRoute, tooMany, unauthorized } from './problems.ts';
import type { Limit } from './rates.ts';
import { type Request, type Route, route } from './routes.ts';

/** Where the gateway is, and over how many connections a bot should be split. */
export interface Advice {
  readonly url: string;
  readonly shards: number;
}

/** Discord's REST API, as far as the bot uses it. */
export function makeRest({ stage, desk, registry, rates }: Machinery, advice: Advice) {
  const { applicationId, token, world, refused } = stage;
  const commands = `/applications/${applicationId}(?:/guilds/(\\d+))?/commands`;
  const message = `/webhooks/${applicationId}/([^/]+)/messages/(@original|\\d+)`;
  const scope = (guildId: string | undefined): string => guildId || 'global';

  const open = { open: true };

  const routes: readonly Route[] = [
    route('GET', '/gateway/bot', () => ({ status: 200, body: gatewayBot(advice) })),
    route('GET', '/gateway', () => ({ status: 200, body: { url: advice.url } }), open),
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
      open,
    ),
    route('GET', message, (_request, key = '', id = '') => desk.get(key, id), open),
    route('PATCH', message, ({ body }, key = '', id = '') => desk.edit(key, id, body), open),
    route('DELETE', message, (_request, key = '', id = '') => desk.remove(key, id), open),
    route(
      'POST',
      `/webhooks/${applicationId}/([^/]+)`,
      ({ body }, key = '') => desk.followUp(key, body),
      open,
    ),
    ...channelRoutes({ world, refused, rates }),
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

  /** What is answered instead of doing it, where the bot may not ask, or not yet. */
  const turnsAway = ({ authorization }: Request): Answer | undefined =>
    rates.refuses() ?? (authorization === `Bot ${token}` ? undefined : unauthorized);

  const within = (limit: Limit, of: string | undefined, answer: () => Answer): Answer => {
    const { wait, headers } = rates.take(limit, of);
    const answered = wait === undefined ? answer() : tooMany(wait, 'user');
    return { ...answered, headers: { ...headers, ...answered.headers } };
  };

  const answerTo = (request: Request): Answer => {
    for (const { method, path, open, limit, answer } of routes) {
      const parts = method === request.method ? path.exec(request.path)?.slice(1) : undefined;
      if (!parts) continue;
      const turned = open ? undefined : turnsAway(request);
      if (turned) return turned;
      return limit ? within(limit, parts[0], () => answer(request, ...parts)) : answer(request, ...parts);
    }
    return noSuchRoute;
  };

  return (request: Request): Answer => {
    const answer = answerTo(request);
    rates.answered(answer.status);
    return answer;
  };
}

function gatewayBot({ url, shards }: Advice): object {
  const session_start_limit = {
    total: 1_000,
    remaining: 1_000,
    reset_after: 14_400_000,
    max_concurrency: 16,
  };
  return { url, shards, session_start_limit };
}
