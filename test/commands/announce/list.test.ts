import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Listed } from '../../../src/announce/model.ts';
import { makeBlog } from '../../../src/blog/blog.ts';
import type { Post } from '../../../src/blog/model.ts';
import { blogFrom, now, settingsWith } from '../../blog/fixture.ts';
import { hostilePost, hostileText } from '../../message/classic.ts';
import { shipped } from '../stage.ts';
import { announcingStage } from './open.ts';

const [post] = shipped.posts;
if (post === undefined) throw new Error('no post is shipped');
const { key } = post;

/** The post was not there when Quoth first started. */
const newOne = { known: blogFrom({}) };

/** A channel of which everything that can be told is told, in absurd words. */
function listed(guild: string, channel: string, text: string, posts: readonly Post[]): Listed {
  const common = { channel, guild, since: 0 };
  return {
    subscription: {
      ...{ channel, guild, kind: 'text', tag: text, role: '1'.repeat(20), thread: true, locale: 'en' },
      ...{ madeBy: '2'.repeat(20), madeAt: 0, paused: { since: 0, because: 'refused', detail: text } },
    },
    waiting: posts.map(one => ({ post: one.key, why: { for: 'release', heldBy: text, since: 0 } })),
    newest: {
      ...{ ...common, post: posts[0]?.key ?? '', state: 'sent', attempts: 1, message: '3', sentAt: 0 },
      url: `https://discord.com/channels/${guild}/${channel}/${'3'.repeat(20)}`,
    },
  };
}

