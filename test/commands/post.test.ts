import { describe, expect, it } from 'vitest';
import { blogFrom } from '../blog/fixture.ts';
import { readers, shipped, shippedOnSite, stage } from './stage.ts';

const dated = (title: string, date: string, more = '') =>
  `---\ntitle: ${title}\ndate: ${date}\n${more}---\nText of ${title}.`;

describe('/post latest', () => {
  it('shows the newest post’s card to everyone', async () => {
    const { discord } = stage(shipped);
    const { ming, ann } = readers(discord);
    const seen = await ming.types('/post latest');
    expect(seen.private).toBe(false);
    expect(seen.text).toBe(
      [
        '-# 最新文章 · 2025年6月12日 · 约8分钟',
        '### 从压缩到推理：张祥雨对大模型智能以及未来发展的六个认知',
        '上一期周报中推荐的“对阶跃星辰首席科学家张祥雨的访谈”，本文从中提取出六句话作为探讨主线。',
        '-# #AI #与曦 #分享',
      ].join('\n'),
    );
    expect(seen.buttons).toEqual(['阅读全文', '6 条洞见', '🗑']);
    expect((await ann.presses(seen, '6 条洞见')).text).toContain('6 insights · in Chinese');
    expect((await ming.presses(seen, '阅读全文')).text).toContain('核心洞见：');
  });

  it('leads to the site and shows the picture where the address is known', async () => {
    const { discord } = stage(shippedOnSite);
    const seen = await readers(discord).ming.types('/post latest');
    expect(seen.text).toContain(
      '(<https://blog.example/posts/20250612231400-from-compression-to-reasoning>)',
    );
    expect(seen.buttons).toContain('原文');
    expect(JSON.stringify(seen.message.components)).toContain(
      'https://blog.example/uploads/chatgpt-image-2025%E5%B9%B46%E6%9C%8812%E6%97%A5-23_18_07.png',
    );
  });

  it('takes a tag, in any case and width, and says which tags there are where there is none such', async () => {
    const { discord } = stage(
      blogFrom({
        'a.md': dated('With tag', '2025-01-01', 'tags: [AI]\n'),
        'b.md': dated('Newer', '2025-02-01', 'tags: [Cooking]\n'),
      }),
    );
    const { bob } = readers(discord);
    expect((await bob.types('/post latest', { tag: 'ａｉ' })).text).toContain('### With tag');
    const none = await bob.types('/post latest', { tag: 'qqqq' });
    expect(none).toMatchObject({ private: true });
    expect(none.text).toMatch(/No post has the tag “qqqq”\. There are: (AI, Cooking|Cooking, AI)\./);
    expect((await bob.completes('/post latest', 'tag', 'co')).map(({ value }) => value)).toEqual(['Cooking']);
  });
});

describe('/post show', () => {
  const blog = blogFrom({
    'a.md': dated('Notes on sourdough bread', '2025-01-01'),
    'b.md': dated('Notes on rye bread', '2025-02-01'),
  });

  it('finds a post by its title, slug and what completion showed', async () => {
    const { discord } = stage(blog);
    const { bob } = readers(discord);
    const [choice] = await bob.completes('/post show', 'post', 'sour');
    for (const post of ['notes on SOURDOUGH bread', 'a', String(choice?.value), String(choice?.name)]) {
      discord.clock.passes(60_000);
      const seen = await bob.types('/post show', { post });
      expect(seen, post).toMatchObject({ private: false });
      expect(seen.text, post).toContain('### Notes on sourdough bread');
    }
  });

  it('finds a post by its slug without the date, and by a part of a title that no other has', async () => {
    const { discord } = stage(shipped);
    const { ming } = readers(discord);
    for (const post of ['from-compression-to-reasoning', '张祥雨']) {
      expect(await ming.types('/post show', { post }), post).toMatchObject({ private: false });
    }
  });

  it('says so, privately, where it had to guess, and the right card can still be posted', async () => {
    const { discord } = stage(blog);
    const { bob, ming } = readers(discord);
    const seen = await bob.types('/post show sourdogh');
    expect(seen.private).toBe(true);
    expect(seen.text).toContain('No post is called “sourdogh”. This is the closest.\n');
    const posted = await bob.presses(seen, 'Post to channel');
    expect(posted).toMatchObject({ private: false, change: 'new' });
    expect(posted.text).not.toContain('closest');
    expect(posted.text).toContain('-# posted by Bob');
    expect((await ming.types('/post show sourdogh')).text).toContain(
      '没有叫“sourdogh”的文章，这是最接近的一篇。',
    );
  });

  it('lists all posts where nothing is near', async () => {
    const { discord } = stage(blog);
    const seen = await readers(discord).bob.types('/post show 完全无关的东西');
    expect(seen.private).toBe(true);
    expect(seen.text).toContain('No post is called “完全无关的东西”, nor anything like it.');
    expect(seen.text).toContain('### February 2025');
  });
});

describe('/post random', () => {
  it('shows a post by chance', async () => {
    const texts = { 'a.md': dated('First', '2025-01-01'), 'b.md': dated('Second', '2025-01-02') };
    for (const [chance, title] of [
      [0, 'Second'],
      [0.99, 'First'],
    ] as const) {
      const { discord } = stage(blogFrom(texts), { random: () => chance });
      const seen = await readers(discord).bob.types('/post random');
      expect(seen).toMatchObject({ private: false });
      expect(seen.text).toContain(`### ${title}`);
    }
  });
});

