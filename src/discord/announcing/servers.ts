import * as z from 'zod';
import type { Outlook, PermissionName, RoleOutlook, Servers } from '../../announce/model.ts';
import { codes } from '../reason.ts';
import { type Channel, idShape, memberShape, type Role, roleShape } from './answers.ts';
import { follow } from './follow.ts';
import { needsTag } from './forum.ts';
import { isForum, kindOf } from './kinds.ts';
import { type Asked, type Line, type LineOptions, openLine } from './line.ts';
import { isPowerful } from './permissions.ts';
import { makeStandings, type Standing } from './standing.ts';

/** How many milliseconds of a rate limit are waited out: somebody waits for the answer, who has 15 minutes. */
const patience = 10_000;

/** Most servers that Discord lists at once. */
const page = 200;

/** What Discord answers where Quoth may not give a role: it stands too high, or it, the server or the reader is gone. */
const away = new Set<number | string | undefined>([
  codes.unknownGuild,
  codes.unknownMember,
  codes.unknownRole,
  codes.missingAccess,
  codes.missingPermissions,
  codes.invalidRole,
]);

/** Asks Discord about servers, over a line of its own. */
export function makeServers(options: LineOptions): Servers & Pick<Line, 'close'> {
  const line = openLine(options, patience);
  const standings = makeStandings(line);
  return {
    look: async (guild, channel, role, thread = false) => {
      const standing = await standings.of(guild, channel);
      if (standing.ok) return outlook(guild, standing.answer, role, thread);
      if (standing.code === codes.missingAccess) return hidden(channel);
      throw new Error(standing.failed.detail);
    },
    follow: (home, guild, channel) => follow(line, standings, { home, guild, channel }),
    toggleRole: (guild, reader, role) => toggle(line, guild, reader, role),
    guilds: () => guilds(line),
    close: line.close,
  };
}

/** Of a channel that Quoth does not see, Discord tells nothing. */
function hidden(channel: string): Outlook {
  return { channel, name: '', kind: 'other', missing: ['ViewChannel'], needsTag: false, tags: [] };
}

function outlook(guild: string, standing: Standing, role: string | undefined, thread: boolean): Outlook {
  const { parent, roles } = standing;
  const subscribed = parent && isForum(kindOf(parent.type)) ? parent : standing.channel;
  const kind = kindOf(subscribed.type);
  const named = roles.find(({ id }) => id === role);
  return {
    channel: subscribed.id,
    name: subscribed.name ?? '',
    kind,
    missing: needed(kind, thread).filter(name => !standing.may(name)),
    needsTag: isForum(kind) && needsTag(subscribed),
    tags: tagsOf(subscribed),
    ...(named && { role: roleOutlook(guild, standing, named) }),
  };
}

/**
 * What announcing needs. A thread in a forum takes Send Messages and not Create Public Threads; the history is read for
 * an announcement that may have arrived.
 */
function needed(kind: Outlook['kind'], thread: boolean): readonly PermissionName[] {
  const always = ['EmbedLinks', 'ReadMessageHistory'] as const;
  if (kind === 'other') return ['ViewChannel'];
  if (kind === 'thread') return ['ViewChannel', 'SendMessagesInThreads', ...always];
  const opens = thread && !isForum(kind);
  return ['ViewChannel', 'SendMessages', ...always, ...(opens ? (['CreatePublicThreads'] as const) : [])];
}

function tagsOf({ available_tags: tags }: Channel): readonly string[] {
  return (tags ?? []).map(({ name }) => name);
}

function roleOutlook(guild: string, { roles, held, may, mayAnywhere }: Standing, role: Role): RoleOutlook {
  const everyone = role.id === guild;
  const below = roles.some(own => held.has(own.id) && isAbove(own, role));
  return {
    id: role.id,
    name: role.name,
    everyone,
    mentionable: role.mentionable || may('MentionEveryone'),
    manageable: !everyone && !role.managed && !isPowerful(role) && below && mayAnywhere('ManageRoles'),
  };
}

/** Of two roles at one position, the older stands higher. */
function isAbove(one: Role, other: Role): boolean {
  if (one.position !== other.position) return one.position > other.position;
  return BigInt(one.id) < BigInt(other.id);
}

async function toggle(
  line: Line,
  guild: string,
  reader: string,
  role: string,
): Promise<'given' | 'taken' | 'away'> {
  const member = `/guilds/${guild}/members/${reader}` as const;
  const there = await line.ask({ method: 'get', path: member, shape: memberShape });
  if (!there.ok) return orAway(there);
  const has = there.answer.roles.includes(role);
  if (!has) {
    // It may have got power since it was chosen.
    const roles = await line.ask({
      method: 'get',
      path: `/guilds/${guild}/roles`,
      shape: z.array(roleShape),
    });
    if (!roles.ok) return orAway(roles);
    if (roles.answer.some(one => one.id === role && isPowerful(one))) return 'away';
  }
  const changed = await line.ask({
    method: has ? 'delete' : 'put',
    path: `${member}/roles/${role}`,
    shape: z.unknown(),
  });
  if (!changed.ok) return orAway(changed);
  return has ? 'taken' : 'given';
}

function orAway({ code, failed }: Extract<Asked<unknown>, { readonly ok: false }>): 'away' {
  if (away.has(code)) return 'away';
  throw new Error(failed.detail);
}

async function guilds(line: Line): Promise<readonly string[]> {
  const all: string[] = [];
  for (;;) {
    const query = { limit: String(page), after: all.at(-1) ?? '0' };
    const asked = await line.ask({
      method: 'get',
      path: '/users/@me/guilds',
      query,
      shape: z.array(idShape),
    });
    if (!asked.ok) throw new Error(asked.failed.detail);
    all.push(...asked.answer.map(({ id }) => id));
    if (asked.answer.length < page) return all;
  }
}
