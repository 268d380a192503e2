import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AskedOption, AskedValue, TypedOption, TypedValue } from '../../../src/preview/interaction.ts';
import { type Completion, complete } from '../../../src/preview/terminal/completion.ts';
import { readTyped } from '../../../src/preview/terminal/typed.ts';
import { commands } from './bot.ts';

const POSTS = ['从压缩到推理（2025-06-12）', '从遗忘到记忆（2025-05-01）', '与曦周报 004'];
const SECTIONS = ['开头', '· 5. 关于 Long Context', '· 6. 自主学习'];
const NUMBERS = ['5 · 关于Long Context的警示', '6 · 关于自主学习'];

const valuesOf = (options: readonly (TypedOption | AskedOption)[]): readonly (TypedValue | AskedValue)[] =>
  options
    .flatMap(option => ('options' in option ? (option.options ?? []) : [option]))
    .flatMap(option => ('value' in option ? [option] : []));

/** Names that contain what is typed, as the bot would offer them; sections only of posts that there are. */
function offer(line: string, names: (focused: string) => readonly string[] = namesOf) {
  const asked: (readonly TypedOption[])[] = [];
  const completion = complete(line, {
    commands,
    labels: ['阅读全文', '6 条洞见'],
    choices: act => {
      asked.push(act.options);
      const values = valuesOf(act.options);
      const focused = values.find(option => 'focused' in option && option.focused);
      const post = values.find(({ name }) => name === 'post');
      const isLost = focused?.name === 'section' && !POSTS.some(name => name.includes(String(post?.value)));
      const typed = String(focused?.value);
      const found = isLost ? [] : names(focused?.name ?? '').filter(name => name.includes(typed));
      return Promise.resolve(found.map((name, at) => ({ name, value: `key${at}` })));
    },
  });
  return { completion, asked };
}

function namesOf(option: string): readonly string[] {
  if (option === 'number') return NUMBERS;
  return option === 'section' ? SECTIONS : POSTS;
}

/** The line after Tab. */
const tabbed = (line: string, { typed, insert }: Completion) =>
  insert === undefined ? line : line.slice(0, line.length - typed.length) + insert;

describe('Tab', () => {
  it.each([
    ['/in', '/insight '],
    ['in', 'insight '],
    ['／sea', '/search '],
    ['阅', '阅读全文'],
    ['6', '6 条洞见'],
    ['/post show 遗', '/post show 从遗忘到记忆（2025-05-01）'],
    ['/insight Lo', '/insight 5 · 关于Long Context的警示'],
    ['/insight 5 post:遗', '/insight 5 post:从遗忘到记忆（2025-05-01）'],
    ['/post section 遗', '/post section "从遗忘到记忆（2025-05-01）" '],
    ['/post section 与曦周报 00', '/post section "与曦周报 004" '],
    ['/post section post:与', '/post section post:"与曦周报 004" '],
    ['/post section "与曦周报', '/post section "与曦周报 004" '],
    ['/post section "与曦周报 004" 自', '/post section "与曦周报 004" · 6. 自主学习'],
    ['/post section 与曦周报 004 自', '/post section 与曦周报 004 "· 6. 自主学习"'],
    ['/post section 从压缩 section:自', '/post section 从压缩 section:· 6. 自主学习'],
    ['/search a private:f', '/search a private:false'],
    ['/search 无此词 ta', '/search 无此词 tag:'],
    ['/search a p', '/search a private:'],
  ])('after %s makes it %s', async (line, wanted) => {
    const completion = await offer(line).completion;
    expect(tabbed(line, completion)).toBe(wanted);
    expect(completion.shown).toEqual([]);
  });

  it.each([
    ['/post l', ['/post latest', '/post list']],
    ['/insight ', NUMBERS],
    ['/post show 从', POSTS.slice(0, 2)],
    ['/post section ', POSTS],
    ['/post section "与曦周报 004" ', SECTIONS],
    ['/insight 5 文章： ', POSTS],
    ['/post section 从压缩 private:', ['true', 'false']],
    ['/nothing', []],
  ])('after %s shows what there is to choose from, and that alone', async (line, shown) => {
    const completion = await offer(line).completion;
    expect(completion.shown).toEqual(shown);
    expect(completion.insert).toBeUndefined();
  });

  it.each([
    ['/insight 5 · 关于Long Context的警示 ', ['post:', 'private:'], ''],
    ['/insight 5 · 关于Long Context的警示', ['post:', 'private:'], ' '],
    ['/insight 无此词 p', ['post:', 'private:'], ''],
    ['/help ', ['private:'], ''],
    ['/post section "与曦周报 004" · 6. 自主学习', ['private:'], ' '],
  ])('after %s shows the options that are left, and puts no part of them in', async (line, shown, added) => {
    const completion = await offer(line).completion;
    expect(completion.shown).toEqual(shown);
    expect(tabbed(line, completion)).toBe(line + added);
  });

  it('puts in as much as all choices begin with', async () => {
    const titles = () => ['从压缩到推理', '从压缩到记忆'];
    expect(tabbed('/post show 从', await offer('/post show 从', titles).completion)).toBe(
      '/post show 从压缩到',
    );
    expect(tabbed('/post section "从', await offer('/post section "从', titles).completion)).toBe(
      '/post section "从压缩到',
    );
  });

  it('on an empty line shows everything', async () => {
    const { shown, insert } = await offer('').completion;
    expect(insert).toBeUndefined();
    expect(shown).toEqual([
      '/post insights',
      '/post latest',
      '/post show',
      '/post list',
      '/post section',
      '/insight',
      '/search',
      '/help',
      '阅读全文',
      '6 条洞见',
    ]);
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
});

describe('a name that Tab puts in', () => {
  const parts = fc.constantFrom(
    '"',
    '\\',
    ' ',
    ' private:',
    'section:',
    ' post：',
    '(2025-06-12)',
    '[x]',
    'a',
    '从',
  );
  const names = fc
    .array(fc.oneof(parts, fc.string({ unit: 'grapheme', maxLength: 5 })), { minLength: 1, maxLength: 8 })
    .map(some => some.join('').replace(/\s+/g, ' ').trim())
    .filter(name => name !== '');
  const places = fc.constantFrom(
    { line: '/post show ', option: 'post', next: '' },
    { line: '/post section ', option: 'post', next: 'long context' },
    { line: '/post section post:', option: 'post', next: 'long context' },
    { line: '/post section "与曦周报 004" ', option: 'section', next: '' },
    { line: '/post section 与曦周报 section:', option: 'section', next: '' },
    { line: '/insight ', option: 'number', next: '' },
    { line: '/insight 5 post:', option: 'post', next: '' },
    { line: '/insight post:', option: 'post', next: '5' },
    { line: '/post list tag:', option: 'tag', next: '' },
    { line: '/search private:true tag:', option: 'tag', next: 'a' },
  );

  it('is read back as that name, whatever stands in it and whatever is typed next', async () => {
    await fc.assert(
      fc.asyncProperty(names, places, async (name, { line, option, next }) => {
        const completion = await offer(line, () => [name]).completion;
        const read = readTyped(`${tabbed(line, completion)}${next}`, commands);
        const options = read.does === 'ask' ? valuesOf(read.options) : [];
        expect(options.find(one => one.name === option)?.value).toBe(name);
      }),
      { numRuns: 500 },
    );
  });
});
