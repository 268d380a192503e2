import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, textOf } from '../../src/preview/discord-markdown.ts';
import type { DiscordNode } from '../../src/preview/markdown/nodes.ts';

/** A tree in one line: `strong(重点：)后面`. */
function shape(nodes: readonly DiscordNode[]): string {
  return nodes.map(shapeOfNode).join('');
}

function shapeOfNode(node: DiscordNode): string {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'code':
      return `code(${node.value})`;
    case 'fence':
      return `fence:${node.language ?? ''}(${node.value})`;
    case 'list':
      return `${node.ordered ? `list:${node.start}` : 'list'}(${node.items.map(shape).join('; ')})`;
    case 'heading':
      return `heading${node.depth}(${shape(node.children)})`;
    case 'link':
      return `link:${node.url}${node.quiet ? ':quiet' : ''}(${shape(node.children)})`;
    case 'url':
      return `url${node.quiet ? ':quiet' : ''}(${node.url})`;
    case 'mention':
      return `mention:${node.kind}(${'id' in node ? node.id : ''})`;
    case 'timestamp':
      return `time:${node.style}(${node.seconds})`;
    case 'emoji':
      return `emoji(${node.name})`;
    default:
      return `${node.type}(${shape(node.children)})`;
  }
}

const LINK = 'https://example.com/a';

describe('what a reader of Discord sees', () => {
  it.each([
    ['bold beside Chinese signs', '**重点：**后面', 'strong(重点：)后面'],
    ['two stars for bold, one for italics', '**a** *b*', 'strong(a) emphasis(b)'],
    ['underscores: two underline, one slants', '__a__ _b_', 'underline(a) emphasis(b)'],
    ['all three together', '***a***', 'emphasis(strong(a))'],
    ['bold within italics', '*a **b** c*', 'emphasis(a strong(b) c)'],
    ['italics at the end of bold', '**a *b***', 'strong(a emphasis(b))'],
    ['runs that touch break', '**a****b**', 'strong(a**)b**'],
    ['a touching run of both breaks', '**a***b*', 'strong(a*)b*'],
    ['a zero-width space between keeps them', '**a**\u200b*b*', 'strong(a)\u200bemphasis(b)'],
    ['a star with a space after it', 'a * b * c', 'a * b * c'],
    ['a name with underscores', 'a_snake_name', 'a_snake_name'],
    ['an underscore pair before Chinese', '_a_文', 'emphasis(a)文'],
    ['strike and spoiler', '~~a~~ ||b||', 'strike(a) spoiler(b)'],
    ['escapes', '\\*a\\* \\_b\\_ \\|\\|c\\|\\| \\~~d~~', '*a* _b_ ||c|| ~~d~~'],
    ['a backslash before a letter', 'C:\\dir', 'C:\\dir'],
    ['an escaped star in bold', '**a\\***', 'strong(a*)'],
    ['bold over two lines', '**a\nb**', 'strong(a\nb)'],
    ['code with one and two backticks', '`a` ``b`c``', 'code(a) code(b`c)'],
    ['code that begins with a backtick', '`` `a``', 'code(`a)'],
    ['a lone backtick', '一个 ` 字符', '一个 ` 字符'],
    ['marks in code', '`**a**`', 'code(**a**)'],
    ['a fence with its language', '```js\na\n\nb\n```\nc', 'fence:js(a\n\nb)c'],
    ['a fence whose language is two words', '```js x\na\n```', 'fence:(js x\na)'],
    ['an empty fence shows its language', '```js\n```', 'fence:(js)'],
    ['tildes are no fence but strike', '~~~\na\n~~~', 'strike(~\na\n)~'],
    ['a quote over lines', '> a\n> b\nc', 'quote(a\nb)c'],
    ['a quote with an empty line', '> a\n> \n> b', 'quote(a\n\nb)'],
    ['a mark with nothing after it', '>a', '>a'],
    ['quotes do not nest', '> > a', 'quote(> a)'],
    ['a long quote', '>>> a\n\nb', 'quote(a\n\nb)'],
    ['a fence in a quote is code in the line', '> ```\n> a\n> ```', 'quote(code(a))'],
    ['headings', '# a\n## b\n### c', 'heading1(a)heading2(b)heading3(c)'],
    ['a fourth depth is literal', '#### a', '#### a'],
    ['number signs that end a heading are lost', '### C#\nb', 'heading3(C)b'],
    ['blank lines after a heading are lost', '# a\n\n\nb', 'heading1(a)b'],
    ['a number sign in the line', 'a # b', 'a # b'],
    ['a heading that begins like a list', '### - a', 'heading3(list(a))'],
    ['small text', '-# **a**\nb', 'small(strong(a))b'],
    ['small text must begin the line', ' -# a', ' -# a'],
    ['lists', '- a\n- b\nc', 'list(a; b)c'],
    ['two spaces a level', '- a\n  - b\n    - c\n- d', 'list(a\nlist(b\nlist(c)); d)'],
    ['two spaces under numbers', '1. a\n  - b\n2. c', 'list:1(a\nlist(b); c)'],
    ['only the first number counts', '3. a\n9. b', 'list:3(a; b)'],
    ['the first marker decides for all', '- a\n1. b', 'list(a; b)'],
    ['a blank line ends a list', '- a\n\n  b', 'list(a)\n  b'],
    ['a year becomes a list', '2024. 年', 'list:2024(年)'],
    ['an escaped dot keeps it', '2024\\. 年', '2024. 年'],
    ['no heading in a list', '- # a', 'list(# a)'],
    ['a quote in a list', '- > a', 'list(quote(a))'],
    ['a link', `[**a** b](${LINK})`, `link:${LINK}(strong(a) b)`],
    ['a link without a preview', `[a](<${LINK}>)`, `link:${LINK}:quiet(a)`],
    ['a link with brackets in its address', '[a](https://b.org/c_(d))', 'link:https://b.org/c_(d)(a)'],
    ['a link with brackets in its label', `[a [b]](${LINK})`, `link:${LINK}(a [b])`],
    ['a backslash in a label is shown', `[a\\*](${LINK})`, `link:${LINK}(a\\*)`],
    ['an address in the label', `[https://b.org](${LINK})`, `[https://b.org](${LINK})`],
    ['an emoji in the label', `[a 🎉](${LINK})`, `[a 🎉](${LINK})`],
    ['a link in the label', `[a [b](${LINK}) c](${LINK})`, `[a [b](${LINK}) c](${LINK})`],
    ['a mention in the label', `[a <@1>](${LINK})`, `[a <@1>](${LINK})`],
    ['an empty label', `[ ](${LINK})`, `[ ](${LINK})`],
    ['a relative address', '[**a**](/b)', '[**a**](/b)'],
    ['another scheme', '[a](javascript:b)', '[a](javascript:b)'],
    ['a bare address', `见${LINK}, b`, `见url(${LINK}), b`],
    ['a bare address in brackets', `(${LINK})`, `(url(${LINK}))`],
    ['a bare address takes Chinese signs in', `${LINK}，后面 a`, `url(${LINK}，后面) a`],
    ['an address without a preview', `<${LINK}>`, `url:quiet(${LINK})`],
    [
      'mentions',
      '<@1> <@!2> <@&3> <#4>',
      'mention:user(1) mention:user(2) mention:role(3) mention:channel(4)',
    ],
    ['everyone', '@everyone @here', 'mention:everyone() mention:here()'],
    ['everyone broken by a zero-width space', '@\u200beveryone', '@\u200beveryone'],
    ['a command', '</post list:5>', 'mention:command(5)'],
    ['a timestamp', '<t:1749741240:D> <t:0>', 'time:D(1749741240) time:f(0)'],
    ['a timestamp beyond all dates', '<t:99999999999999>', '<t:99999999999999>'],
    ["a server's emoji", '<:a_b:1> <a:c:2>', 'emoji(a_b) emoji(c)'],
    ['an escaped mention', '\\<@1>', '<@1>'],
    ['a shrug', '¯\\_(ツ)_/¯', '¯\\_(ツ)_/¯'],
    ['what is not rendered', '| a | b |\n---\n![a](b)', '| a | b |\n---\n![a](b)'],
  ])('%s', (_, text, seen) => {
    expect(shape(parse(text))).toBe(seen);
  });

  it('as plain text: no marks, each block on its own line', () => {
    const text = `# a\n**b** [c](${LINK})\n> d\n- e\n  - f\n\`\`\`js\ng\n\`\`\`\nh </post list:5>`;
    expect(textOf(parse(text))).toBe('a\nb c\nd\ne\nf\ng\nh /post list');
  });
});

