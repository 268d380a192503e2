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
    const { discord, guild, manager, reader, news } = announcingStage(shipped, {
      ...chinese,
      bot: ['ManageRoles'],
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
    const { discord, guild, manager, reader } = announcingStage(shipped, { bot: ['ManageRoles'] });
    const role = discord.role(guild, { name: 'Readers', position: 20 });
    await manager.types('/announce here', { role: role.id });
    const own = await reader.types('/help', { private: true });
    const seen = await reader.forges(own, `1|notify|${role.id}`);
    expect(seen.text).toContain('it stands above mine, or I lack Manage Roles. Please tell an admin.');
  });

  it('gives no role that no announcement mentions, whatever a custom_id names', async () => {
    const { discord, guild, reader } = announcingStage(shipped, { bot: ['ManageRoles'] });
    const role = discord.role(guild, { name: 'Treasurers' });
    const own = await reader.types('/help', { private: true });
    await reader.forges(own, `1|notify|${role.id}`);
    expect(reader.roles()).toEqual([]);
  });

  it('is pressed once, and done once, while posts are still being read', async () => {
    const { discord, guild, manager, reader, serve } = announcingStage(shipped, { bot: ['ManageRoles'] });
    const role = discord.role(guild, { name: 'Readers' });
    await manager.types('/announce here', { role: role.id });
    const own = await reader.types('/help', { private: true });
    serve(shipped, { read: 0, total: 2, more: Promise.resolve() });
    await reader.forges(own, `1|notify|${role.id}`);
    expect(reader.roles()).toEqual(['Readers']);
  });
});

describe('in a thread that Quoth opened for a post', () => {
  const thread = () => {
    const staged = announcingStage(blog);
    const talk = staged.discord.thread(staged.news, 'Old bread');
    staged.threads.set(talk.id, keyOf('Old bread'));
    return { ...staged, talk, there: staged.reader.at(talk) };
  };

  it('/insight 2 means that post, and the newest one elsewhere', async () => {
    const { there, reader } = thread();
    expect((await there.types('/insight 2')).text).toContain('Rye two');
    expect((await reader.types('/insight 2')).text).toContain('Spelt two');
    expect((await there.types('/insight', { number: '2', post: 'New bread' })).text).toContain('Spelt two');
  });

  it('/post insights and completion mean that post', async () => {
    const { there } = thread();
    expect((await there.types('/post insights')).text).toContain('### Old bread');
    const choices = await there.completes('/insight', 'number', '');
    expect(choices.map(({ name }) => name)).toEqual(['1 · Rye one — Old bread', '2 · Rye two — Old bread']);
  });

  it('says that the post lists no insights, rather than quote another', async () => {
    const { there, threads, talk } = thread();
    threads.set(talk.id, keyOf('No bread'));
    expect((await there.types('/insight 1')).text).toContain('“No bread” lists no insights.');
  });
});

describe('a card of a post that its author withdrew', () => {
  it('answers that, and says nothing of the post', async () => {
    const { reader, withdrawn, serve } = announcingStage(blog);
    const card = await reader.types('/post show', { post: 'Old bread' });
    const rest = blogFrom({ 'new.md': '---\ntitle: Old bread again\ndate: 2025-06-01\n---\n\nText.' });
    serve(rest);
    withdrawn.add(keyOf('Old bread'));
    const seen = await reader.presses(card, 'Read here');
    expect(seen.text).toBe('The author withdrew this post.');
    expect(seen.private).toBe(true);
    const old = await reader.forges(card, `0|open|${keyOf('Old bread')}`);
    expect(old.text).toContain('The author withdrew this post.');
    expect(old.text).not.toContain('bread');
  });

  it('shows it again where it is back', async () => {
    const { reader, withdrawn } = announcingStage(blog);
    const card = await reader.types('/post show', { post: 'Old bread' });
    withdrawn.add(keyOf('Old bread'));
    expect((await reader.presses(card, 'Read here')).text).toContain('Old bread');
  });
});

describe('/help', () => {
  const line = 'Admins: `/announce here` tells a channel of new posts';

  it('tells those who may manage the server of /announce, in their own copy alone', async () => {
    const { manager, reader } = announcingStage(shipped);
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
