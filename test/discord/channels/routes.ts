import { limits } from '../rates.ts';
import { type Route, route } from '../routes.ts';
import { follow, listWebhooks, publish } from './follow.ts';
import { makeGuilds } from './guilds.ts';
import { makePosting, type Office } from './post.ts';
import { getChannel, getMessage, listMessages } from './read.ts';
import { makeThreads } from './threads.ts';

/** The part of the REST API that is about channels and servers. */
export function channelRoutes(office: Office): readonly Route[] {
  const { world } = office;
  const posting = makePosting(office);
  const threads = makeThreads(office);
  const guilds = makeGuilds(world);
  const messages = '/channels/:id/messages';
  const roles = '/guilds/:id/members/:id/roles/:id';

  return [
    route('GET', '/channels/:id', (_, channel = '') => getChannel(world, channel)),
    route('PATCH', '/channels/:id', ({ body }, thread = '') => threads.change(thread, body)),
    route('GET', messages, ({ query }, channel = '') => listMessages(world, channel, query)),
    route('POST', messages, ({ body }, channel = '') => posting.send(channel, body), {
      limit: limits.sending,
    }),
    route('GET', `${messages}/:id`, (_, channel = '', id = '') => getMessage(world, channel, id)),
    route('PATCH', `${messages}/:id`, ({ body }, channel = '', id = '') => posting.edit(channel, id, body), {
      limit: limits.editing,
    }),
    route('POST', `${messages}/:id/crosspost`, (_, channel = '', id = '') => publish(world, channel, id), {
      limit: limits.publishing,
    }),
    route('POST', `${messages}/:id/threads`, ({ body }, channel = '', id = '') =>
      threads.openOn(channel, id, body),
    ),
    route('POST', '/channels/:id/threads', ({ body }, forum = '') => threads.openIn(forum, body), {
      limit: limits.sending,
    }),
    route('GET', '/channels/:id/threads/archived/public', ({ query }, channel = '') =>
      threads.archived(channel, query),
    ),
    route('POST', '/channels/:id/followers', ({ body }, channel = '') => follow(world, channel, body)),
    route('GET', '/channels/:id/webhooks', (_, channel = '') => listWebhooks(world, channel)),
    route('GET', '/guilds/:id/threads/active', (_, guild = '') => threads.active(guild)),
    route('GET', '/users/@me/guilds', ({ query }) => guilds.mine(query)),
    route('GET', '/guilds/:id', (_, guild = '') => guilds.get(guild)),
    route('GET', '/guilds/:id/roles', (_, guild = '') => guilds.roles(guild)),
    route('GET', '/guilds/:id/members/:id', (_, guild = '', user = '') => guilds.member(guild, user)),
    route('PUT', roles, (_, guild = '', user = '', role = '') => guilds.giveRole(guild, user, role, true), {
      limit: limits.givingRoles,
    }),
    route(
      'DELETE',
      roles,
      (_, guild = '', user = '', role = '') => guilds.giveRole(guild, user, role, false),
      { limit: limits.givingRoles },
    ),
  ];
}
