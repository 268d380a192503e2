import { describe, expect, it } from 'vitest';
import { blogFrom } from '../../blog/fixture.ts';
import { shipped, shippedOnSite } from '../stage.ts';
import { announcingStage, chinese } from './open.ts';

describe('/announce here', () => {
  it('subscribes the channel, in the language of its server, and says so', async () => {
    const { manager, news, set, guild } = await announcingStage(shipped, { server: chinese });
    const seen = await manager.types('/announce here');
    expect(seen.private).toBe(true);
    expect(seen.text).toContain(
      'New posts will appear here, 10 minutes after they are published, so that typos can be mended.',
    );
    expect(await set()).toEqual([
      {
        channel: news.id,
        guild: guild.id,
        kind: 'text',
        thread: false,
        locale: 'zh-CN',
        madeBy: manager.id,
        madeAt: expect.any(Number),
      },
    ]);
  });

  it('speaks Chinese to whoever does', async () => {
    const { discord, news } = await announcingStage(shipped, { server: chinese });
    const ming = discord.reader({ locale: 'zh-CN', in: news, may: ['ManageGuild'] });
    const seen = await ming.types('/announce here');
    expect(seen.text).toContain('新文章会发到这里。发布后等 10 分钟再发，方便你改错字。');
    expect(seen.text).not.toContain('我在这里还缺');
  });

  it('shows what the next announcement will look like, with buttons that are not to be pressed', async () => {
    const { discord, guild, manager } = await announcingStage(shippedOnSite, {
      server: { bot: ['ManageRoles'] },
    });
    const readers = discord.role(guild, { name: 'Readers', mentionable: true });
    const seen = await manager.types('/announce here', { role: readers.id });
    expect(seen.text).toContain(`<@&${readers.id}> 新文章：从压缩到推理`);
    expect(seen.text).toContain('从中提取出六句话');
    expect(seen.text).toContain('-# AI · 与曦 · 分享');
    expect(seen.buttons).toEqual([
      '阅读全文',
      '6 条洞见',
      '原文',
      '新文章通知我',
      'Send newest now',
      'All channels',
    ]);
    await expect(manager.presses(seen, '新文章通知我')).rejects.toThrow('disabled');
    expect(discord.pings(manager.channel)).toEqual([]);
  });

  it('sends the newest post at once where that is asked, and only once', async () => {
    const { discord, guild, manager, reader, news } = await announcingStage(shipped, {
      server: { bot: ['ManageRoles'] },
    });
    const readers = discord.role(guild, { name: 'Readers', mentionable: true });
    const seen = await manager.types('/announce here', { role: readers.id });
    const sent = await manager.presses(seen, 'Send newest now');
    const [posted] = reader.sees();
    expect(posted?.content).toContain('新文章：从压缩到推理');
    expect(sent.text).toContain(`https://discord.com/channels/${guild.id}/${news.id}/${posted?.id}`);
    expect(discord.pings(news)).toEqual([{ everyone: false, roles: [readers.id], users: [] }]);
    const again = await manager.types('/announce here', { role: readers.id });
    expect((await manager.presses(again, 'Send newest now')).text).toContain('Already announced: https://');
    expect(reader.sees()).toHaveLength(1);
  });

  it('takes only posts with a tag where one is named', async () => {
    const { manager, news, set } = await announcingStage(shipped);
    const seen = await manager.types('/announce here', { tag: 'ai' });
    expect(seen.text).toContain('Only posts with the tag #AI.');
    expect(await set()).toMatchObject([{ channel: news.id, tag: 'ai' }]);
  });

  it('sets nothing for a tag that no post has, and names the nearest', async () => {
    const { manager, set } = await announcingStage(shipped);
    const seen = await manager.types('/announce here', { tag: '分享者' });
    expect(seen.text).toContain('Nothing was set: no post has the tag “分享者”.');
    expect(seen.text).toContain('分享');
    expect(await set()).toEqual([]);
  });

  it('completes tags of the blog', async () => {
    const { manager } = await announcingStage(shipped);
    const choices = await manager.completes('/announce here', 'tag', 'a');
    expect(choices).toEqual([{ name: 'AI', value: 'AI' }]);
  });

  it('never mentions everyone', async () => {
    const { guild, manager, set } = await announcingStage(shipped);
    const seen = await manager.types('/announce here', { role: guild.id });
    expect(seen.text).toContain('Nothing was set: @everyone is never mentioned.');
    expect(await set()).toEqual([]);
  });

  it.each([
    ['SendMessages', 'Here I still lack: Send Messages. Channel settings → Permissions → Quoth.'],
    ['EmbedLinks', 'Here I still lack: Embed Links. Channel settings → Permissions → Quoth.'],
  ] as const)('subscribes without %s, and says what to give', async (lacking, said) => {
    const { discord, guild, manager, set } = await announcingStage(shipped);
    const shut = discord.channel(guild, 'shut', { denyBot: [lacking] });
    const seen = await manager.at(shut).types('/announce here');
    expect(seen.text).toContain(said);
    expect(seen.text).toContain('no need to use this command again');
    expect(await set()).toMatchObject([{ channel: shut.id }]);
    const sent = await manager.at(shut).presses(seen, 'Send newest now');
    expect(sent.text).toContain(said);
    discord.permits(shut, {});
    const later = await manager.at(shut).types('/announce here');
    expect((await manager.at(shut).presses(later, 'Send newest now')).text).toContain('Announced: https://');
  });

  it('sends without Read Message History, and says what that is for', async () => {
    const { discord, guild, manager } = await announcingStage(shipped);
    const shut = discord.channel(guild, 'shut', { denyBot: ['ReadMessageHistory'] });
    const seen = await manager.at(shut).types('/announce here');
    expect(seen.text).toContain('Here I still lack: Read Message History.');
    expect(seen.text).toContain('Without Read Message History I cannot look');
    expect(seen.text).not.toContain('Until then');
    expect((await manager.at(shut).presses(seen, 'Send newest now')).text).toContain('Announced: https://');
  });

  it('names permissions as a Chinese client does', async () => {
    const { discord, guild } = await announcingStage(shipped, { server: chinese });
    const shut = discord.channel(guild, 'shut', { denyBot: ['SendMessages', 'EmbedLinks'] });
    const ming = discord.reader({ locale: 'zh-CN', in: shut, may: ['ManageGuild'] });
    const seen = await ming.types('/announce here');
    expect(seen.text).toContain('我在这里还缺：发送消息、嵌入链接。频道设置 → 权限 → Quoth。');
  });

  it('sets nothing in a channel that it does not see, and says so', async () => {
    const { discord, guild, manager, set } = await announcingStage(shipped);
    const unseen = discord.channel(guild, 'unseen', { denyBot: ['ViewChannel'] });
    const seen = await manager.at(unseen).types('/announce here');
    expect(seen.text).toContain('Here I still lack: View Channel.');
    expect(await set()).toEqual([]);
  });

  it('says where a role cannot be mentioned, or not be given to readers', async () => {
    const { discord, guild, manager, news, set } = await announcingStage(shipped, {
      server: { bot: ['ManageRoles'] },
    });
    const high = discord.role(guild, { name: 'High', position: 20 });
    const seen = await manager.types('/announce here', { role: high.id });
    expect(seen.text).toContain(`<@&${high.id}> will be shown, yet nobody notified`);
    expect(seen.text).toContain(`I do not give <@&${high.id}> to readers`);
    expect(seen.buttons).not.toContain('Notify me');
    expect(await set()).toMatchObject([{ channel: news.id, role: high.id }]);
  });

  it('subscribes the forum where it is used in one of its threads, and says so', async () => {
    const { discord, guild, manager, set } = await announcingStage(shipped);
    const forum = discord.channel(guild, 'posts', { kind: 'forum' });
    const seen = await manager.at(discord.thread(forum, 'talk')).types('/announce here', { thread: true });
    expect(seen.text).toContain(`New posts will appear in <#${forum.id}>`);
    expect(seen.text).toContain('Each becomes a thread of its own');
    expect(await set()).toMatchObject([{ channel: forum.id, kind: 'forum', thread: false }]);
  });

  it('subscribes a thread of any other channel by itself, and opens no threads in it', async () => {
    const { discord, manager, news, set } = await announcingStage(shipped);
    const thread = discord.thread(news, 'blog');
    const seen = await manager.at(thread).types('/announce here', { thread: true });
    expect(seen.text).toContain('In a thread no other can be opened');
    expect(await set()).toMatchObject([{ channel: thread.id, kind: 'thread', thread: false }]);
  });

  it('opens a thread for talk where that is asked', async () => {
    const { manager, news, set } = await announcingStage(shipped);
    const seen = await manager.types('/announce here', { thread: true });
    expect(seen.text).toContain('A thread for talk is opened on each.');
    expect(await set()).toMatchObject([{ channel: news.id, thread: true }]);
  });

  it('says which tags a forum must have that demands one', async () => {
    const { discord, guild, manager } = await announcingStage(shipped);
    const inForum = async (tags: readonly string[], filled = {}) => {
      const forum = discord.channel(guild, 'posts', { kind: 'forum', tags, requiresTag: true });
      return (await manager.at(discord.thread(forum, 'talk')).types('/announce here', filled)).text;
    };
    expect(await inForum(['ai', 'Talk'])).toContain('the forum has as well: #ai. A post with none of them');
    expect(await inForum(['Talk'])).toContain('(it has: #Talk). Give it one of the same name, such as #AI');
    expect(await inForum(['ai', 'Talk'], { tag: 'AI' })).not.toContain('This forum takes no thread');
  });

  it('sets nothing in a channel of another kind', async () => {
    const { discord, guild, manager, set } = await announcingStage(shipped);
    const voice = discord.channel(guild, 'voice', { kind: 'voice' });
    const seen = await manager.at(voice).types('/announce here');
    expect(seen.text).toContain('Nothing can be announced in a channel of this kind.');
    expect(await set()).toEqual([]);
  });

  it('subscribes where the blog holds no post yet', async () => {
    const { manager, set } = await announcingStage(blogFrom({}));
    const seen = await manager.types('/announce here');
    expect(seen.buttons).toEqual(['All channels']);
    expect(await set()).toHaveLength(1);
  });
});

describe('who may use /announce', () => {
  it('is whoever may manage the server, in servers', async () => {
    const { manager, reader } = await announcingStage(shipped);
    await expect(reader.types('/announce list')).rejects.toThrow('offers no /announce');
    await expect(manager.alone().types('/announce list')).rejects.toThrow('offers no /announce');
    expect((await manager.types('/announce list')).private).toBe(true);
  });

  it('is nobody where nothing can be announced, which is said', async () => {
    const { manager } = await announcingStage(shipped, { instead: () => undefined });
    expect((await manager.types('/announce here')).text).toContain('Nothing can be announced here.');
  });
});
