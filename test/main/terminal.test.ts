import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from './child.ts';

const chinese = { LANG: 'zh_CN.UTF-8' };

describe('npm start with nothing set', () => {
  it('answers the three opening commands, then each line of its input, and ends', async () => {
    const { code, text } = await run([], chinese, '/insight 6\n看这一节\n/post list\n');
    expect(code).toBe(0);
    const at = [
      '> /post latest',
      '> /insight 5',
      '> /search long context',
      '> /insight 6',
      '> /post list',
    ].map(line => text.indexOf(line));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at[0]).toBeGreaterThanOrEqual(0);
    expect(text).toContain('◆ 从压缩到推理：张祥雨对大模型智能以及未来发展的六个认知');
    expect(text).toContain('◆ 关于Long Context的警示');
    expect(text).toContain('**1** 洞见 5 · 关于**Long Context**的警示');
    expect(text).toContain('◆ 6. 自主学习与真正的Agent');
    expect(text).toContain('◆ 2025 年 6 月');
  });

  it('speaks the language of the shell, else the blog’s', async () => {
    expect((await run(['say', '/insight 7'], { LANG: 'en_GB.UTF-8' })).text).toContain('there is no No. 7.');
    expect((await run(['say', '/insight 7'], { LANG: 'C.UTF-8' })).text).toContain('没有第 7 条。');
    expect((await run(['say', '/insight 7'], { DEFAULT_LOCALE: 'zh_TW' })).text).toContain('沒有第 7 條。');
  });
});

describe('npm start -- say', () => {
  it('prints the response as Discord gets it with --json', async () => {
    const { code, text } = await run(['say', '/insight 5', '--json'], chinese);
    expect(code).toBe(0);
    const response = JSON.parse(text);
    expect(response.callback.type).toBe(4);
    expect(response.callback.data.allowed_mentions).toEqual({ parse: [] });
  });

  it('ends with 1 and names the nearest command where there is no such command', async () => {
    const { code, text } = await run(['say', '/insigth 5'], { LANG: 'en_US.UTF-8' });
    expect(code).toBe(1);
    expect(text).toContain('There is no command “insigth 5”. The nearest is /insight.');
  });
});

describe('a folder that cannot be served as it is', () => {
  it('names a broken post with file, line and reason, and serves the others', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'quoth-'));
    try {
      await writeFile(join(folder, 'good.md'), '---\ntitle: Good\ndate: 2025-01-01\n---\nWords.');
      await writeFile(join(folder, 'broken.md'), '---\ntitle: [unclosed\ndate: 2024-01-01\n---\nMore words.');
      await writeFile(join(folder, 'binary.md'), Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0]));
      const { code, text } = await run(['say', '/post latest'], { CONTENT: folder, LANG: 'en_US.UTF-8' });
      expect(code).toBe(0);
      expect(text).toMatch(/^broken\.md:\d+: the front matter cannot be read: /m);
      expect(text).toMatch(/^binary\.md: /m);
      expect(text).toContain('◆ Good');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('says in one sentence that CONTENT is not there', async () => {
    const { code, text } = await run(['say', '/help'], { CONTENT: './no-such-folder' });
    expect(code).toBe(78);
    expect(text.trim()).toBe(
      'CONTENT is "./no-such-folder", but there is no such folder. It wants the folder that holds the posts.',
    );
  });
});

describe('a setting that cannot be used', () => {
  it.each([
    [{ TIMEZONE: 'Asia/Shangai' }, /^TIMEZONE is "Asia\/Shangai", but it wants .*Asia\/Shanghai/],
    [{ SITE_URL: 'example.com' }, /^SITE_URL is "example\.com", but it wants /],
    [{ VISIBILITY: 'public' }, /^VISIBILITY is "public", but it wants one of auto, private\./],
    [{ DISCORD_TOKEN: 'hunter2' }, /^DISCORD_TOKEN is .*but it wants /],
    [{ DISCORD_PUBLIC_KEY: 'abc' }, /^DISCORD_PUBLIC_KEY is .*but it wants .*64/],
  ])('is named with what it got and what it wants: %o', async (variables, sentence) => {
    const { code, text } = await run([], variables);
    expect(code).toBe(78);
    expect(text).toMatch(sentence);
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain('    at ');
  });

  it('names an unknown way in', async () => {
    const { code, text } = await run(['gatway']);
    expect(code).toBe(78);
    expect(text).toContain('npm start -- is "gatway", but it wants gateway, http');
  });
});
