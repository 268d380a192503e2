import { describe, expect, it } from 'vitest';
import { blogFrom } from '../blog/fixture.ts';
import { readers, shipped, shippedOnSite, stage } from './stage.ts';

describe('/insight 5', () => {
  it('quotes the fifth of the six insights for everyone, and leads to its section, a copy and its neighbours', async () => {
    const { discord } = stage(shipped);
    const seen = await readers(discord).ming.types('/insight 5');
    expect(seen.private).toBe(false);
    expect(seen.text).toContain('《从压缩到推理》 · 洞见 5/6');
    expect(seen.text).toContain('### 关于Long Context的警示');
    expect(seen.text).toContain('> “光是这个角度来讲long context的方式就是不对的...');
    expect(seen.buttons).toEqual(['看这一节', '复制引文', '‹ 第 4 条', '第 6 条 ›', '🗑']);
    const section = await readers(discord).ming.presses(seen, '看这一节');
    expect(section.private).toBe(true);
    expect(section.text).toContain('### 5\\. 关于 Long Context');
  });

  it('speaks English in a server that is in English, and its reader’s language in a private copy', async () => {
    const { discord } = stage(shipped);
    const { bob, mei } = readers(discord);
    const seen = await bob.types('/insight 5', { private: true });
    expect(seen.private).toBe(true);
    expect(seen.text).toContain('从压缩到推理 · insight 5 of 6 · in Chinese');
    expect(seen.buttons).toEqual(['Read section', 'Copy quote', '‹ No. 4', 'No. 6 ›', 'Post to channel']);
    const traditional = await mei.types('/insight 5', { private: true });
    expect(traditional.text).toContain('洞見 5/6');
    expect(traditional.buttons).toContain('看這一節');
  });

  it.each([
    '5',
    '５',
    '五',
    '第五条',
    '第５條',
    'No. 5',
    'long context',
    'Long Context',
    '5 · 关于Long Context的警示 — 从压缩到推理',
  ])('is understood as %s', async typed => {
    const { discord } = stage(shipped);
    const seen = await readers(discord).ming.types('/insight', { number: typed });
    expect(seen.text).toContain('### 关于Long Context的警示');
    expect(seen.private).toBe(false);
  });

  it('copies as quote and source and nothing else', async () => {
    const { discord } = stage(shippedOnSite);
    const { ming } = readers(discord);
    const copy = await ming.presses(await ming.types('/insight 5'), '复制引文');
    expect(copy.private).toBe(true);
    expect(copy.change).toBe('new');
    expect(copy.buttons).toEqual([]);
    expect(copy.message.content).toBe(
      [
        '> “光是这个角度来讲long context的方式就是不对的...信息如果不加工压缩，无法提炼精炼表示，就无法产生智能...反而是智能倒退。”',
        '—— 《从压缩到推理：张祥雨对大模型智能以及未来发展的六个认知》第 5 条',
        '<https://blog.example/posts/20250612231400-from-compression-to-reasoning#5-%E5%85%B3%E4%BA%8E-long-context>',
      ].join('\n'),
    );
  });

  it('turns to its neighbours in a private copy, in place', async () => {
    const { discord } = stage(shipped);
    const { ming } = readers(discord);
    const opened = await ming.presses(await ming.types('/insight 5'), '第 6 条 ›');
    expect(opened).toMatchObject({ change: 'new', private: true });
    expect(opened.text).toContain('关于自主学习的未来');
    const back = await ming.presses(opened, '‹ 第 5 条');
    expect(back).toMatchObject({ change: 'edited', private: true });
    expect(back.message.id).toBe(opened.message.id);
  });
});

describe('/insight with no such insight', () => {
  it('says how many there are and offers them, privately', async () => {
    const { discord } = stage(shipped);
    const { ming, bob } = readers(discord);
    const seen = await ming.types('/insight 7');
    expect(seen.private).toBe(true);
    expect(seen.text).toBe('《从压缩到推理》有 6 条洞见，没有第 7 条。');
    const chosen = await ming.chooses(seen, '5 · 关于Long Context的警示');
    expect(chosen.text).toContain('### 关于Long Context的警示');
    expect((await bob.types('/insight 7')).text).toBe('“从压缩到推理” has 6 insights; there is no No. 7.');
  });

  it('leads to a post that has that many', async () => {
    const list = Array.from({ length: 9 }, (_, at) => `${at + 1}. **Point ${at + 1}:** what it says`).join(
      '\n',
    );
    const { discord } = stage(
      blogFrom({
        'new.md':
          '---\ntitle: Newer\ndate: 2025-02-02\n---\nKey takeaways:\n\n1. **One:** a\n2. **Two:** b\n',
        'old.md': `---\ntitle: Older\ndate: 2025-01-01\n---\nKey takeaways:\n\n${list}\n`,
      }),
    );
    const { bob } = readers(discord);
    const seen = await bob.types('/insight 9');
    expect(seen.text).toContain('“Newer” has 2 takeaways; there is no No. 9.');
    const there = await bob.presses(seen, 'No. 9 of that post');
    expect(there.text).toContain('### Point 9');
  });

  it('says so where no post lists insights, and leads to the newest post', async () => {
    const { discord } = stage(blogFrom({ 'a.md': '# A post\n\nSome words.' }));
    const { bob } = readers(discord);
    const seen = await bob.types('/insight 1');
    expect(seen).toMatchObject({
      private: true,
      text: 'No post lists insights yet. Search, or see the newest post.',
    });
    expect((await bob.presses(seen, 'Newest post')).text).toContain('### A post');
  });

  it('answers the sentence that completion offered with the same sentence', async () => {
    const { discord } = stage(blogFrom({ 'a.md': '# A post\n\nSome words.' }));
    const { bob } = readers(discord);
    const [choice] = await bob.completes('/insight', 'number', '');
    expect(choice?.name).toBe('No insights yet: try /search');
    const seen = await bob.types('/insight', { number: String(choice?.value) });
    expect(seen.text).toContain('No post lists insights yet.');
  });
});

describe('completing the number', () => {
  it('offers the newest post’s insights, and filters them by number and by words', async () => {
    const { discord } = stage(shipped);
    const { ming } = readers(discord);
    const all = await ming.completes('/insight', 'number', '');
    expect(all).toHaveLength(6);
    expect(all[4]).toEqual({ name: '5 · 关于Long Context的警示 — 从压缩到推理', value: '5' });
    expect((await ming.completes('/insight', 'number', 'long')).map(({ value }) => value)).toEqual(['5']);
    expect((await ming.completes('/insight', 'number', '５'))[0]?.value).toBe('5');
    expect((await ming.completes('/insight', 'number', '自主'))[0]?.value).toBe('6');
  });
});

describe('an insight with code in it', () => {
  it('keeps the code whole, between the pieces of the quote', async () => {
    const code = '1. **Call it:** like this\n\n   ```js\n   go();\n   ```\n\n   and wait.\n2. **Two:** b';
    const { discord } = stage(blogFrom({ 'a.md': `---\ntitle: T\n---\nKey takeaways:\n\n${code}` }));
    const seen = await readers(discord).bob.types('/insight 1');
    expect(seen.text).toContain('> like this\n```js\ngo();\n```\n> and wait.');
  });
});
