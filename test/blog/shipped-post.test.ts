import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Post } from '../../src/blog/model.ts';
import { oneLine, plainText } from '../../src/blog/text.ts';
import { postFrom } from './fixture.ts';

const path = 'posts/20250612231400-from-compression-to-reasoning.md';
const text = await readFile(new URL(`../../content/${path}`, import.meta.url), 'utf8');
const timezone = 'Asia/Shanghai';

const post = postFrom(text, { path, settings: { timezone } });
const onSite = postFrom(text, { path, settings: { timezone, url: 'https://blog.example' } });

test('it is of the evening of 12 June 2025 in Shanghai', () => {
  expect(post.date).toEqual({ instant: Date.UTC(2025, 5, 12, 15, 14), year: 2025, month: 6, day: 12 });
  expect(post.updated).toBeUndefined();
});

test('its head is that of the file', () => {
  expect(post).toMatchObject({
    key: '5hvD2tqGs3M',
    path,
    slug: '20250612231400-from-compression-to-reasoning',
    title: '从压缩到推理：张祥雨对大模型智能以及未来发展的六个认知',
    excerpt: '上一期周报中推荐的“对阶跃星辰首席科学家张祥雨的访谈”，本文从中提取出六句话作为探讨主线。',
    tags: ['AI', '与曦', '分享'],
    language: 'zh-CN',
    minutes: 8,
    insightKind: 'insight',
    problems: [],
  });
});

test('without the address of the site its picture and its link stay as written', () => {
  expect(post.url).toBeUndefined();
  expect(post.image).toEqual({
    source: '/uploads/chatgpt-image-2025年6月12日-23_18_07.png',
    url: undefined,
    alt: '',
  });
  expect(linkOf(post)).toBe('/posts/20250608225100-yx-nexus-004');
});

test('with it they are whole', () => {
  expect(onSite.url).toBe('https://blog.example/posts/20250612231400-from-compression-to-reasoning');
  expect(onSite.image?.url).toBe(
    'https://blog.example/uploads/chatgpt-image-2025%E5%B9%B46%E6%9C%8812%E6%97%A5-23_18_07.png',
  );
  expect(linkOf(onSite)).toBe('https://blog.example/posts/20250608225100-yx-nexus-004');
});

function linkOf({ sections }: Post): string | undefined {
  const [first] = sections[0]?.nodes ?? [];
  const link = first?.type === 'paragraph' ? first.children.find(node => node.type === 'link') : undefined;
  return link?.type === 'link' ? link.url : undefined;
}

describe('its six insights', () => {
  test('are numbered and labelled', () => {
    expect(post.insights.map(({ number, label }) => [number, label])).toEqual([
      [1, '关于视觉智能的瓶颈'],
      [2, '关于大模型的“反常识”现象'],
      [3, '关于NTP范式的本质缺陷'],
      [4, '关于o1范式的核心'],
      [5, '关于Long Context的警示'],
      [6, '关于自主学习的未来'],
    ]);
  });

  test('say what they say', () => {
    expect(post.insights[4]?.text).toBe(
      '“光是这个角度来讲long context的方式就是不对的...信息如果不加工压缩，无法提炼精炼表示，就无法产生智能...反而是智能倒退。”',
    );
    expect(post.insights.map(({ quote }) => plainText(quote))).toEqual(
      post.insights.map(insight => insight.text),
    );
  });

  test('lead to the sections that discuss them', () => {
    const headings = new Map(post.sections.map(section => [section.id, section.heading]));
    expect(post.insights.map(({ section }) => headings.get(section ?? ''))).toEqual([
      '1. 为何图像本身难以孕育通用智能？',
      '2. 大模型推理能力的反常识衰减',
      '3. Next Token Prediction的局限',
      '4. o1范式与“思维链的思维链”',
      '5. 关于 Long Context',
      '6. 自主学习与真正的Agent',
    ]);
  });
});

describe('its sections', () => {
  test('are the text before the first heading, the heading without text, and the six', () => {
    expect(post.sections.map(({ depth, number, insight }) => [depth, number, insight])).toEqual([
      [0, undefined, undefined],
      [2, undefined, undefined],
      ...[1, 2, 3, 4, 5, 6].map(number => [4, number, number]),
    ]);
    expect(post.sections[1]).toMatchObject({ heading: '具体探讨', anchor: '具体探讨', nodes: [] });
  });

  test('have the anchors of the site', () => {
    expect(post.sections[6]?.anchor).toBe('5-关于-long-context');
  });

  test('hold every paragraph once, in order, and no rules', () => {
    const shown = post.sections.flatMap(section => section.nodes);
    expect(shown.map(node => node.type)).not.toContain('thematicBreak');
    // The blocks of the file, as blank lines set them apart.
    const body = text.slice(text.indexOf('\n---\n') + 5);
    const blocks = body
      .split(/\n{2,}/)
      .filter(block => block.trim() !== '' && !/^(?:- - -|#)/.test(block.trim()));
    expect(shown).toHaveLength(blocks.length);
    for (const [index, node] of shown.entries()) {
      const letters = (written: string) => written.replace(/\]\([^)]*\)|[^\p{L}\p{N}]|^\d\. /gmu, '');
      const block = (blocks[index] ?? '').replace(/^> /gm, '').replace(/^\d\. /gm, '');
      expect(letters(plainText([node]))).toBe(letters(block));
    }
  });

  test('show the unbalanced backtick of the second quote as the character it is', () => {
    const [quote] = post.sections[3]?.nodes ?? [];
    expect(quote === undefined ? '' : oneLine([quote])).toContain('扩大到一定程度`反而下降。”');
  });
});
