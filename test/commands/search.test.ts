import { describe, expect, it } from 'vitest';
import { blogFrom } from '../blog/fixture.ts';
import { readers, shipped, stage } from './stage.ts';

describe('/search long context', () => {
  it('puts insight 5 and section 5 first, the words highlighted, for the asker alone', async () => {
    const { discord } = stage(shipped);
    const { ming } = readers(discord);
    const seen = await ming.types('/search long context');
    expect(seen.private).toBe(true);
    const lines = seen.text.split('\n');
    expect(lines[0]).toMatch(/^-# “long context” · /);
    expect(lines).toContain('### 《从压缩到推理》 2025-06-12');
    expect(lines.find(line => line.startsWith('**1** '))).toBe('**1** 洞见 5 · 关于**Long Context**的警示');
    expect(lines.find(line => line.startsWith('**2** '))).toBe('**2** 小节 · 5. 关于 **Long Context**');
    expect(seen.text).toContain('> 而现有的**Long Context**技术');
    expect(seen.text).toMatch(/> .*\*\*long context\*\*的方式就是不对的/);
    expect(seen.buttons.slice(0, 2)).toEqual(['1', '2']);
    expect(seen.buttons).toContain('发到频道');
    expect((await ming.presses(seen, '2')).text).toContain('### 5\\. 关于 Long Context');
  });

  it('says it in English to an English reader', async () => {
    const { discord } = stage(shipped);
    const seen = await readers(discord).bob.types('/search long context');
    expect(seen.text).toContain('**1** Insight 5 · 关于**Long Context**的警示');
    expect(seen.text).toContain('### 从压缩到推理 2025-06-12 · in Chinese');
  });

  it.each(['思维链', '遗忘', '忘和', 'Meta CoT', 'meta cot', '強化學習', 'ＲＬ', '跳步'])(
    'finds %s',
    async query => {
      const { discord } = stage(shipped);
      const seen = await readers(discord).ming.types('/search', { query });
      expect(seen.text).toMatch(/\*\*1\*\* /);
      expect(seen.text).not.toContain('没有找到');
    },
  );
});

describe('/search that finds nothing', () => {
  it('shows what is nearest, and where to go', async () => {
    const { discord } = stage(shipped);
    const { ming, bob } = readers(discord);
    const seen = await ming.types('/search 长期记忆机制');
    expect(seen.private).toBe(true);
    expect(seen.text).toContain('没有找到“长期记忆机制”。最接近的是：');
    expect(seen.buttons).toEqual(expect.arrayContaining(['1', '全部文章']));
    expect(seen.buttons).not.toContain('发到频道');
    const english = await bob.types('/search retrieval augmented reasonning');
    expect(english.text).toMatch(/These posts are in Chinese: try a word of that language/);
    expect((await bob.presses(english, 'All posts')).text).toContain('All posts · 1');
  });

  it('says to a reader of another language which names the posts hold, also where nothing is near', async () => {
    const { discord } = stage(shipped);
    const { ming, bob } = readers(discord);
    const seen = await bob.types('/search Kubernetes');
    expect(seen.text).toMatch(/Nothing like “Kubernetes”.*\n.*in Chinese: .* a name such as .*CoT/s);
    expect((await ming.types('/search Kubernetes')).text).not.toContain('CoT');
  });

  it.each(['？！。', '***', '   . '])('says that there is no word in %j', async query => {
    const { discord } = stage(shipped);
    const seen = await readers(discord).bob.types('/search', { query });
    expect(seen.private).toBe(true);
    expect(seen.buttons).toContain('All posts');
  });
});

describe('a long result', () => {
  const texts = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [
      `p${at}.md`,
      `---\ntitle: Post ${at}\ndate: 2025-01-${String(at + 1).padStart(2, '0')}\ntags: [${at % 2 ? 'odd' : 'even'}]\n---\nThis one speaks of marmalade with stars and brackets and pipes too.`,
    ]),
  );

  it('turns its pages in place and keeps the tag', async () => {
    const { discord } = stage(blogFrom(texts));
    const { bob } = readers(discord);
    const first = await bob.types('/search', { query: 'marmalade', tag: 'odd' });
    expect(first.text).toContain('#odd');
    const second = await bob.presses(first, 'More results');
    expect(second.change).toBe('edited');
    expect(second.text).toContain('#odd');
    expect((await bob.presses(second, 'Back')).text).toBe(first.text);
  });

  it('keeps a query that is too long for a button, by its own small line', async () => {
    const { discord } = stage(blogFrom(texts));
    const { bob } = readers(discord);
    const query = `marmalade ${'with *stars* and [brackets] | pipes '.repeat(4)}`.slice(0, 200).trim();
    const first = await bob.types('/search', { query });
    const second = await bob.presses(first, 'More results');
    expect(second.text.split('\n')[0]?.replace('page 2', 'page 1')).toBe(first.text.split('\n')[0]);
  });
});

