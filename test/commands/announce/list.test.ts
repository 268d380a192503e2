import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Waiting } from '../../../src/announce/model.ts';
import { makeBlog } from '../../../src/blog/blog.ts';
import { blogFrom, now, settingsWith } from '../../blog/fixture.ts';
import { hostilePost, hostileText } from '../../message/classic.ts';
import { shipped } from '../stage.ts';
import { announcingStage } from './open.ts';

const [post] = shipped.posts;
if (post === undefined) throw new Error('no post is shipped');
const { key } = post;

const quiet: Waiting = { for: 'quiet', until: 1_800_000_000_000 };

describe('/announce list', () => {
  it('says that there is nothing, and what to do', async () => {
    const { manager } = announcingStage(shipped);
    const seen = await manager.types('/announce list');
    expect(seen.text).toContain('No channel of this server is told of new posts yet.');
    expect(seen.text).toContain('`/announce here`');
  });

  it('says who set what and when, and what was announced last', async () => {
    const { discord, guild, manager, news } = announcingStage(shipped);
    const readers = discord.role(guild, { name: 'Readers', mentionable: true });
    await manager.types('/announce here', { tag: 'AI', role: readers.id, thread: true });
    await manager.types('/announce now', { post: key });
    const { text } = await manager.types('/announce list');
    expect(text).toContain(`**<#${news.id}>** · #AI · <@&${readers.id}> · a thread on each`);
    expect(text).toMatch(new RegExp(`-# set by <@${manager.id}> on <t:\\d+:D>`));
    expect(text).toMatch(/-# \[Last\]\(<https:\/\/discord\.com\/channels\/.*>\): 从压缩到推理.* <t:\d+:R>/);
  });

  it('tells of no other server', async () => {
    const { discord, manager } = announcingStage(shipped);
    await manager.types('/announce here');
    const elsewhere = discord.channel(discord.guild(), 'elsewhere');
    const other = discord.reader({ in: elsewhere, may: ['ManageGuild'] });
    expect((await other.types('/announce list')).text).toContain('No channel of this server');
  });

  it('says what waits and until when, to be held or sent now', async () => {
    const { manager, reader, news, waiting } = announcingStage(shipped);
    await manager.types('/announce here');
    waiting.set(key, quiet);
    const list = await manager.types('/announce list');
    expect(list.text).toContain('goes out <t:1800000000:R>, if it does not change until then');
    const held = await manager.presses(list, 'Hold');
    expect(held.change).toBe('edited');
    expect(held.text).toContain('is held: it is announced nowhere until somebody releases it.');
    expect(held.text).toMatch(new RegExp(`is held: <@${manager.id}> stopped it <t:\\d+:R>`));
    const released = await manager.presses(held, 'Release');
    expect(released.text).toContain('is released');
    expect(released.text).toContain('is on its way');
    waiting.set(key, quiet);
    const sent = await manager.presses(await manager.types('/announce list'), 'Send now');
    expect(sent.text).toContain(`<#${news.id}>: Announced: https://`);
    expect(sent.text).not.toContain('Waiting');
    expect(reader.sees()).toHaveLength(1);
  });

  it('sends to every channel of the server where a post waits', async () => {
    const { discord, guild, manager, reader, waiting } = announcingStage(shipped);
    const more = discord.channel(guild, 'more');
    await manager.types('/announce here');
    await manager.at(more).types('/announce here');
    waiting.set(key, quiet);
    await manager.presses(await manager.types('/announce list'), 'Send now');
    expect(reader.sees()).toHaveLength(1);
    expect(reader.at(more).sees()).toHaveLength(1);
  });

  it('does not tell of what waits for nothing', async () => {
    const { manager, waiting } = announcingStage(shipped);
    await manager.types('/announce here');
    waiting.set(key, { for: 'nothing', because: 'known' });
    expect((await manager.types('/announce list')).text).not.toContain('Waiting');
  });

  it('says what is paused and why, to be resumed or given up', async () => {
    const { manager, news, pause, subscriptions } = announcingStage(shipped);
    await manager.types('/announce here');
    const because = { since: 1_700_000_000_000, because: 'forbidden', detail: 'Missing *Access*' } as const;
    pause(news.id, because);
    const list = await manager.types('/announce list');
    expect(list.text).toContain(
      '**Paused** <t:1700000000:R>: Discord does not let me write there (Missing \\*Access\\*).',
    );
    const resumed = await manager.presses(list, 'Resume');
    expect(resumed.text).toContain(`Trying again in <#${news.id}>.`);
    expect(resumed.text).not.toContain('Paused');
    pause(news.id, because);
    await manager.presses(await manager.types('/announce list'), 'Stop');
    expect(subscriptions.size).toBe(0);
  });

  it('turns pages where there are many channels', async () => {
    const { discord, guild, manager } = announcingStage(shipped);
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
    const { manager, reader, news, subscriptions, waiting } = announcingStage(shipped);
    await manager.types('/announce here');
    waiting.set(key, quiet);
    const list = await manager.types('/announce list');
    const deeds = [`hold|${key}`, `release|${key}`, `send|${key}|`, `resume|${news.id}`, `stop|${news.id}`];
    for (const deed of deeds) {
      const own = await reader.types('/help', { private: true });
      const seen = await reader.forges(own, `1|${deed}`);
      expect(seen.text, deed).toContain('Only those who may manage the server can do that.');
    }
    expect(list.text).toContain('goes out');
    expect(waiting.get(key)).toEqual(quiet);
    expect(subscriptions.size).toBe(1);
    expect(reader.sees().filter(({ embeds }) => embeds.length > 0)).toEqual([]);
  });

  it('changes nothing in a channel of another server, whatever a custom_id names', async () => {
    const { discord, manager, reader, news, subscriptions } = announcingStage(shipped);
    const elsewhere = discord.channel(discord.guild(), 'elsewhere');
    const other = discord.reader({ in: elsewhere, may: ['ManageGuild'] });
    await manager.types('/announce here');
    const list = await other.types('/announce list');
    for (const deed of [`send|${key}|${news.id}`, `resume|${news.id}`, `stop|${news.id}`]) {
      expect((await other.forges(list, `1|${deed}`)).text).toContain('Nothing is announced in this channel.');
    }
    expect(subscriptions.size).toBe(1);
    expect(reader.sees()).toEqual([]);
  });

  it('fits a message whatever the posts, the tags and Discord itself say', async () => {
    const posts = fc.uniqueArray(hostilePost, { selector: one => one.key, minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(posts, hostileText, async (all, text) => {
        const blog = makeBlog(all, [], settingsWith(), now);
        const { discord, guild, manager, waiting, pause, subscriptions } = announcingStage(blog);
        for (const name of ['a', 'b', 'c', 'd', 'e']) {
          const channel = discord.channel(guild, name);
          await manager.at(channel).types('/announce here', { thread: true });
          const [first] = all;
          if (first) await manager.at(channel).types('/announce now', { post: first.key });
          const subscription = subscriptions.get(channel.id);
          if (subscription)
            subscriptions.set(channel.id, { ...subscription, tag: text, role: '1'.repeat(20) });
          pause(channel.id, { since: 0, because: 'refused', detail: text });
        }
        for (const one of all) waiting.set(one.key, { for: 'release', heldBy: text, since: 0 });
        expect((await manager.types('/announce list')).text).toContain('Announcements · 5 channels');
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('names posts that are gone without their titles', async () => {
    const { manager, waiting } = announcingStage(blogFrom({}));
    await manager.types('/announce here');
    waiting.set('AAAAAAAAAAA', quiet);
    expect((await manager.types('/announce list')).text).toContain(
      'a post that is no longer here · goes out',
    );
  });
});
