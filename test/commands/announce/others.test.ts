import { describe, expect, it } from 'vitest';
import { blogFrom } from '../../blog/fixture.ts';
import { shipped, shippedOnSite } from '../stage.ts';
import { announcingStage, chinese } from './open.ts';

const [post] = shipped.posts;
if (post === undefined) throw new Error('no post is shipped');
const { key } = post;

describe('/announce now', () => {
  it('announces a post in a channel that need not be subscribed, once', async () => {
    const { guild, manager, reader, news } = await announcingStage(shipped);
    const seen = await manager.types('/announce now', { post: post.title });
    const [posted, ...more] = reader.sees();
    expect(more).toEqual([]);
    expect(posted?.embeds[0]?.title).toBe(post.title);
    const url = `https://discord.com/channels/${guild.id}/${news.id}/${posted?.id}`;
    expect(seen.text).toBe(`Announced: ${url}`);
    expect((await manager.types('/announce now', { post: key })).text).toBe(`Already announced: ${url}`);
    expect(reader.sees()).toHaveLength(1);
  });

  it('offers a post that it had to guess, and sends nothing unasked', async () => {
    const { manager, reader } = await announcingStage(shipped);
    const seen = await manager.types('/announce now', { post: '压缩' });
    expect(seen.text).toContain('No post is called “压缩”. This is the closest.');
    expect(reader.sees()).toHaveLength(0);
    expect((await manager.presses(seen, 'Send this one')).text).toContain('Announced: https://');
  });

  it('shows what there is where no post is near', async () => {
    const { manager } = await announcingStage(shipped);
    const seen = await manager.types('/announce now', { post: 'zyzzyva' });
    expect(seen.text).toContain('No post is called “zyzzyva”');
  });

  it('makes a thread of it in a forum, with the tags of the same name', async () => {
    const { discord, guild, manager } = await announcingStage(shipped);
    const forum = discord.channel(guild, 'posts', { kind: 'forum', tags: ['ai'], requiresTag: true });
    await manager.at(discord.thread(forum, 'talk')).types('/announce now', { post: key });
    const [thread] = manager.at(forum).threads();
    expect(thread?.name).toBe(post.title.slice(0, 100));
    expect(thread?.appliedTags).toEqual([forum.tags[0]?.id]);
  });

  it('says what Discord refused', async () => {
    const { discord, guild, manager } = await announcingStage(shipped);
    const forum = discord.channel(guild, 'posts', { kind: 'forum', tags: ['Talk'], requiresTag: true });
    const seen = await manager.at(discord.thread(forum, 'talk')).types('/announce now', { post: key });
    expect(seen.text).toContain('Not sent: Discord refused the message');
  });
});

describe('/announce test', () => {
  it('sends what an announcement looks like, and notifies nobody', async () => {
    const { discord, guild, manager, reader, news } = await announcingStage(shipped, { server: chinese });
    const readers = discord.role(guild, { name: '读者', mentionable: true });
    await manager.types('/announce here', { role: readers.id });
    const seen = await manager.types('/announce test');
    expect(seen.text).toContain('The test is there, and has notified nobody: https://');
    expect(reader.sees()[0]?.content).toMatch(/^\*这是试发：以后的通知就是这个样子。\*\n/);
    expect(discord.pings(news)).toEqual([]);
  });

  it('says what is missing', async () => {
    const { discord, guild, manager } = await announcingStage(shipped);
    const shut = discord.channel(guild, 'shut', { denyBot: ['SendMessages'] });
    expect((await manager.at(shut).types('/announce test')).text).toContain(
      'Here I still lack: Send Messages',
    );
  });
});

describe('/announce stop', () => {
  it('ends the subscription, also from a thread of the forum, and says that it is deleted', async () => {
    const { discord, guild, manager, set } = await announcingStage(shipped);
    const forum = discord.channel(guild, 'posts', { kind: 'forum' });
    const there = manager.at(discord.thread(forum, 'talk'));
    await there.types('/announce here');
    expect((await there.types('/announce stop')).text).toContain(
      `New posts no longer appear in <#${forum.id}>. What was kept about that is deleted.`,
    );
    expect(await set()).toEqual([]);
    expect((await there.types('/announce stop')).text).toContain('Nothing is announced in this channel.');
  });

  it('leaves the channel subscribed where it is used in one of its threads', async () => {
    const { discord, manager, news, set } = await announcingStage(shipped);
    await manager.types('/announce here');
    await manager.at(discord.thread(news, 'talk')).types('/announce stop');
    expect(await set()).toHaveLength(1);
  });
});

describe('/announce why', () => {
  it('tells step by step why a post waits, and offers to send it', async () => {
    const { manager, passes } = await announcingStage(shippedOnSite, { known: blogFrom({}), answers: false });
    await manager.types('/announce here');
    await passes(15);
    const seen = await manager.types('/announce why', { post: key });
    expect(seen.text.split('\n')).toEqual([
      '### “从压缩到推理”, in this channel',
      expect.stringMatching(/^1\. Quoth first saw it <t:\d+:f>\.$/),
      '2. Readers may see it.',
      expect.stringMatching(/^3\. It waits until its address answers, at most until <t:\d+:t>\.$/),
    ]);
    const sent = await manager.presses(seen, 'Send now');
    expect(sent.text).toContain('Announced: https://');
    const after = await manager.types('/announce why', { post: key });
    expect(after.text).toMatch(/It was announced <t:\d+:f>: https:\/\/discord\.com\/\S+\.$/);
    expect(after.buttons).toEqual([]);
  });

  it('says that a post was there from the first, and that the channel takes other tags', async () => {
    const { manager } = await announcingStage(shipped);
    await manager.types('/announce here', { tag: 'AI' });
    const { text } = await manager.types('/announce why', { post: key });
    expect(text).toContain('It was there when Quoth first started, and is not announced by itself.');
    expect(text).toContain('It has the tag #AI, which this channel asks for.');
  });

  it('says that the channel is told of nothing, in the reader’s language', async () => {
    const { discord, news } = await announcingStage(shipped, { server: chinese });
    const mei = discord.reader({ locale: 'zh-TW', in: news, may: ['ManageGuild'] });
    const seen = await mei.types('/announce why', { post: key });
    expect(seen.text).toContain('這個頻道不接收新文章。用 `/announce here` 設定。');
  });
});
