import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingOf } from '../../../src/bot/setting.ts';
import { READERS_ROLE } from '../../../src/preview/guild/guild.ts';
import { changed, type GuildChange, threadsOf } from '../../../src/preview/guild/model.ts';
import { whereIn } from '../../../src/preview/guild/where.ts';
import { type Act, type AskedValue, interactionOf } from '../../../src/preview/interaction.ts';
import { messageBy } from '../../../src/preview/message.ts';
import { APPLICATION, placeFor, READERS } from '../../../src/preview/place.ts';
import { makeStage, named, placeIn } from './stage.ts';

describe('the pretended server', () => {
  it('is the same in a window that followed its changes from any moment on', () => {
    const ids = fc.constantFrom('1', '2', '3', '4');
    const change: fc.Arbitrary<GuildChange> = fc.oneof(
      fc.record({
        channel: fc.record({ id: ids, name: fc.string(), kind: fc.constantFrom('text', 'thread') }),
      }),
      fc.record({
        message: fc
          .tuple(ids, ids, fc.string())
          .map(([id, channel, content]) => messageBy(APPLICATION, { content }, channel, id)),
      }),
      fc.record({
        role: fc.record({ id: ids, name: fc.string(), low: fc.boolean(), holders: fc.array(ids) }),
      }),
    );
    fc.assert(
      fc.property(fc.array(change), fc.array(change), (before, after) => {
        const { guild } = makeStage();
        before.forEach(guild.change);
        let window = guild.now();
        guild.onChange(one => {
          window = changed(window, one);
        });
        after.forEach(guild.change);
        expect(window).toEqual(guild.now());
        for (const list of [window.channels, window.messages, window.roles]) {
          expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
        }
      }),
    );
  });

  it('tells nobody any more who left', () => {
    const { guild } = makeStage();
    const told: GuildChange[] = [];
    const leave = guild.onChange(one => told.push(one));
    guild.tag(['AI']);
    leave();
    guild.tag(['Notes']);
    expect(told).toHaveLength(1);
  });

  it('keeps a forum’s tags as the blog’s change, at most twenty of twenty characters', () => {
    const { guild } = makeStage();
    guild.tag(['AI', 'x'.repeat(30)]);
    const [first] = named(guild, 'posts').tags ?? [];
    guild.tag(['Notes', 'AI', ...Array.from({ length: 30 }, (_, at) => `tag ${at}`)]);
    const { tags = [] } = named(guild, 'posts');
    expect(tags[0]).toEqual(first);
    expect(tags).toHaveLength(20);
    expect(tags[1]?.name).toBe('x'.repeat(20));
  });

  it('has a thread in its forum from the start, in which commands can be typed', () => {
    const { guild } = makeStage();
    expect(threadsOf(guild.now(), named(guild, 'posts').id)).toHaveLength(1);
  });
});

describe('an interaction from its channels', () => {
  const { guild } = makeStage();
  const help = { does: 'ask', command: { id: '1', name: 'help' }, options: [] } as const;
  const from = (channel: string, reader: 0 | 1 = 0) => {
    const where = whereIn(guild.now(), channel);
    if (!where) throw new Error(`There is no ${channel}.`);
    const { user, permissions } = READERS[reader];
    return interactionOf(placeFor('en-US', { reader: user, permissions, ...where }), help, guild.nextId);
  };

  it.each([
    ['general', 0],
    ['blog', 5],
    ['About this forum', 11],
  ] as const)('says that #%s is of Discord’s kind %d', (name, type) => {
    const { id, parent } = named(guild, name);
    const { channel, channel_id } = from(id);
    expect(channel_id).toBe(id);
    expect(channel).toMatchObject({ id, type, ...(parent === undefined ? {} : { parent_id: parent }) });
  });

  it('says that a thread on an announcement is one of an announcement channel', () => {
    const { channel } = placeIn(guild, 'blog');
    guild.change({ channel: { id: '77', name: 'Talk', kind: 'thread', parent: channel } });
    expect(from('77').channel).toMatchObject({ type: 10, parent_id: channel });
  });

  it('lets one reader manage the server, and not the other; both may write in channels and threads', () => {
    for (const { id } of guild.now().channels) {
      expect(settingOf(from(id, 0))).toMatchObject({
        managesServer: true,
        managesMessages: true,
        open: true,
      });
      expect(settingOf(from(id, 1))).toMatchObject({
        managesServer: false,
        managesMessages: false,
        open: true,
      });
    }
  });

  it('names a role that an option names, as Discord resolves it', () => {
    const where = whereIn(guild.now(), named(guild, 'blog').id);
    if (!where) throw new Error('There is a #blog.');
    const role: AskedValue = { name: 'role', type: 8, value: READERS_ROLE };
    const command = { id: '1', name: 'announce' };
    const act: Act = { does: 'ask', command, options: [{ type: 1, name: 'here', options: [role] }] };
    expect(interactionOf(placeFor('en-US', where), act, guild.nextId)).toMatchObject({
      data: { resolved: { roles: { [READERS_ROLE]: { id: READERS_ROLE, name: 'readers' } } } },
    });
    expect(from(where.channel.id).data).not.toHaveProperty('resolved');
  });

  it('comes from no channel that is not there', () => {
    expect(whereIn(guild.now(), '1')).toBeUndefined();
  });
});