describe('/announce list', () => {
  it('says that there is nothing, and what to do', async () => {
    const { manager } = await announcingStage(shipped);
    const seen = await manager.types('/announce list');
    expect(seen.text).toContain('No channel of this server is told of new posts yet.');
    expect(seen.text).toContain('`/announce here`');
  });

  it('says who set what and when, and what was announced last', async () => {
    const { discord, guild, manager, news } = await announcingStage(shipped);
    const readers = discord.role(guild, { name: 'Readers', mentionable: true });
    await manager.types('/announce here', { tag: 'AI', role: readers.id, thread: true });
    await manager.types('/announce now', { post: key });
    const { text } = await manager.types('/announce list');
    expect(text).toContain(`**<#${news.id}>** · #AI · <@&${readers.id}> · a thread on each`);
    expect(text).toMatch(new RegExp(`-# set by <@${manager.id}> on <t:\\d+:D>`));
    expect(text).toMatch(/-# \[Last\]\(<https:\/\/discord\.com\/channels\/.*>\): 从压缩到推理.* <t:\d+:R>/);
  });

  it('tells of no other server', async () => {
    const { discord, manager } = await announcingStage(shipped);
    await manager.types('/announce here');
    const elsewhere = discord.channel(discord.guild(), 'elsewhere');
    const other = discord.reader({ in: elsewhere, may: ['ManageGuild'] });
    expect((await other.types('/announce list')).text).toContain('No channel of this server');
  });

  it('says what waits and until when, to be held or sent now', async () => {
    const { manager, reader, news } = await announcingStage(shipped, newOne);
    await manager.types('/announce here');
    const list = await manager.types('/announce list');
    expect(list.text).toMatch(/从压缩.* · goes out <t:\d+:R>, if it does not change until then/);
    const held = await manager.presses(list, 'Hold');
    expect(held.change).toBe('edited');
    expect(held.text).toContain('is held: it is announced nowhere until somebody releases it.');
    expect(held.text).toMatch(new RegExp(`is held: <@${manager.id}> stopped it <t:\\d+:R>`));
    const released = await manager.presses(held, 'Release');
    expect(released.text).toContain('is released');
    expect(released.text).toMatch(/ · goes out <t:\d+:R>/);
    const sent = await manager.presses(released, 'Send now');
    expect(sent.text).toContain(`<#${news.id}>: Announced: https://`);
    expect(reader.sees()).toHaveLength(1);
  });

  it('sends to every channel of the server where a post waits, and nowhere twice', async () => {
    const { discord, guild, manager, reader, passes } = await announcingStage(shipped, newOne);
    const more = discord.channel(guild, 'more');
    await manager.types('/announce here');
    await manager.at(more).types('/announce here');
    await manager.presses(await manager.types('/announce list'), 'Send now');
    await passes(20);
    expect(reader.sees()).toHaveLength(1);
    expect(reader.at(more).sees()).toHaveLength(1);
  });

  it('does not tell of what waits for nothing', async () => {
    const { manager } = await announcingStage(shipped);
    await manager.types('/announce here');
    expect((await manager.types('/announce list')).text).not.toContain('Waiting');
  });

  it('says what is paused and why, to be resumed', async () => {
    const { discord, manager, reader, news, passes } = await announcingStage(shipped, newOne);
    await manager.types('/announce here');
    discord.permits(news, { denyBot: ['SendMessages'] });
    await passes(20);
    const list = await manager.types('/announce list');
    expect(list.text).toMatch(/\*\*Paused\*\* <t:\d+:R>: Discord does not let me write there \(.+\)\./);
    discord.permits(news, {});
    const resumed = await manager.presses(list, 'Resume');
    expect(resumed.text).toContain(`Trying again in <#${news.id}>.`);
    expect(resumed.text).not.toContain('Paused');
    await passes(5);
    expect(reader.sees().filter(({ embeds }) => embeds.length > 0)).toHaveLength(1);
  });

  it('lets a channel be given up that is gone', async () => {
    const { discord, guild, manager, news, passes, set } = await announcingStage(shipped, newOne);
    await manager.types('/announce here');
    discord.deletes(news);
    await passes(20);
    const elsewhere = manager.at(discord.channel(guild, 'elsewhere'));
    const list = await elsewhere.types('/announce list');
    expect(list.text).toContain('that channel is no longer there');
    expect((await elsewhere.presses(list, 'Stop')).text).toContain('No channel of this server');
    expect(await set()).toEqual([]);
  });

  it('turns pages where there are many channels', async () => {
    const { discord, guild, manager } = await announcingStage(shipped);
    for (let count = 0; count < 9; count++) {
      await manager.at(discord.channel(guild, `c${count}`)).types('/announce here');
    }
    const first = await manager.types('/announce list');
    expect(first.text).toContain('Announcements · 9 channels');
    expect(first.text).toContain('page 1 of 3');
    const second = await manager.presses(first, 'More channels');
    expect(second.text).toContain('page 2 of 3');
    const last = await manager.presses(second, 'More channels');
    expect(last.buttons).toEqual(['Back']);
  });

  it('lets nobody change anything who may not manage the server, whatever they were allowed to see', async () => {
    const { manager, reader, news, set } = await announcingStage(shipped, newOne);
    await manager.types('/announce here');
    const own = await reader.types('/help', { private: true });
    const deeds = [`hold|${key}`, `release|${key}`, `send|${key}|`, `resume|${news.id}`, `stop|${news.id}`];
    for (const deed of deeds) {
      const seen = await reader.forges(own, `1|${deed}`);
      expect(seen.text, deed).toContain('Only those who may manage the server can do that.');
    }
    expect((await manager.types('/announce list')).text).toContain('goes out');
    expect(await set()).toHaveLength(1);
    expect(reader.sees().filter(({ embeds }) => embeds.length > 0)).toEqual([]);
  });

  it('changes nothing in a channel of another server, whatever a custom_id names', async () => {
    const { discord, manager, reader, news, set } = await announcingStage(shipped, newOne);
    const elsewhere = discord.channel(discord.guild(), 'elsewhere');
    const other = discord.reader({ in: elsewhere, may: ['ManageGuild'] });
    await manager.types('/announce here');
    const list = await other.types('/announce list');
    for (const deed of [`send|${key}|${news.id}`, `resume|${news.id}`, `stop|${news.id}`]) {
      expect((await other.forges(list, `1|${deed}`)).text).toContain('Nothing is announced in this channel.');
    }
    expect(await set()).toHaveLength(1);
    expect(reader.sees()).toEqual([]);
  });

  it('fits a message whatever the posts, the tags and Discord itself say', async () => {
    const posts = fc.uniqueArray(hostilePost, { selector: one => one.key, minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(posts, hostileText, async (all, text) => {
        const blog = makeBlog(all, [], settingsWith(), now);
        const id = '1'.repeat(20);
        const list = (guild: string): Promise<readonly Listed[]> =>
          Promise.resolve(
            Array.from({ length: 5 }, (_, at) => listed(guild, `${id.slice(1)}${at}`, text, all)),
          );
        const { manager } = await announcingStage(blog, { instead: real => ({ ...real, list }) });
        expect((await manager.types('/announce here')).text).toContain('New posts will appear here');
        expect((await manager.types('/announce list')).text).toContain('Announcements · 5 channels');
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('names posts that are gone without their titles', async () => {
    const list = (guild: string) =>
      Promise.resolve([listed(guild, '12', '', [{ ...post, key: 'AAAAAAAAAAA' }])]);
    const { manager } = await announcingStage(shipped, { instead: real => ({ ...real, list }) });
    const { text } = await manager.types('/announce list');
    expect(text).toContain('a post that is no longer here · is held');
    expect(text).toContain('a post that is no longer here <t:0:R>');
  });
});
