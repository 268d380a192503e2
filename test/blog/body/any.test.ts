import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { readBody } from '../../../src/blog/body/body.ts';
import { plainText } from '../../../src/blog/text.ts';

/** Signs of every syntax that is read, whole and cut up. */
const marks = [
  '{% note %}',
  '{% endnote %}',
  '{% raw %}',
  '{% endraw %}',
  '{% highlight js %}',
  '{% endhighlight %}',
  '{% ',
  ' %}',
  '{% end %}',
  '{% if a %}',
  '{% else %}',
  '{% endif %}',
  '{% for a in b %}',
  '{% endfor %}',
  '{% capture c %}',
  '{% tabs t %}',
  '<!-- tab -->',
  '{% asset_img a.png %}',
  '{% post_link a %}',
  '{{< card title="T" url="/a" >}}',
  '{{< link "/a" >}}',
  '\\(',
  '\\)',
  '\\[',
  '\\]',
  '\n\\begin{align}\n',
  '\n\\end{align}\n',
  '\n!!! note "T"\n    ',
  '\n=== "T"\n    ',
  '[caption a="b"]',
  '[/caption]',
  '[code]',
  '[/code]',
  '\n::github{repo="a/b"}\n',
  ':spoiler[',
  '](b.md)',
  ']{.a}',
  '{.a}',
  ' {#b}\n',
  '^[',
  '\n```ad-tip\n',
  '\n<<< @/a.js\n',
  '*[A]: ',
  '<Link href="/a">',
  '</Link>',
  '<Aside title="T">',
  '</Aside>',
  '<A><B>\n',
  '{{< tab >}}',
  '{{< /tab >}}',
  '{{% tip %}}',
  '{{< ',
  ' >}}',
  '{{ ',
  ' }}',
  '\n:::tip\n',
  '\n:::\n',
  '{: .a}',
  '{:toc}',
  '\n: ',
  '[[',
  ']]',
  '![[',
  '> [!note]- ',
  '==',
  '^',
  '~',
  '$',
  ':smile:',
  '%%',
  '<div>',
  '</div>',
  '<p>',
  '<b>',
  '</b>',
  '<br>',
  '<table>',
  '<tr><td>',
  '</table>',
  '<details><summary>',
  '</summary>',
  '<title>',
  '<select>',
  '<svg>',
  '<Foo a={b}>',
  '<Foo />',
  '</Foo>',
  '<quoth-box>',
  '</quoth-title>',
  'import A from "b"\n',
  '{/* ',
  ' */}',
  '`',
  '```\n',
  '    ',
  '- ',
  '> ',
  '# ',
  '|',
  '\n',
  '\n\n',
  ' ',
];

/** Nodes that only Markdown itself has, so that whatever walks the tree knows them. */
const known =
  /^(?:root|blockquote|break|code|delete|emphasis|footnote(?:Definition|Reference)|heading|html|image|inlineCode|inlineMath|link|list|listItem|math|paragraph|strong|table|tableCell|tableRow|text|thematicBreak)$/;

function typesIn(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(typesIn) : [])];
}

const path = fc.constantFrom('a.md', 'a.mdx');
const dialect = fc.constantFrom('unknown' as const, 'obsidian' as const, 'docusaurus' as const);

describe('any text', () => {
  test('is read as a tree of Markdown', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...marks), fc.string({ maxLength: 5 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, path, dialect, (parts, file, generator) => {
        const root = readBody({ text: parts.join(''), path: file, dialect: generator });
        expect(typesIn(root).filter(type => !known.test(type))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('keeps its words, in order', () => {
    const visible = marks.filter(
      mark =>
        !/raw|highlight|import|else|for |\*\[A|%%|\{\/\*|\*\/|title|summary|select|svg|table|td|\$|`|\{\{ |\{% $|\{\{< $|\[\[|quoth|<Foo/.test(
          mark,
        ),
    );
    const text = fc.array(fc.constantFrom(...visible, 'word '), { maxLength: 40 });
    fc.assert(
      fc.property(text, parts => {
        let count = 0;
        const numbered = parts.map(part => (part === 'word ' ? ` word${count++}word ` : part)).join('');
        const words =
          plainText(readBody({ text: numbered, path: 'a.md' }).children).match(/word\d+word/g) ?? [];
        expect(words).toEqual(Array.from({ length: count }, (_, index) => `word${index}word`));
      }),
      { numRuns: 200 },
    );
  });

  test('in code stays as it is', () => {
    const safe = marks.filter(mark => !mark.includes('`'));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...safe, 'word'), { maxLength: 30 }), parts => {
        const code = `x${parts.join('')}x`;
        const root = readBody({ text: `a\n\n\`\`\`js\n${code}\n\`\`\`\n\nb`, path: 'a.md' });
        expect(root.children[1]).toMatchObject({ type: 'code', value: code });
      }),
      { examples: [[['<!-- tab -->', '<Foo a={b}>']]] },
    );
  });
});

describe('hostile text is read in time', () => {
  test.each([
    ['tags that never end', '{% a '],
    ['shortcodes that never end', '{{< '],
    ['code that never ends', '{% highlight x %}\n'],
    ['attributes', '{:'],
    ['brackets', '![['],
    ['comments that never end', '<!-- '],
    ['elements that never end', '<div>\n\n'],
    ['formatting that never ends', '<b>'],
    ['ends', '</div>\n\n'],
    ['less-than signs', '<'],
    ['raw elements', '<pre>'],
    ['cells', '<td>x'],
    ['marks', '==a'],
    ['roofs', 'a^'],
    ['colons', ':a:'],
    ['backticks', '`a'],
    ['fences', '~~~\n'],
    ['imports', 'import x from '],
    ['braces', '{'],
    ['component attributes', '<A b={'],
  ])('%s', (_, part) => {
    for (const path of ['a.md', 'a.mdx']) {
      expect(() => readBody({ text: part.repeat(20_000 / part.length), path })).not.toThrow();
    }
  });
});