describe('hostile texts', () => {
  const units = [
    '*',
    '_',
    '[',
    '`',
    '~~',
    '||',
    '*_',
    '> ',
    '# ',
    '- ',
    '[a](',
    '[a](x "',
    '[a]x]',
    '<',
    '\\',
    'h',
  ];
  const texts = fc.array(
    fc.oneof(
      fc.constantFrom(...units, '\n', ' ', '  ', ')', ']', '](', LINK, '1. ', '-# ', '```', '>>> '),
      fc.string(),
    ),
    { maxLength: 200 },
  );

  it('are read without an error, and nothing is made up', () => {
    fc.assert(
      fc.property(texts, parts => {
        const text = parts.join('');
        expect(textOf(parse(text)).length).toBeLessThanOrEqual(text.length * 2 + 40);
      }),
    );
  });

  it.each(units)('%s a hundred thousand times over', unit => {
    const [short, long] = [unit.repeat(4_000), unit.repeat(100_000)];
    parse(short);
    const began = performance.now();
    parse(long);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('keep every word, whatever marks surround them', () => {
    const words = fc.array(
      fc.constantFrom('a', '字', '* ', '**', '_', '__', '~~', '||', '\n', '> ', '- ', ' ', '`'),
    );
    fc.assert(
      fc.property(words, parts => {
        const text = parts.join('');
        expect(textOf(parse(text)).match(/[a字]/g) ?? []).toEqual(text.match(/[a字]/g) ?? []);
      }),
    );
  });
});
