import { describe, expect, test } from 'vitest';
import { shown } from './shown.ts';

describe('HTML', () => {
  test.each([
    ['lines', 'a<br>b<br/>c', 'a⏎b⏎c'],
    ['keys', '<kbd>Ctrl</kbd>+<kbd>C</kbd>', '`Ctrl`+`C`'],
    ['raised and lowered', 'x<sup>2</sup> H<sub>2</sub>O a<sup>好</sup>', 'x² H₂O a^好'],
    ['marks of notes', 'a<sup><a href="#n1">1</a></sup> b<sup>[2]</sup>', 'a[¹](#n1) b[2]'],
    ['Markdown that is asked for', '<div class="x" markdown="1">\n**a**\n</div>', '**a**'],
    ['marks', '<b>a</b> <em>b</em> <del>c</del> <mark>d</mark> <u>e</u>', '**a** *b* ~~c~~ **d** e'],
    [
      'spaces around pictures and notes',
      '<b>y</b> ![d](x) e [l](w) ![f](z)[^1] g',
      '**y** ![d](x) e [l](w) ![f](z)[^1] g',
    ],
    ['marks around Markdown', '<b>a *b* `c`</b>', '**a *b* `c`**'],
    ['code', '<code>a *b*</code>', '`a b`'],
    ['a link', '<a href="https://a.b">x</a> <a name="y"></a>', '[x](https://a.b)'],
    ['a picture', '<img src="/a.png" alt="A" width="3">', '![A](/a.png)'],
    ['a picture in the middle', '<p align="center">\n  <img src="/a.png">\n</p>', '![](/a.png)'],
    [
      'a picture that loads late',
      '<img data-src="/a.png"><noscript><img src="/a.png"></noscript>',
      '![](/a.png)',
    ],
    [
      'a video',
      '<iframe src="//www.youtube.com/embed/abcdefghijk?a=b"></iframe>',
      '[https://www.youtube.com/watch?v=abcdefghijk](https://www.youtube.com/watch?v=abcdefghijk)',
    ],
    ['a frame with a title', '<iframe src="https://a.b" title="T"></iframe>', '[T](https://a.b)'],
    ['a heading', '<h2 id="x">A <em>b</em></h2>\n\ntext', '## A *b*\n\ntext'],
    ['a heading of two lines', '### A<br>b\n\n<h3>C<br>d</h3>', '### A b\n\n### C d'],
    ['a list', '<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>', '- a\n- b\n  \n  - c'],
    ['a table', '<table><tr><th>A</th></tr><tr><td>1<br>2</td></tr></table>', '| A |\n| 1⏎2 |'],
    [
      'a table with a list',
      '<table><tr><th>A</th></tr><tr><td><ul><li>x</li><li>y</li></ul></td></tr></table>',
      '| A |\n| • x⏎• y |',
    ],
    [
      'a table that lays out code',
      '<table><tr><td class="gutter"><pre>1</pre></td><td><pre>x</pre></td></tr></table>',
      '```\nx\n```',
    ],
    [
      'what unfolds',
      '<details>\n<summary>Sum <b>mary</b></summary>\n\nText **b**\n\n</details>',
      '**Sum mary**\n\nText **b**',
    ],
    [
      'a figure',
      '<figure><img src="/a.png" alt="A"><figcaption>Cap</figcaption></figure>',
      '![A](/a.png)\n\nCap',
    ],
    ['what letters stand for', '<abbr title="Hyper Text">HT</abbr>', 'HT (Hyper Text)'],
    ['a picture of several sizes', '<img srcset="https://a.b/2.png 2x" alt="A">', '![A](https://a.b/2.png)'],
    [
      'a gist',
      '<script src="https://gist.github.com/a/b.js"></script>',
      '[https://gist.github.com/a/b](https://gist.github.com/a/b)',
    ],
    ['a definition list', '<dl><dt>T</dt><dd>D</dd></dl>', '**T**\n\n- D'],
    ['code with its language', '<pre><code class="language-js">a\nb</code></pre>', '```js\na\nb\n```'],
    ['a diagram', '<div class="x"><pre class="mermaid">graph</pre></div>', '```mermaid\ngraph\n```'],
    ['Markdown between its blocks', '<div>\n\n**a**\n\n</div>', '**a**'],
    ['no comments, scripts, styles', 'a<!-- b --> c\n\n<script>d</script>\n\n<style>e</style>', 'a c'],
    ['a script within a line', 'a <script>b</script> c', 'a b c'],
    ['an end that is missing', '<div>\n\na\n\n## b', 'a\n\n## b'],
    ['an end alone', 'a\n\n</div>\n\nb', 'a\n\nb'],
    ['a title that is never closed', 'a\n\n<title>\n\nb', 'a\n\nb'],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });

  test('a cell that says it spans the world does not', () => {
    const [header, row] = shown('<table><tr><td colspan="999999999" rowspan="9">a</td></tr></table>').split(
      '\n',
    );
    expect(header?.length).toBeLessThan(200);
    expect(row).toMatch(/^\| a \|/);
  });

  test('what a sentence less than and greater than is no HTML', () => {
    expect(shown('1 < 2 and 3 > 2, a<b')).toBe('1 < 2 and 3 > 2, a<b');
  });
});

