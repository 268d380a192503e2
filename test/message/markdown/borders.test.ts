import fc from 'fast-check';
import type { PhrasingContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../../src/blog/markdown.ts';
import { link } from '../../../src/message/markdown/link.ts';
import { renderBlocks, renderInline } from '../../../src/message/markdown/render.ts';
import { parse, textOf } from '../../../src/preview/discord-markdown.ts';
import type { DiscordNode } from '../../../src/preview/markdown/nodes.ts';

/** The kinds of what a text holds, however deep. */
function kindsIn(nodes: readonly DiscordNode[]): readonly string[] {
  return nodes.flatMap(node => {
    if (node.type === 'list') return ['list', ...node.items.flatMap(kindsIn)];
    return 'children' in node ? [node.type, ...kindsIn(node.children)] : [node.type];
  });
}

const kinds = (markdown: string): readonly string[] => kindsIn(parse(markdown));

const live = new Set(['mention', 'timestamp', 'emoji', 'url']);

const liveIn = (markdown: string): readonly string[] => kinds(markdown).filter(kind => live.has(kind));

const long = `https://blog.example/${'思'.repeat(60)}`;

describe('what markup cuts in two does not come alive', () => {
  test.each([
    '@<b></b>everyone',
    '@every<!-- -->one',
    '<<b></b>@123456789012345678>',
    '<<b></b>/cmd:1>',
    '<t<b></b>:1>',
    'https:<b></b>//evil.example',
    'https:/<b></b>/evil.example',
    '“@everyone_a@b.example',
    '[@<b></b>everyone](https://e.com)',
    `@[everyone 🚀 all](${long})`,
    `https:[//evil.example 🚀 all](${long})`,
  ])('%s', markdown => {
    expect(liveIn(renderBlocks(readMarkdown(markdown).children)).filter(kind => kind !== 'url')).toEqual([]);
    expect(renderBlocks(readMarkdown(markdown).children)).not.toMatch(/https:\/\/evil/);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        '@everyone',
        '@here',
        '<@123456789012345678>',
        '<@&1>',
        '<#1>',
        '</cmd:1>',
        '</a b:1>',
        '<id:home>',
      ],
      ...['<t:1>', '<t:1:R>', '<:a:1>', '<a:a:1>', 'https://evil.example', '<http://evil.example/a>'],
    ),
    fc.constantFrom(...'@<>:/#&!\\*_~|`[]()- 1a思🚀'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );

  /** A text in pieces, each of which stands beside the next without anything between them. */
  const cut = fc
    .tuple(fc.array(piece, { maxLength: 8 }), fc.array(fc.nat(60), { maxLength: 8 }))
    .map(([pieces, places]) => {
      const whole = pieces.join('');
      const at = [0, ...places.filter(place => place < whole.length).sort((a, b) => a - b), whole.length];
      return at.slice(1).map((end, index) => whole.slice(at[index], end));
    });

  const texts = (parts: readonly string[]): PhrasingContent[] =>
    parts.flatMap<PhrasingContent>(value => [
      { type: 'text', value },
      { type: 'html', value: '<b>' },
    ]);

  test('wherever a text is cut', () => {
    fc.assert(
      fc.property(cut, parts => {
        expect(liveIn(renderInline(texts(parts)))).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  test('wherever a link begins and ends, however long its address', () => {
    fc.assert(
      fc.property(cut, cut, cut, (before, said, after) => {
        const label: PhrasingContent[] = [{ type: 'text', value: 'a*b' }, ...texts(said)];
        const order = said.length % 2 === 0 ? label : label.toReversed();
        const written = renderInline([
          ...texts(before),
          { type: 'link', url: long, children: order },
          ...texts(after),
        ]);
        expect(liveIn(written).filter(kind => kind !== 'url')).toEqual([]);
        const urls = parse(written).filter(node => node.type === 'url');
        for (const { url } of urls) expect(url).toBe(encodeURI(long));
      }),
      { numRuns: 2_000 },
    );
  });
});

test('a title that its link’s label cannot hold shows no mention and no time', () => {
  const title = 'x </cmd:1> <t:1> https://evil.example y';
  const written = link(title, long);
  expect(kinds(written)).toEqual(['text', 'url', 'text']);
  expect(textOf(parse(written))).toBe(`${title} (${encodeURI(long)})`);
});

test('a title that its link’s label cannot hold opens no list', () => {
  expect(kinds(link('1. *a* and *b*', long))).not.toContain('list');
});