describe('/post insights', () => {
  it('lists all of a post’s insights with their quotes', async () => {
    const { discord } = stage(shipped);
    const { ming } = readers(discord);
    const seen = await ming.types('/post insights');
    expect(seen.private).toBe(true);
    expect(seen.text).toContain('-# 6 条洞见');
    for (const label of ['关于视觉智能的瓶颈', '关于Long Context的警示', '关于自主学习的未来']) {
      expect(seen.text).toContain(`**${label}**`);
    }
    expect((await ming.chooses(seen, '5 · 关于Long Context的警示')).text).toContain('> “光是这个角度');
  });

  it('says so where the post lists none', async () => {
    const { discord } = stage(blogFrom({ 'a.md': dated('Plain', '2025-01-01') }));
    const seen = await readers(discord).bob.types('/post insights', { post: 'Plain' });
    expect(seen).toMatchObject({ private: true });
    expect(seen.text).toBe('“Plain” lists no insights.');
  });
});

describe('/post list', () => {
  const months = Array.from({ length: 30 }, (_, at) => {
    const year = 2023 + Math.floor(at / 12);
    const month = String((at % 12) + 1).padStart(2, '0');
    return [
      `p${at}.md`,
      dated(`Post ${at}`, `${year}-${month}-0${(at % 9) + 1}`, `tags: [t${at % 3}]\n`),
    ] as const;
  });

  it('shows the archive by month, newest first, and turns its pages', async () => {
    const { discord } = stage(blogFrom(Object.fromEntries(months)));
    const { bob, ming } = readers(discord);
    const seen = await bob.types('/post list');
    expect(seen.private).toBe(true);
    expect(seen.text.split('\n').slice(0, 3)).toEqual([
      '-# All posts · 30 · page 1 of 3',
      '### June 2025',
      '`03` Post 29',
    ]);
    expect(seen.buttons).toEqual(['Older', 'Post to channel']);
    const older = await bob.presses(seen, 'Older');
    expect(older).toMatchObject({ change: 'edited' });
    expect(older.buttons).toEqual(['Newer', 'Older', 'Post to channel']);
    expect((await bob.chooses(older, 'Post 15')).text).toContain('### Post 15');
    expect((await ming.types('/post list')).text).toContain(
      '-# 全部文章 · 30 篇 · 第 1/3 页\n### 2025 年 6 月',
    );
  });

  it('takes a year and a tag', async () => {
    const { discord } = stage(blogFrom(Object.fromEntries(months)));
    const { ming } = readers(discord);
    const chosen = await ming.chooses(await ming.types('/post list'), '2023（12 篇）');
    expect(chosen.text).toContain('2023 年的文章 · 12 篇');
    for (const year of ['2023', '２０２３', '2023年', '二〇二三年']) {
      expect((await ming.types('/post list', { year, tag: 't1' })).text).toContain(
        '2023 年的文章 · #t1 · 4 篇',
      );
    }
    expect((await ming.types('/post list', { year: '1999' })).text).toContain('“1999”没有文章');
    expect((await ming.completes('/post list', 'year', '')).map(({ value }) => value)).toEqual([
      '2025',
      '2024',
      '2023',
    ]);
  });

  it('opens on the newest year where there are many posts', async () => {
    const many = Array.from({ length: 150 }, (_, at) => [
      `p${at}.md`,
      dated(`P${at}`, `${2020 + (at % 5)}-01-01`),
    ]);
    const { discord } = stage(blogFrom(Object.fromEntries(many)));
    expect((await readers(discord).bob.types('/post list')).text).toContain('Posts of 2024 · 30');
  });
});

describe('odd posts and blogs', () => {
  it('says one sentence on an empty blog, and to who manages the server where to look', async () => {
    const { discord } = stage(blogFrom({}));
    const { bob } = readers(discord);
    for (const line of [
      '/post latest',
      '/post list',
      '/insight 5',
      '/search x',
      '/post insights',
      '/post show x',
    ]) {
      expect(await bob.types(line), line).toMatchObject({ private: true, text: 'There are no posts yet.' });
    }
    const manager = discord.reader({ may: ['ManageGuild'] });
    expect((await manager.types('/post latest')).text).toContain('CONTENT holds no posts.');
  });

  it('shows what a post without date, tags, excerpt, picture or body has', async () => {
    const { discord } = stage(blogFrom({ 'a.md': '---\ntitle: Bare\n---\n' }));
    const seen = await readers(discord).bob.types('/post latest');
    expect(seen.text).toBe('-# Newest · Title only\n### Bare');
    expect(seen.buttons).toEqual(['🗑']);
  });

  it('shows a title with marks as it is, and pings nobody', async () => {
    const { discord } = stage(
      blogFrom({ 'a.md': '---\ntitle: "*Stars* [b] @everyone <@123456789012345678>"\n---\nHello @here.' }),
    );
    const seen = await readers(discord).bob.types('/post latest');
    expect(seen.text).toContain('\\*Stars\\* \\[b\\] @\u200beveryone');
    expect(seen.message.mention_everyone).toBe(false);
  });

  it('leads to the contents where there are no insights', async () => {
    const { discord } = stage(blogFrom({ 'a.md': '# T\n\nWords.\n\n## One\n\na\n\n## Two\n\nb' }));
    const { bob } = readers(discord);
    const contents = await bob.presses(await bob.types('/post latest'), 'Contents');
    expect(contents.text).toContain('Introduction\nOne\nTwo');
    expect((await bob.presses(contents, 'Read from the start')).text).toContain('Words.');
  });
});

describe('/help', () => {
  it('names the blog, how many posts there are and what is newest', async () => {
    const { discord } = stage(shipped);
    const { ming } = readers(discord);
    const seen = await ming.types('/help');
    expect(seen.private).toBe(true);
    expect(seen.text.split('\n')[0]).toBe('**这个博客** · 1 篇文章 · 最新：从压缩到推理（2025-06-12）');
    expect(seen.text).toContain('`/search long context` 搜索');
    expect((await ming.presses(seen, '最新文章')).text).toContain('约8分钟');
  });
});