describe('a query with signs', () => {
  const texts = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [
      `p${at}.md`,
      `---\ntitle: Post ${at}\ndate: 2025-01-${String(at + 1).padStart(2, '0')}\ntags: [${at % 2 ? 'odd' : 'even'}]\n---\nThis one speaks of marmalade.`,
    ]),
  );

  it('keeps its filters from page to page', async () => {
    const { discord } = stage(blogFrom(texts));
    const { bob } = readers(discord);
    const first = await bob.types('/search', { query: '"marmalade" tag:odd before:2025-01-13' });
    expect(first.text).toMatch(/· 6 sections · page 1/);
    const second = await bob.presses(first, 'More results');
    expect(second.text).toContain('Post 1');
    expect(second.text).not.toContain('Post 2');
  });

  it('says which of them meant nothing', async () => {
    const { discord } = stage(blogFrom(texts));
    const seen = await readers(discord).bob.types('/search', { query: 'marmalade tag:nonesuch' });
    expect(seen.text).toContain('tag:nonesuch left nothing to show');
    expect(seen.text).toContain('marmalade');
  });

  it('is shown in the help', async () => {
    const { discord } = stage(shipped);
    expect((await readers(discord).ming.types('/help')).text).toContain('"词组"、-排除、tag:AI、before:2025');
  });

  it('completes a tag where one is being typed', async () => {
    const { discord } = stage(blogFrom(texts));
    const choices = await readers(discord).bob.completes('/search', 'query', 'marmalade tag:o');
    expect(choices.map(({ value }) => value)).toEqual(['marmalade tag:o', 'marmalade tag:odd']);
  });
});

describe('a name that the post gives in another language', () => {
  it('is searched as well, which is said', async () => {
    const { discord } = stage(shipped);
    const seen = await readers(discord).ming.types('/search', { query: '强化学习' });
    expect(seen.text.split('\n')[0]).toContain('也搜了：RL');
    expect(seen.text).toContain('**RL**');
  });
});

describe('a post with very many hits', () => {
  it('leaves room for the others on the first page', async () => {
    const sections = Array.from({ length: 9 }, (_, at) => `## Part ${at}\n\nMarmalade, marmalade.`).join(
      '\n\n',
    );
    const { discord } = stage(
      blogFrom({
        'long.md': `---\ntitle: Marmalade at length\n---\n${sections}`,
        'short.md': '---\ntitle: Breakfast\n---\nToast with marmalade on a Sunday.',
      }),
    );
    const { bob } = readers(discord);
    const first = await bob.types('/search', { query: 'marmalade' });
    expect(first.text).toContain('Breakfast');
    expect(first.text.match(/Part \d/g)?.length ?? 0).toBeLessThanOrEqual(3);
    expect((await bob.presses(first, 'More results')).text).toContain('Part ');
  });
});

describe('“Search the posts” on a message', () => {
  it('finds what the message is about', async () => {
    const { discord } = stage(shipped);
    const { ming } = readers(discord);
    const seen = await ming.picks(
      'Search the posts',
      '大家好 <@123456789012345678> 昨天看到一篇讲百万token上下文的文章，说这样会让模型注意力涣散，你们怎么看？https://example.com/x',
    );
    expect(seen.private).toBe(true);
    expect(seen.text).toContain('5. 关于 Long Context');
  });
});

describe('completing the query', () => {
  it('puts what was typed first, then labels, headings, titles and tags', async () => {
    const { discord } = stage(shipped);
    const { ming } = readers(discord);
    const choices = await ming.completes('/search', 'query', 'long');
    expect(choices[0]).toEqual({ name: 'long', value: 'long' });
    expect(choices.map(({ name }) => name)).toContain('洞见 · 关于Long Context的警示');
    const seen = await ming.types('/search', { query: '洞见 · 关于Long Context的警示' });
    expect(seen.text).toMatch(/\*\*1\*\* 洞见 5/);
  });
});
