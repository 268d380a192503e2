import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Read, readTyped, sent } from '../../../src/preview/terminal/typed.ts';
import { commands } from './bot.ts';

/** What a line asks, in short: `insight number=5`, or why it asks nothing; ways to divide it with bars between. */
function asked(line: string): string {
  return said(readTyped(line, commands));
}

function said(typed: Read): string {
  switch (typed.does) {
    case 'divide':
      return typed.ways.map(way => said(sent(typed.offered, way))).join(' | ');
    case 'ask': {
      const [first] = typed.options;
      const options = first && 'options' in first ? (first.options ?? []) : typed.options;
      const path = first && 'options' in first ? ` ${first.name}` : '';
      const values = options.map(
        option => ` ${option.name}=${'value' in option ? String(option.value) : ''}`,
      );
      return `${typed.command.name}${path}${values.join('')}`;
    }
    case 'ask about':
      return `${typed.command.name}: ${typed.text}`;
    default:
      return JSON.stringify({ ...typed, does: undefined });
  }
}

describe('a typed line', () => {
  it.each([
    ['/insight 5', 'insight number=5'],
    ['insight 5', 'insight number=5'],
    ['／insight ５', 'insight number=５'],
    ['\u3000/insight\u3000第五条 ', 'insight number=第五条'],
    ['/INSIGHT 5', 'insight number=5'],
    ['/insight 5 post:从压缩到推理', 'insight number=5 post=从压缩到推理'],
    ['/insight number: 5 文章： 从压缩 到推理', 'insight number=5 post=从压缩 到推理'],
    ['/search long context', 'search query=long context'],
    ['/search long context tag:AI', 'search query=long context tag=AI'],
    ['/search "long context" -GPT before:2025', 'search query="long context" -GPT before:2025'],
    ['/search https://example.com/a', 'search query=https://example.com/a'],
    ['/search 关键词:遗忘 private:是', 'search query=遗忘 private=true'],
    ['/search 遗忘 仅自己可见：否', 'search query=遗忘 private=false'],
    ['/search 遗忘 private:', 'search query=遗忘 private=true'],
    ['/search 遗忘 tag:', 'search query=遗忘'],
    ['/post latest', 'post latest'],
    ['/post latest AI', 'post latest tag=AI'],
    ['/post show 从压缩到推理', 'post show post=从压缩到推理'],
    ['/post list year:2025 tag:AI', 'post list tag=AI year=2025'],
    ['/post list tag:AI 2025', 'post list tag=AI 2025'],
    [
      '/post section 从压缩 到推理 5',
      'post section post=从压缩 section=到推理 5 | post section post=从压缩 到推理 section=5',
    ],
    ['/post section 从压缩 5', 'post section post=从压缩 section=5'],
    [
      '/post section "从压缩 到推理（2025-06-12）" 5. 关于',
      'post section post=从压缩 到推理（2025-06-12） section=5. 关于',
    ],
    ['/post section 从压缩 到推理 "long context"', 'post section post=从压缩 到推理 section=long context'],
    [
      '/post section post:"从压缩 到推理" 5 private:',
      'post section post=从压缩 到推理 section=5 private=true',
    ],
    ['/post section post:从压缩 到推理 section:5', 'post section post=从压缩 到推理 section=5'],
    ['/insight post:"从压缩 到推理" 第五条', 'insight number=第五条 post=从压缩 到推理'],
    ['/post show post:"a \\"b\\" private: c\\\\d"', 'post show post=a "b" private: c\\d'],
    ['/search query:"long context" -GPT tag:AI', 'search query="long context" -GPT tag=AI'],
    ['/search "tag:AI 与曦" tag:分享', 'search query="tag:AI 与曦" tag=分享'],
    ['/search 5" disk tag:"AI"', 'search query=5" disk tag=AI'],
    ['/post section 从压缩 section:long context', 'post section post=从压缩 section=long context'],
    ['Search the posts 遗忘', 'Search the posts: 遗忘'],
    ['搜索博客 遗忘', 'Search the posts: 遗忘'],
  ])('%s', (line, wanted) => {
    expect(asked(line)).toBe(wanted);
  });

  it.each([
    ['/insigt 5', { because: 'unknown', typed: 'insigt 5', nearest: '/insight' }],
    ['/insite 5', { because: 'unknown', typed: 'insite 5', nearest: '/insight' }],
    ['/latest', { because: 'unknown', typed: 'latest', nearest: '/post latest' }],
    ['/post lst', { because: 'unknown', typed: 'post lst', nearest: '/post list' }],
    ['/post', { because: 'subcommand', command: '/post' }],
    ['/insight', { because: 'missing', command: '/insight', option: 'number' }],
    ['/search tag:AI', { because: 'missing', command: '/search', option: 'query' }],
    ['/post section 从压缩', { because: 'missing', command: '/post section', option: 'section' }],
    ['/help me', { because: 'unused', command: '/help', text: 'me' }],
    ['/help private:maybe', { because: 'value', option: 'private', typed: 'maybe' }],
  ])('%s is not sent, and says why', (line, why) => {
    expect(readTyped(line, commands)).toMatchObject({ does: 'nothing', ...why });
  });

  it('of any kind is read without an error', () => {
    const parts = fc.constantFrom(
      '/',
      '／',
      'post',
      'show',
      'insight',
      'tag:',
      '文章：',
      'private:',
      ' ',
      '"',
      '\\',
      '\u3000',
      ':',
      '5',
    );
    const lines = fc.array(fc.oneof(parts, fc.string({ unit: 'binary' })), { maxLength: 12 });
    fc.assert(
      fc.property(lines, all => {
        expect(readTyped(all.join(''), commands).does).toMatch(/^(ask|ask about|divide|nothing)$/);
      }),
    );
  });
});

describe('a long line', () => {
  it.each(['"', '"\\" ', 'a ', 'post:"', 'post:" ', ' "a" '])(
    'of %o again and again is read at once',
    part => {
      const line = `/post section ${part.repeat(20_000)}`;
      const start = performance.now();
      readTyped(line, commands);
      expect(performance.now() - start).toBeLessThan(1_000);
    },
  );
});

describe('options of other kinds', () => {
  const announce = [
    {
      name: 'announce',
      description: 'Announce',
      options: [
        { type: 8 as const, name: 'role', description: 'Role' },
        { type: 4 as const, name: 'days', description: 'Days' },
        { type: 10 as const, name: 'share', description: 'Share' },
        { type: 3 as const, name: 'where', description: 'Where', choices: [{ name: 'Here', value: 'h' }] },
      ],
    },
  ];

  it('go out as Discord sends them', () => {
    expect(readTyped('/announce role:<@&123> days:５ share:0.5 where:here', announce)).toMatchObject({
      options: [
        { name: 'role', type: 8, value: '123' },
        { name: 'days', type: 4, value: 5 },
        { name: 'share', type: 10, value: 0.5 },
        { name: 'where', type: 3, value: 'h' },
      ],
    });
  });

  it.each(['role:readers', 'days:many', 'share:x', 'where:there'])('%s is refused', text => {
    expect(readTyped(`/announce ${text}`, announce)).toMatchObject({ does: 'nothing', because: 'value' });
  });
});
