import { describe, expect, it } from 'vitest';
import { READERS_ROLE } from '../../../src/preview/guild/guild.ts';
import { makeServers } from '../../../src/preview/guild/servers.ts';
import { GUILD, READERS } from '../../../src/preview/place.ts';
import { makeStage, named } from './stage.ts';

const [{ user: lin }] = READERS;

describe('what Quoth is told of the pretended server', () => {
  const { guild } = makeStage();
  const servers = makeServers(guild, GUILD);

  it.each([
    ['general', 'text'],
    ['blog', 'announcement'],
    ['posts', 'forum'],
  ] as const)('#%s is a channel of kind %s where nothing is missing', async (name, kind) => {
    const { id } = named(guild, name);
    const outlook = await servers.look(GUILD, id);
    expect(outlook).toMatchObject({ channel: id, name, kind, missing: [], needsTag: false });
    expect(outlook.role).toBeUndefined();
  });

  it('a thread of the forum stands for the forum, since nothing can be typed in that itself', async () => {
    const thread = named(guild, 'About this forum');
    expect(await servers.look(GUILD, thread.id)).toMatchObject({ channel: thread.parent, kind: 'forum' });
  });

  it('tells a role that it can give from one that stands too high and from everyone', async () => {
    const { id } = named(guild, 'general');
    const roles = guild.now().roles.map(role => role.id);
    const told = await Promise.all([...roles, GUILD].map(role => servers.look(GUILD, id, role)));
    expect(told.map(({ role }) => [role?.manageable, role?.everyone])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
  });

  it('gives a reader the role and takes it back, but none that stands too high', async () => {
    const held = () => guild.now().roles.find(({ id }) => id === READERS_ROLE)?.holders;
    expect(await servers.toggleRole(GUILD, lin.id, READERS_ROLE)).toBe('given');
    expect(held()).toEqual([lin.id]);
    expect(await servers.toggleRole(GUILD, lin.id, READERS_ROLE)).toBe('taken');
    expect(held()).toEqual([]);
    const high = guild.now().roles.find(({ low }) => !low)?.id ?? '';
    expect(await servers.toggleRole(GUILD, lin.id, high)).toBe('away');
    expect(await servers.toggleRole(GUILD, lin.id, GUILD)).toBe('away');
  });

  it('says which channel is not there', async () => {
    await expect(servers.look(GUILD, '1')).rejects.toThrow('1');
  });
});
