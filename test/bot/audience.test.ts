import { describe, expect, it } from 'vitest';
import { readers, shipped, stage } from '../commands/stage.ts';

describe('who sees an answer', () => {
  it('is said by the asker, else by the command', async () => {
    const { discord } = stage(shipped);
    const { bob } = readers(discord);
    expect((await bob.types('/post latest', { private: true })).private).toBe(true);
    expect((await bob.types('/search CoT', { private: false })).private).toBe(false);
    expect((await bob.types('/search CoT')).private).toBe(true);
  });

  it('is the asker alone where VISIBILITY is private and nothing else was asked', async () => {
    const { discord } = stage(shipped, { visibility: 'private' });
    const { bob } = readers(discord);
    const seen = await bob.types('/post latest');
    expect(seen.private).toBe(true);
    expect(seen.buttons).toContain('Post to channel');
    expect((await bob.types('/post latest', { private: false })).private).toBe(false);
  });

  it.each([
    ['the asker may not write', { deny: ['SendMessages'], allowBot: ['SendMessages'] }],
    ['Quoth may not write', { denyBot: ['SendMessages'] }],
  ] as const)('is the asker alone where %s, with no way to post it', async (_, options) => {
    const { discord } = stage(shipped);
    const { bob } = readers(discord);
    const quiet = discord.channel(discord.guild(), 'quiet', options);
    const there = bob.at(quiet);
    const seen = await there.types('/post latest');
    expect(seen.private).toBe(true);
    expect(seen.text).toContain('This channel is not open for posting, so this is for you alone.');
    expect(seen.buttons).not.toContain('Post to channel');
    expect((await there.types('/search CoT')).buttons).not.toContain('Post to channel');
  });

  it('follows the permissions of threads in a thread', async () => {
    const { discord } = stage(shipped);
    const { bob } = readers(discord);
    const guild = discord.guild();
    const open = discord.thread(discord.channel(guild, 'a', { deny: ['SendMessages'] }), 'talk');
    const closed = discord.thread(discord.channel(guild, 'b', { deny: ['SendMessagesInThreads'] }), 'talk');
    expect((await bob.at(open).types('/post latest')).private).toBe(false);
    expect((await bob.at(closed).types('/post latest')).private).toBe(true);
  });

  it('is the asker alone where only they installed Quoth', async () => {
    const { discord } = stage(shipped);
    const elsewhere = discord.channel(discord.guild({ installed: false }), 'elsewhere');
    const seen = await readers(discord).bob.at(elsewhere).types('/post latest');
    expect(seen.private).toBe(true);
    expect(seen.buttons).not.toContain('Post to channel');
  });

  it('is the asker alone from their fourth public answer within a minute on', async () => {
    const { discord } = stage(shipped);
    const { bob, ann } = readers(discord);
    for (let count = 0; count < 3; count++) expect((await bob.types('/insight 5')).private).toBe(false);
    const fourth = await bob.types('/insight 5');
    expect(fourth.private).toBe(true);
    expect(fourth.text).toContain('You have posted a few here just now; this one is for you alone.');
    expect((await ann.types('/insight 5')).private).toBe(false);
    discord.clock.passes(60_000);
    expect((await bob.types('/insight 5')).private).toBe(false);
  });

  it('is never marked private in direct messages, where pages turn in place', async () => {
    const { discord } = stage(shipped);
    const alone = readers(discord).ming.alone();
    const seen = await alone.types('/post section', { post: '从压缩到推理', section: '5' });
    expect((seen.message.flags ?? 0) & 64).toBe(0);
    expect(seen.buttons).toEqual(['上一节', '下一节']);
    const next = await alone.presses(seen, '下一节');
    expect(next.change).toBe('edited');
    const copy = await alone.presses(await alone.types('/insight 5'), '复制引文');
    expect(copy.change).toBe('new');
  });
});

describe('the language of an answer', () => {
  it('is the server’s where others see it and Discord knows it, the reader’s where they do not', async () => {
    const { discord } = stage(shipped);
    const { ann, ming } = readers(discord);
    expect((await ann.types('/post latest')).text).toContain('最新文章');
    expect((await ann.types('/post latest', { private: true })).text).toContain('Newest');
    const plain = discord.channel(discord.guild({ locale: 'zh-TW' }), 'plain');
    expect((await ann.at(plain).types('/post latest')).text).toContain('約8分鐘');
    const english = discord.channel(discord.guild({ locale: 'en-US', community: true }), 'english');
    expect((await ming.at(english).types('/post latest')).text).toContain('8 min');
  });

  it('is the blog’s, or DEFAULT_LOCALE, where Discord names none', async () => {
    const bare = stage(shipped);
    expect((await readers(bare.discord).bob.types('/post latest')).text).toContain('最新文章');
    const set = stage(shipped, { defaultLocale: 'en' });
    expect((await readers(set.discord).bob.types('/post latest')).text).toContain('Newest');
  });
});

describe('a public answer', () => {
  it('stands still: whoever presses gets a private copy', async () => {
    const { discord } = stage(shipped);
    const { ming, ann } = readers(discord);
    const seen = await ming.types('/insight 5');
    for (const reader of [ming, ann]) {
      const copy = await reader.presses(seen, '第 6 条 ›');
      expect(copy).toMatchObject({ change: 'new', private: true });
    }
    expect(discord.reader({ in: ming.channel }).sees()).toHaveLength(1);
  });

  it('can be taken away by who asked and by who manages messages, and by nobody else', async () => {
    const { discord } = stage(shipped);
    const { ming, ann } = readers(discord);
    const moderator = discord.reader({ name: 'Mod', in: ming.channel, may: ['ManageMessages'] });
    const first = await ming.types('/post latest');
    const refused = await ann.presses(first, '🗑');
    expect(refused).toMatchObject({
      private: true,
      text: 'Only the person who asked, or a moderator, can remove this.',
    });
    expect((await ming.presses(first, '🗑')).change).toBe('deleted');
    const second = await ming.types('/post latest');
    expect((await moderator.presses(second, '🗑')).change).toBe('deleted');
    expect(ming.sees()).toHaveLength(0);
  });

  it('posted from a private one names who posted it, and that person may take it away', async () => {
    const { discord } = stage(shipped);
    const { ming, ann } = readers(discord);
    const hits = await ming.types('/search long context');
    const posted = await ming.presses(hits, '发到频道');
    expect(posted).toMatchObject({ private: false, change: 'new' });
    expect(posted.text).toContain('-# 由 Ming 发到频道');
    expect((await ann.presses(posted, '🗑')).private).toBe(true);
    expect((await ming.presses(posted, '🗑')).change).toBe('deleted');
  });

  it('shows a poster’s name as plain text', async () => {
    const { discord } = stage(shipped);
    const sly = discord.reader({ name: '[x](https://evil.example) @everyone', locale: 'en-US' });
    const posted = await sly.presses(await sly.types('/search CoT'), 'Post to channel');
    expect(posted.text).toContain('由 \\[x\\]\\(');
    expect(posted.text).not.toContain('@everyone');
  });
});
