import fc from 'fast-check';
import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  PhrasingContent,
  RootContent,
  TableCell,
  TableRow,
} from 'mdast';

type Block = BlockContent | DefinitionContent;

/** What Discord might read as marks, what CommonMark would not have read as such, and words of two scripts. */
const fragments = [
  ...'*_~|`[]()<>#-+@:!\\/ \n'.split(''),
  '**',
  '__',
  '~~',
  '||',
  '``',
  '```',
  '](',
  '# ',
  '- ',
  '> ',
  '>>> ',
  '-# ',
  '1. ',
  '2024. ',
  '<@1>',
  '<#2>',
  '<t:1>',
  '<a:b:3>',
  '<id:home>',
  '</cmd:4>',
  '@everyone',
  '@here',
  'https://a.b/c_d',
  '<https://e.f>',
  ':smile:',
  '😀',
  '❤️',
  '©',
  '1️⃣',
  '🇨🇳',
  'é',
  'word',
  'snake_case',
  '__init__',
  '中文',
  '。”',
  '，“',
  '!?. ',
  '\u00a0',
  '　',
];
/** Lines of words and marks. */
export const text = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    maxLength: 8,
  })
  .map(parts => parts.join('').replace(/[\u200b│─\p{Cc}\p{Cs}]/gu, ''));

const codeOf = (value: string): string => value.replaceAll('\n', ' ').trim() || 'x';

const url = fc.constantFrom(
  'https://example.com/',
  'https://example.com/a_(b)*~~c~~',
  'https://例え.jp/路径?q=[x]|y',
  'http://localhost:3000/#frag',
  '/posts/relative',
  '#fragment',
  'mailto:someone@example.com',
);
const picture = fc.constantFrom('https://example.com/a.png', 'https://example.com/b.svg', 'c.png');

const leaf: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 4, arbitrary: text.map(value => ({ type: 'text' as const, value })) },
  text.map(value => ({ type: 'inlineCode' as const, value: codeOf(value) })),
  text.map(value => ({ type: 'inlineMath' as const, value: codeOf(value) })),
  fc.constant({ type: 'break' as const }),
  fc
    .constantFrom('<b>', '</b>', '<br>', '<!-- no -->', '&amp;')
    .map(value => ({ type: 'html' as const, value })),
  fc.constant({ type: 'footnoteReference' as const, identifier: 'note' }),
);

const { phrasing } = fc.letrec<{ phrasing: PhrasingContent[] }>(tie => ({
  phrasing: fc.array(
    fc.oneof(
      { maxDepth: 4, depthIdentifier: 'phrasing' },
      leaf,
      fc
        .tuple(fc.constantFrom('strong', 'emphasis', 'delete'), tie('phrasing'))
        .map(([type, children]) => ({ type, children })),
      fc
        .tuple(url, fc.array(leaf, { maxLength: 3 }))
        .map(([to, children]) => ({ type: 'link' as const, url: to, children })),
      fc.tuple(picture, text).map(([to, alt]) => ({ type: 'image' as const, url: to, alt: alt || 'alt' })),
    ),
    { maxLength: 5 },
  ),
}));

const cell = (name: string): fc.Arbitrary<TableCell> =>
  phrasing.map(children => ({
    type: 'tableCell',
    children: name === '' ? children : [{ type: 'text', value: name }, ...children],
  }));
const row = (name: string): fc.Arbitrary<TableRow> =>
  fc.tuple(cell(name), cell(name)).map(children => ({ type: 'tableRow', children }));

const paragraph: fc.Arbitrary<Block> = phrasing.map(children => ({ type: 'paragraph', children }));

const note: Block = { type: 'paragraph', children: [{ type: 'text', value: 'Note.' }] };

const { block } = fc.letrec<{ block: Block; item: ListItem }>(tie => ({
  item: fc
    .tuple(fc.constantFrom(null, true, false), fc.array(tie('block'), { maxLength: 3 }))
    .map(([checked, children]) => ({ type: 'listItem', checked, children })),
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    { weight: 4, arbitrary: paragraph },
    fc
      .tuple(fc.constantFrom(1 as const, 3 as const, 4 as const), phrasing)
      .map(([depth, children]) => ({ type: 'heading' as const, depth, children })),
    text.map(value => ({ type: 'code' as const, value, lang: 'ts' })),
    text.map(value => ({ type: 'math' as const, value })),
    fc.constant({ type: 'thematicBreak' as const }),
    fc.constant({ type: 'html' as const, value: '<div>html &amp; <b>bold</b></div>' }),
    fc.array(tie('block'), { maxLength: 3 }).map(children => ({ type: 'blockquote' as const, children })),
    fc.array(tie('block'), { maxLength: 2 }).map(children => ({
      type: 'footnoteDefinition' as const,
      identifier: 'note',
      children: [note, ...children],
    })),
    fc
      .tuple(fc.constantFrom(null, 0, 1, 7, 120), fc.array(tie('item'), { maxLength: 4 }))
      .map(([start, children]) => ({ type: 'list' as const, ordered: start !== null, start, children })),
    fc
      .tuple(row('列'), fc.array(row(''), { maxLength: 3 }))
      .map(([header, rows]) => ({ type: 'table' as const, children: [header, ...rows] })),
  ),
}));

/** Trees that remark makes, and worse ones. */
export const tree: fc.Arbitrary<readonly RootContent[]> = fc.array(block, { maxLength: 6 });

/** The same, long enough for several pages. */
export const longTree: fc.Arbitrary<readonly RootContent[]> = fc
  .tuple(fc.array(block, { minLength: 2, maxLength: 8 }), fc.integer({ min: 1, max: 30 }))
  .map(([blocks, times]) => Array.from({ length: times }, () => blocks).flat());