describe('components', () => {
  test.each([
    ['a box', '<Callout type="warning" title="T">\n\nText\n\n</Callout>', '> **T**\n> \n> Text'],
    ['a badge', 'a <Badge text="new" /> b', 'a new b'],
    ['tabs', '<Tabs>\n<TabItem label="npm">\n\n`x`\n\n</TabItem>\n</Tabs>', '**npm**\n\n`x`'],
    [
      'a video',
      '<YouTube id="abcdefg" />',
      '[https://www.youtube.com/watch?v=abcdefg](https://www.youtube.com/watch?v=abcdefg)',
    ],
    ['a link', '<LinkCard href="https://a.b" title="T" />', '[T](https://a.b)'],
    ['a box that is called as an element', '<Aside type="caution" title="T">x</Aside>', '> **T**\n> \n> x'],
    ['a link that is', 'a <Link href="/x">b</Link> c', 'a [b](/x) c'],
    ['a picture that is', '<Picture src="https://a.b/c.png" alt="P" />', '![P](https://a.b/c.png)'],
    ['a picture with its caption', '<Figure src="/a.png" alt="A" caption="C" />', '![A](/a.png)\n\nC'],
    ['a picture that Vue binds', '<img :src="withBase(\'/a.png\')" alt="A">', '![A](/a.png)'],
    ['a film', '<VidStack src="/a.mp4" />', '[/a.mp4](/a.mp4)'],
    [
      'a video by its own name of ids',
      '<BiliBili bvid="BV1" />',
      '[https://www.bilibili.com/video/BV1](https://www.bilibili.com/video/BV1)',
    ],
    ['a card with words', '<Linkcard url="https://a.b" title="T" description="D"/>', '[T](https://a.b)\n\nD'],
    [
      'a song',
      '<meting-js server="netease" type="song" id="1"></meting-js>',
      '[https://music.163.com/#/song?id=1](https://music.163.com/#/song?id=1)',
    ],
    [
      'groups whose tags share a line',
      '<CodeGroup><CodeGroupItem title="YARN">\n\n```bash\nyarn\n```\n\n</CodeGroupItem></CodeGroup>',
      '**YARN**\n\n```bash\nyarn\n```',
    ],
    ['nothing to see', 'a\n\n<ClientOnly />\n\nb', 'a\n\nb'],
    ['its content', '<Fancy :a="b">x *y*</Fancy>', 'x *y*'],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });
});

describe('MDX', () => {
  const mdx = (text: string) => shown(text, { path: 'post.mdx' });

  test.each([
    ['imports and exports are not seen', "import X from './x'\nexport const a = 1\n\n# T", '# T'],
    ['components show their content', '<X a={1}>\n  Text *b*\n</X>', 'Text *b*'],
    ['expressions show their text', "{'a'} {1} {/* c */}{x.y}", 'a 1'],
    ['attributes may be texts', "<Callout title={'T'}>x</Callout>", '> **T**\n> \n> x'],
    [
      'imported pictures are where they lie',
      'import p from \'./p.png\'\n\n<img src={p} alt="P" />',
      '![P](./p.png)',
    ],
    [
      'one of two pictures',
      "<ThemedImage alt=\"t\" sources={{light: '/l.png', dark: '/d.png'}} />",
      '![t](/l.png)',
    ],
    ['a picture by another name', '<IdealImage img={require(\'./a.png\')} alt="x" />', '![x](./a.png)'],
    ['a tab by its value', '<Tabs><TabItem value="npm">x</TabItem></Tabs>', '**npm**\n\nx'],
    [
      'required pictures are where they lie',
      '<img src={require(\'./p.png\').default} alt="P" />',
      '![P](./p.png)',
    ],
    [
      'code in a component',
      '<CodeBlock language="js" title="a.js">\n  {`let a`}\n</CodeBlock>',
      '`a.js`\n\n```js\nlet a\n```',
    ],
    ['code in an attribute', '<Code code={`let a`} lang="js" />', '```js\nlet a\n```'],
    ['directives are known', '::github{repo="a/b"}', '[GitHub](https://github.com/a/b)'],
    ['containers are known', ':::note\n\nx\n\n:::', '> **Note**\n> \n> x'],
    ['comments of HTML are forgiven', '<!-- a -->\n\nb', 'b'],
    [
      'what is no MDX is read as Markdown',
      '# A < B {\n\n<https://a.b>',
      '# A < B {\n\n[https://a.b](https://a.b)',
    ],
  ])('%s', (_, written, read) => {
    expect(mdx(written)).toBe(read);
  });

  test('an import that the post shows as code or speaks of stays', () => {
    expect(shown("import x from 'y'")).toBe("import x from 'y'");
    expect(shown("import X from 'y'\n\n<X/> a")).toBe('a');
  });

  test("Docusaurus' Markdown is MDX", () => {
    expect(shown('<b style={{ a: 1 }}>x</b>', { dialect: 'docusaurus' })).toBe('**x**');
  });
});
