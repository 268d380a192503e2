import { describe, expect, it } from 'vitest';
import type { TypedOption } from '../../../src/preview/interaction.ts';
import { complete } from '../../../src/preview/terminal/completion.ts';
import { commands } from './bot.ts';

const POSTS = ['从压缩到推理（2025-06-12）', '从遗忘到记忆（2025-05-01）', '与曦周报 004'];

/** Completes as the bot would: posts by what they contain, numbers with their labels. */
function offer(line: string) {
  const asked: (readonly TypedOption[])[] = [];
  const completion = complete(line, {
    commands,
    labels: ['阅读全文', '6 条洞见'],
    choices: act => {
      asked.push(act.options);
      const [first] = act.options;
      const options = first && 'options' in first ? (first.options ?? []) : act.options;
      const focused = options.find(option => 'focused' in option && option.focused);
      const typed = focused && 'value' in focused ? String(focused.value) : '';
      const names = focused?.name === 'number' ? ['5 · 关于Long Context的警示', '6 · 关于自主学习'] : POSTS;
      const found = names.filter(name => name.includes(typed));
      return Promise.resolve(found.map((name, at) => ({ name, value: `key${at}` })));
    },
  });
  return { completion, asked };
}

describe('Tab', () => {
  it.each([
    ['/in', ['/insight ']],
    ['in', ['insight ']],
    ['／sea', ['/search ']],
    ['/post l', ['/post latest', '/post list']],
    ['阅', ['阅读全文']],
    ['6', ['6 条洞见']],
    ['/nothing', []],
  ])('after %s offers what begins so', async (line, candidates) => {
    expect(await offer(line).completion).toEqual({ candidates, typed: line });
  });

  it('on an empty line offers everything', async () => {
    const { candidates } = await offer('').completion;
    expect(candidates).toEqual([
      '/post insights',
      '/post latest',
      '/post show ',
      '/post list',
      '/post section ',
      '/insight ',
      '/search ',
      '/help',
      '阅读全文',
      '6 条洞见',
    ]);
  });

  it.each([
    ['/insight ', '', ['5 · 关于Long Context的警示', '6 · 关于自主学习']],
    ['/insight Lo', 'Lo', ['5 · 关于Long Context的警示']],
    ['/post show 从', '从', ['从压缩到推理（2025-06-12）', '从遗忘到记忆（2025-05-01）']],
    ['/insight 5 post:遗', '遗', ['从遗忘到记忆（2025-05-01）']],
    ['/insight 5 文章： ', '', POSTS],
    ['/post section 从压缩 private:', '', ['true', 'false']],
    ['/search a private:f', 'f', ['false']],
  ])('after %s offers what the bot offers', async (line, typed, candidates) => {
    expect(await offer(line).completion).toEqual({ candidates, typed });
  });

  it('asks the bot with what else is filled in', async () => {
    const { completion, asked } = offer('/post section 从压缩 section:5');
    await completion;
    expect(asked).toEqual([
      [
        {
          type: 1,
          name: 'section',
          options: [
            { name: 'post', type: 3, value: '从压缩' },
            { name: 'section', type: 3, value: '5', focused: true },
          ],
        },
      ],
    ]);
  });

  it.each([
    ['/search 无此词 ta', 'ta', ['tag:']],
    ['/insight 无此词', '无此词', ['无此词 post:', '无此词 private:']],
    ['/post section 与曦周报 004', '与曦周报 004', ['与曦周报 004 section:', '与曦周报 004 private:']],
    ['/help ', '', ['private:']],
  ])('after %s offers the options that are left', async (line, typed, candidates) => {
    expect(await offer(line).completion).toEqual({ candidates, typed });
  });
});
