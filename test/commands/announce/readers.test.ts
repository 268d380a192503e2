import { describe, expect, it } from 'vitest';
import { blogFrom } from '../../blog/fixture.ts';
import { readers, shipped, stage } from '../stage.ts';
import { announcingStage, chinese } from './open.ts';

const insights = (name: string) => `insights: ["${name} one", "${name} two"]`;
const blog = blogFrom({
  'old.md': `---\ntitle: Old bread\ndate: 2025-01-01\n${insights('Rye')}\n---\n\n## Rye\n\nText.`,
  'new.md': `---\ntitle: New bread\ndate: 2025-06-01\n${insights('Spelt')}\n---\n\n## Spelt\n\nText.`,
  'bare.md': '---\ntitle: No bread\ndate: 2025-03-01\n---\n\nText.',
});
const keyOf = (title: string) => blog.posts.find(post => post.title === title)?.key ?? '';

describe('Notify me', () => {
  it('gives the role and takes it back, privately, in the reader’s language', async () => {
    const { discord, guild, manager, reader, news } = await announcingStage(shipped, {
      server: { ...chinese, bot: ['ManageRoles'] },
    });
    const role = discord.role(guild, { name: '读者', mentionable: true });
    await manager.types('/announce here', { role: role.id });
    await manager.types('/announce now', { post: shipped.posts[0]?.key ?? '' });
    const [posted] = reader.sees();
    if (posted === undefined) throw new Error('nothing was announced');
    const given = await reader.presses(posted, '新文章通知我');
    expect(given.private).toBe(true);
    expect(given.text).toBe(`Done: new posts will mention you (role <@&${role.id}>). Press again to stop.`);
    expect(reader.roles()).toEqual(['读者']);
    const ming = discord.reader({ locale: 'zh-CN', in: news });
    expect((await ming.presses(posted, '新文章通知我')).text).toBe(
      `好，有新文章时会提醒你（身份组 <@&${role.id}>）。再按一次就不再提醒。`,
    );
    expect((await reader.presses(posted, '新文章通知我')).text).toContain('no longer mention you');
    expect(reader.roles()).toEqual([]);
  });

  it('says whom to tell where Quoth may not give the role any more', async () => {
    const { discord, guild, manager, reader } = await announcingStage(shipped, {
      server: { bot: ['ManageRoles'] },
    });
    const role = discord.role(guild, { name: 'Readers', position: 20 });
    await manager.types('/announce here', { role: role.id });
    const own = await reader.types('/help', { private: true });
    const seen = await reader.forges(own, `1|notify|${role.id}`);
    expect(seen.text).toContain('it stands above mine, I lack Manage Roles, or it gives power over others.');
  });

  it('gives no role that no announcement mentions, whatever a custom_id names', async () => {
    const { discord, guild, reader } = await announcingStage(shipped, { server: { bot: ['ManageRoles'] } });
    const role = discord.role(guild, { name: 'Treasurers' });
    const own = await reader.types('/help', { private: true });
    await reader.forges(own, `1|notify|${role.id}`);
    expect(reader.roles()).toEqual([]);
  });

  it('is pressed once, and done once, while posts are still being read', async () => {
    const { discord, guild, manager, reader, serve } = await announcingStage(shipped, {
      server: { bot: ['ManageRoles'] },
    });
    const role = discord.role(guild, { name: 'Readers' });
    await manager.types('/announce here', { role: role.id });
    const own = await reader.types('/help', { private: true });
    serve(shipped, { read: 0, total: 2, more: Promise.resolve() });
    await reader.forges(own, `1|notify|${role.id}`);
    expect(reader.roles()).toEqual(['Readers']);
  });
});

describe('in a thread that Quoth opened for a post', () => {
  const thread = async (title: string) => {
    const staged = await announcingStage(blog);
    const { discord, guild, manager, reader, reads } = staged;
    const forum = discord.channel(guild, 'posts', { kind: 'forum' });
    await manager.at(discord.thread(forum, 'talk')).types('/announce now', { post: title });
    await reads(blog);
    const opened = reader
      .at(forum)
      .threads()
      .find(({ name }) => name === title);
    if (opened === undefined) throw new Error('no thread was opened');
    return { ...staged, there: reader.at(opened) };
  };

  it('/insight 2 means that post, and the newest one elsewhere', async () => {
    const { there, reader } = await thread('Old bread');
    expect((await there.types('/insight 2')).text).toContain('Rye two');
    expect((await reader.types('/insight 2')).text).toContain('Spelt two');
    expect((await there.types('/insight', { number: '2', post: 'New bread' })).text).toContain('Spelt two');
  });

  it('/post insights and completion mean that post', async () => {
    const { there } = await thread('Old bread');
    expect((await there.types('/post insights')).text).toContain('### Old bread');
    const choices = await there.completes('/insight', 'number', '');
    expect(choices.map(({ name }) => name)).toEqual(['1 · Rye one — Old bread', '2 · Rye two — Old bread']);
  });

  it('says that the post lists no insights, rather than quote another', async () => {
    const { there } = await thread('No bread');
    expect((await there.types('/insight 1')).text).toContain('“No bread” lists no insights.');
  });
});

describe('a card of a post that its author withdrew', () => {
  const rest = blogFrom({ 'new.md': '---\ntitle: Old bread again\ndate: 2025-06-01\n---\n\nText.' });

  it('answers that, and says nothing of the post', async () => {
    const { manager, reader, passes, serve } = await announcingStage(blog);
    await manager.types('/announce now', { post: 'Old bread' });
    const card = await reader.types('/post show', { post: 'Old bread' });
    serve(rest);
    await passes(45, rest);
    const seen = await reader.presses(card, 'Read here');
    expect(seen.text).toBe('The author withdrew this post.');
    expect(seen.private).toBe(true);
    const old = await reader.forges(card, `0|open|${keyOf('Old bread')}`);
    expect(old.text).toContain('The author withdrew this post.');
    expect(old.text).not.toContain('bread');
    expect(reader.sees()[0]).toMatchObject({
      content: 'The author withdrew this post. / 这篇文章已由作者撤回。',
      embeds: [],
      components: [],
    });
  });

  it('shows it again where it is back', async () => {
    const { manager, reader, passes, reads, serve } = await announcingStage(blog);
    await manager.types('/announce now', { post: 'Old bread' });
    const card = await reader.types('/post show', { post: 'Old bread' });
    await passes(45, rest);
    await reads(blog);
    serve(blog);
    expect((await reader.presses(card, 'Read here')).text).toContain('Old bread');
  });
});

describe('/help', () => {
  const line = 'Admins: `/announce here` tells a channel of new posts';

  it('tells those who may manage the server of /announce, in their own copy alone', async () => {
    const { manager, reader } = await announcingStage(shipped);
    const own = await manager.types('/help');
    expect(own.text).toContain(line);
    expect((await reader.types('/help')).text).not.toContain('/announce');
    expect((await manager.types('/help', { private: false })).text).not.toContain('/announce');
    expect((await manager.presses(own, 'Post to channel')).text).not.toContain('/announce');
  });

  it('says nothing of it where nothing can be announced', async () => {
    const { discord } = stage(shipped);
    const manager = readers(discord).bob.at(discord.general);
    expect((await manager.types('/help')).text).not.toContain('/announce');
  });
});
