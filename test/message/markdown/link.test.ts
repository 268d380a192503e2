import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { link } from '../../../src/message/markdown/link.ts';
import { parse, textOf } from '../../../src/preview/discord-markdown.ts';
import type { DiscordNode } from '../../../src/preview/markdown/nodes.ts';
import { text } from '../fidelity/trees.ts';

const targets = (nodes: readonly DiscordNode[]): readonly string[] =>
  nodes.flatMap(node => (node.type === 'link' || node.type === 'url' ? [node.url] : []));

test('a title leads to its place on the site, without a preview below the message', () => {
  expect(link('从压缩到推理', 'https://example.com/posts/a')).toBe(
    '[从压缩到推理](<https://example.com/posts/a>)',
  );
});

test('a preview is shown where it is asked for', () => {
  expect(link('Post', 'https://example.com/', true)).toBe('[Post](https://example.com/)');
});

describe('what a label cannot hold stands beside it', () => {
  test.each([
    ['an emoji', '🚀 Start', '🚀 [Start](<https://e.com/>)'],
    ['brackets', 'a[0]', '[a](<https://e.com/>)\\[[0](<https://e.com/>)\\]'],
    ['an address', 'https://b.com', '[https](<https://e.com/>)\\:[//b.com](<https://e.com/>)'],
    ['a mark', '*.ts', '\\*[.ts](<https://e.com/>)'],
    ['an underscore that would slant it', '_private', '\\_[private](<https://e.com/>)'],
  ])('%s', (_, title, written) => {
    expect(link(title, 'https://e.com')).toBe(written);
  });

  test('an underscore within a word does not matter', () => {
    expect(link('snake_case_name', 'https://e.com')).toBe('[snake_case_name](<https://e.com/>)');
  });
});

test('a title of nothing but emoji is followed by its address', () => {
  expect(link('🎉', 'https://e.com')).toBe('🎉 (<https://e.com/>)');
});

test('a title that is its address is written once, as the post writes it', () => {
  expect(link('https://例え.jp/路径', 'https://例え.jp/路径')).toBe('<https://例え.jp/路径>');
});

test('an address keeps its meaning within Discord’s brackets', () => {
  expect(link('Wiki', 'https://zh.wikipedia.org/wiki/压缩_(算法)?a=b c')).toBe(
    '[Wiki](<https://zh.wikipedia.org/wiki/%E5%8E%8B%E7%BC%A9_%28%E7%AE%97%E6%B3%95%29?a=b%20c>)',
  );
});

test.each(['/posts/a', '#part', 'javascript:alert(1)', 'https://', 'http://*.com/', 'ftp://example.com/a'])(
  'an address that Discord does not link leaves the title alone: %s',
  url => {
    expect(link('Title *one*', url)).toBe('Title \\*one\\*');
  },
);

test('an address longer than a page leaves the title alone', () => {
  expect(link('Title', `https://example.com/#${'a'.repeat(4_000)}`)).toBe('Title');
});

test('any title reads as it is and leads where it should', () => {
  const title = text.map(said => said.replace(/\s+/g, ' ').trim()).filter(said => said !== '');
  fc.assert(
    fc.property(title, said => {
      const nodes = parse(link(said, 'https://example.com/a'));
      expect(new Set(targets(nodes))).toEqual(new Set(['https://example.com/a']));
      const read = textOf(nodes).replaceAll('\u200b', '').replace(' (https://example.com/a)', '');
      expect(read).toBe(said);
    }),
    { numRuns: 2_000 },
  );
});

test('underscores beside what a label cannot hold are text as well', () => {
  expect(link('snake_case_1️⃣ x', 'https://a.example')).toBe(
    '[snake_case](<https://a.example/>)\\_1️⃣ [x](<https://a.example/>)',
  );
});
