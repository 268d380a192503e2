import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Post } from '../../../src/blog/model.ts';
import { plainText } from '../../../src/blog/text.ts';
import { updateFeed } from '../../../src/source/feed/update.ts';
import { readSnapshot } from '../../../src/source/snapshot.ts';
import { type FeedServer, type Reply, startFeedServer } from './feed-server.ts';
import { rss } from './feeds.ts';

let server: FeedServer;
let cache: string;
let count = 0;

beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'quoth-cache-'));
  server = await startFeedServer();
});

afterAll(async () => {
  await server.close();
  await rm(cache, { recursive: true, force: true });
});

/** The posts of a feed, as they are read of it first. */
async function postsOf(reply: Reply): Promise<readonly Post[]> {
  server.reply = reply;
  const address = { kind: 'feed', url: `${server.origin}/feed` } as const;
  const update = await updateFeed({ address, store: join(cache, String(count++)) });
  if ('fault' in update) throw new Error(update.fault.sentence);
  const { blog } = await readSnapshot({ folder: update.folder, overrides: { timezone: 'Asia/Shanghai' } });
  expect(blog.unreadable).toEqual([]);
  return blog.posts;
}

const postOf = async (reply: Reply): Promise<Post> => {
  const [post] = await postsOf(reply);
  if (!post) throw new Error('The feed holds nothing.');
  return post;
};
const textOf = ({ sections }: Post) => plainText(sections.flatMap(({ nodes }) => nodes));

const entry = (inner: string, head = '', attributes = '') => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>A blog</title><id>urn:blog</id>
<updated>2025-06-12T23:14:00Z</updated><link href="https://blog.example/"/>${head}<entry>${inner}</entry></feed>`;

describe('RSS 2', () => {
  test('gives title, address, date, tags, whole text, excerpt and picture', async () => {
    const more = `<category>AI</category><category><![CDATA[R&D]]></category><description>In short: &lt;b&gt;this&lt;/b&gt;.</description>
      <enclosure url="/cover.jpg" type="image/jpeg" length="5"/><dc:creator>Me</dc:creator>`;
    const post = await postOf(
      rss([{ title: 'Hello', html: '<h2>One</h2><p>The <em>whole</em> text.</p>', more }]),
    );
    expect(post).toMatchObject({
      title: 'Hello',
      slug: 'hello',
      url: 'https://blog.example/hello/',
      date: { year: 2025, month: 6, day: 12, instant: Date.UTC(2025, 5, 12, 15, 14) },
      tags: ['AI', 'R&D'],
      excerpt: 'In short: this.',
      image: { url: 'https://blog.example/cover.jpg' },
      language: 'en',
    });
    expect(post.sections.map(({ heading }) => heading)).toEqual(['One']);
    expect(post.sections[0]?.nodes[0]).toMatchObject({
      type: 'paragraph',
      children: [{ value: 'The ' }, { type: 'emphasis' }, { value: ' text.' }],
    });
  });

  test('gives its description where there is no more, as HTML or as plain text', async () => {
    const bare = (description: string) =>
      rss(['X']).replace(
        /<content:encoded>.*<\/content:encoded>/s,
        `<description>${description}</description>`,
      );
    expect(textOf(await postOf(bare('&lt;p&gt;One &amp;amp; two&lt;/p&gt;')))).toBe('One & two');
    expect(textOf(await postOf(bare('<![CDATA[<p>One</p><p>Two</p>]]>')))).toBe('One\nTwo');
    expect(textOf(await postOf(bare('1 &lt; 2 &amp; *3*\n\nnext')))).toBe('1 < 2 & *3*\nnext');
  });

  test('needs neither guid nor date nor title nor link', async () => {
    const posts = await postsOf(
      `<rss version="2.0"><channel><item><description>A thought without a title, that goes on for a while, and on and on. And on.</description></item>
      <item><title>Named</title></item><item><link>https://blog.example/2025/linked.html</link></item></channel></rss>`,
    );
    expect(posts.map(({ title, slug, date }) => [title, slug.length > 0, date])).toEqual(
      expect.arrayContaining([
        ['A thought without a title, that goes on for a while, and on…', true, undefined],
        ['Named', true, undefined],
        ['linked', true, undefined],
      ]),
    );
    expect(new Set(posts.map(({ key }) => key)).size).toBe(3);
  });

  test.each([
    ['Thu, 12 Jun 2025 23:14:00 EST', Date.UTC(2025, 5, 13, 4, 14)],
    ['Thu, 12 Jun 2025 23:14:00 PDT', Date.UTC(2025, 5, 13, 6, 14)],
    ['12 Jun 25 23:14 GMT', Date.UTC(2025, 5, 12, 23, 14)],
    ['2025-06-12T23:14:00+08:00', Date.UTC(2025, 5, 12, 15, 14)],
    ['some time', undefined],
  ])('a date written %s is understood', async (written, instant) => {
    const post = await postOf(rss(['X']).replace(/<pubDate>.*<\/pubDate>/, `<pubDate>${written}</pubDate>`));
    expect(post.date?.instant).toBe(instant);
  });

  test('items that stand there twice are one post, and those of one guid but several pages are several', async () => {
    expect((await postsOf(rss(['A', 'A', 'B']))).length).toBe(2);
    const shared = rss([
      { title: 'A', id: 'blog' },
      { title: 'B', id: 'blog' },
    ]);
    expect((await postsOf(shared)).map(({ title }) => title).toSorted()).toEqual(['A', 'B']);
  });

  test('what is written in another language than the feed says is known by its letters', async () => {
    const chinese = await postOf(
      rss(
        [{ title: '你好', html: '<p>这是我们写的一篇文章，讲的是压缩。</p>' }],
        '<language>en-US</language>',
      ),
    );
    expect(chinese.language).toBe('zh-CN');
    expect(
      (await postOf(rss([{ title: 'Bonjour', html: '<p>Un texte.</p>' }], '<language>fr</language>')))
        .language,
    ).toBe('fr');
  });
});

describe('RDF and Atom', () => {
  test('RSS 1.0 is read', async () => {
    const post =
      await postOf(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://blog.example/"><title>B</title><link>https://blog.example/</link></channel>
      <item rdf:about="https://blog.example/a"><title>A</title><link>https://blog.example/a</link><description>Text</description>
      <dc:date>2025-06-12T23:14:00+08:00</dc:date><dc:subject>AI</dc:subject></item></rdf:RDF>`);
    expect(post).toMatchObject({
      title: 'A',
      url: 'https://blog.example/a',
      tags: ['AI'],
      date: { day: 12 },
    });
  });

  test('Atom gives what it has, whichever type its texts are of', async () => {
    const post = await postOf(
      entry(`<id>tag:blog,2025:1</id><title type="html">A &amp;lt;b&amp;gt; &lt;i&gt;title&lt;/i&gt;</title>
        <link rel="self" href="/self"/><link rel="alternate" href="/posts/a"/><published>2025-06-12T23:14:00+08:00</published>
        <updated>2025-06-13T10:00:00+08:00</updated><category term="ai" label="AI"/><summary>1 &lt; 2</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <b>text</b>.</p></div></content>`),
    );
    expect(post).toMatchObject({
      title: 'A <b> title',
      url: `${server.origin}/posts/a`,
      date: { day: 12 },
      updated: { day: 13 },
      tags: ['AI'],
      excerpt: '1 < 2',
    });
    expect(textOf(post)).toBe('The text.');
    const plain = await postOf(
      entry('<id>1</id><title>Use &lt;b&gt;</title><content>One &amp; two\n\nThree</content>'),
    );
    expect([plain.title, textOf(plain)]).toEqual(['Use <b>', 'One & two\nThree']);
  });

  test('relative addresses are seen from xml:base where there is one, else from the page of the post', async () => {
    const content = (attributes = '') =>
      `<id>1</id><title>A</title><link href="https://blog.example/posts/a/"/>
       <content type="html" ${attributes}>&lt;img src="x.png"&gt;&lt;a href="/y"&gt;y&lt;/a&gt;</content>`;
    const pictures = async (reply: string) => {
      const post = await postOf(reply);
      return [post.image?.url, JSON.stringify(post.sections).match(/"url":"(https:[^"]*\/y)"/)?.[1]];
    };
    expect(await pictures(entry(content()))).toEqual([
      'https://blog.example/posts/a/x.png',
      'https://blog.example/y',
    ]);
    expect(await pictures(entry(content(), '', 'xml:base="https://cdn.example/files/"'))).toEqual([
      'https://cdn.example/files/x.png',
      'https://cdn.example/y',
    ]);
    expect(
      await pictures(entry(content('xml:base="deep/"'), '', 'xml:base="https://cdn.example/files/"')),
    ).toEqual(['https://cdn.example/files/deep/x.png', 'https://cdn.example/y']);
  });

  test('content that lies elsewhere, or is none to be read, gives way to the summary', async () => {
    const away =
      '<id>1</id><title>A</title><summary>Short.</summary><content type="text/html" src="/elsewhere"/>';
    expect(textOf(await postOf(entry(away)))).toBe('Short.');
    const binary =
      '<id>1</id><title>A</title><summary>Short.</summary><content type="image/png">iVBORw0KGgo=</content>';
    expect(textOf(await postOf(entry(binary)))).toBe('Short.');
  });
});

test('JSON Feed gives what it has', async () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'A blog',
    home_page_url: 'https://blog.example/',
    language: 'en',
    items: [
      {
        id: '1',
        url: 'https://blog.example/a',
        title: 'A <b>',
        content_html: '<p>Text</p>',
        summary: '1 < 2',
        date_published: '2025-06-12T23:14:00+08:00',
        tags: ['AI'],
        image: '/a.png',
      },
      { id: '2', content_text: 'One <b>\n\nTwo', date_published: '2025-06-11' },
    ],
  };
  const [a, b] = await postsOf(JSON.stringify(feed));
  expect(a).toMatchObject({
    title: 'A <b>',
    url: 'https://blog.example/a',
    excerpt: '1 < 2',
    tags: ['AI'],
    image: { url: 'https://blog.example/a.png' },
    date: { day: 12 },
  });
  expect(b && textOf(b)).toBe('One <b>\nTwo');
});

describe('pictures', () => {
  test.each([
    ['<media:content url="/m.jpg" medium="image"/><media:thumbnail url="/t.jpg"/>', '/m.jpg'],
    ['<media:content url="/m.mp4" medium="video"/><media:thumbnail url="/t.jpg"/>', '/t.jpg'],
    ['<media:group><media:content url="/g.webp" type="image/webp"/></media:group>', '/g.webp'],
    ['<enclosure url="/e.mp3" type="audio/mpeg" length="1"/>', '/in-text.png'],
    ['<media:thumbnail url="javascript:alert(1)"/>', '/in-text.png'],
  ])('of %s is %s', async (more, path) => {
    const post = await postOf(rss([{ title: 'A', html: '<img src="/in-text.png" alt="x">', more }]));
    expect(post.image?.url).toBe(`https://blog.example${path}`);
  });
});

describe('HTML', () => {
  test('is Markdown of the same look, without what a browser would run', async () => {
    const post = await postOf(
      rss([
        {
          title: 'A',
          html: `<script>alert(1)</script><style>p{}</style><p onclick="x()">One *not* _emphasis_ $5 and :smile:<br>next</p>
            <ul><li>a<ul><li>b</li></ul></li></ul><pre><code class="language-js">x &lt; y</code></pre>
            <table><tr><th>h</th></tr><tr><td>c</td></tr></table><a href="javascript:alert(1)">press</a>
            <blockquote>q</blockquote><form action="/x"><button>b</button></form>`,
        },
      ]),
    );
    const types = post.sections.flatMap(({ nodes }) => nodes.map(({ type }) => type));
    expect(types).toEqual(expect.arrayContaining(['paragraph', 'list', 'code', 'table', 'blockquote']));
    expect(JSON.stringify(post)).not.toMatch(/alert|javascript:|onclick/);
    expect(textOf(post)).toMatch(/^One \*not\* _emphasis_ \$5 and :smile:/);
  });

  test('leads to the place on the page where a heading stands, by the id that it has there', async () => {
    const html =
      '<h2 id="first-part">One</h2><p>x</p><h2>Two, or more</h2><p>y</p><h2 id="a b">Three</h2><p>z</p>';
    const post = await postOf(rss([{ title: 'A', html }]));
    expect(post.sections.map(({ anchor }) => anchor)).toEqual(['first-part', 'two-or-more', 'three']);
  });

  test.each([
    ['never ends', '<div><p>One<b>two<i>three'],
    ['is deeper than a browser goes', '<div>'.repeat(100_000)],
    ['is all angles', '<'.repeat(200_000)],
    ['is all comments', '<!--'.repeat(50_000)],
    ['is all attributes', `<a ${'x="" '.repeat(50_000)}>y</a>`],
    ['is one long word', 'x'.repeat(500_000)],
  ])('that %s is read in time', async (_, html) => {
    expect((await postsOf(rss([{ title: 'A', html }, 'B']))).map(({ title }) => title)).toContain('B');
  });
});
