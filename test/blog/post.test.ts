import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleCover } from '../../src/blog/cover.ts';
import { isHidden, readPost } from '../../src/blog/post.ts';
import { postFrom, settingsWith } from './fixture.ts';

function head(lines: string, path?: string) {
  return postFrom(`---\n${lines}\n---\nbody\n`, { path, settings: { timezone: 'Asia/Shanghai' } });
}

describe('its body', () => {
  const textOf = (written: string) => JSON.stringify(postFrom(written).sections.map(({ nodes }) => nodes));

  test('says what it names of its front matter', () => {
    const text = textOf(
      '---\ntitle: T 1\nauthor: Ann\n---\n\n{{ page.title }} by {{ $frontmatter.author }}, {{ page.date }}',
    );
    expect(text).toContain('T 1 by Ann, {{ page.date }}');
  });

  test('shows the galleries of its front matter where they stand', () => {
    const gallery = 'gallery:\n  - image_path: /a.png\n    alt: A\n  - url: /b.png\ntwo: [/c.png]';
    const text = textOf(
      `---\n${gallery}\n---\n\nx\n\n{% include gallery caption="Cap *b*" %}\n\n{% include gallery id="two" %}`,
    );
    for (const part of ['"url":"/a.png"', '"alt":"A"', '"url":"/b.png"', '"Cap "', '"url":"/c.png"'])
      expect(text).toContain(part);
  });
});

describe('its title', () => {
  test.each([
    ['title: One', 'One'],
    ['Title: "  One\\n two "', 'One two'],
    ['title: 2024', '2024'],
    ['title: 1.10', '1.10'],
    ['title: Q&amp;A &#8212; 1 &lt; 2', 'Q&A — 1 < 2'],
    ['titleText: One', 'One'],
    ['title:\nname: One', 'One'],
  ])('is that of the front matter: %s', (lines, title) => {
    expect(head(lines).title).toBe(title);
  });

  test('is else its first h1, without marks', () => {
    expect(postFrom('## first\n\n# The **real** `title`\n\n# second').title).toBe('The real title');
  });

  test.each([
    ['posts/2025-06-12-hello-world.md', 'hello-world'],
    ['posts/20250612231400-hello.md', 'hello'],
    ['posts/012-hello.md', 'hello'],
    ['01.前端/05.hello.md', 'hello'],
    ['posts/hello/index.md', 'hello'],
    ['posts/2025-06-12-hello/index.en.md', 'hello'],
    ['posts/2025-06-12.md', '2025-06-12'],
    ['hello.en.md', 'hello'],
    ['index.md', 'index'],
  ])('is else the name of %s', (path, title) => {
    expect(postFrom('text', { path }).title).toBe(title);
  });

  test('is cut where nobody would write it so long, and the heading stays', () => {
    const long = 'word '.repeat(100).trim();
    const post = postFrom(`# ${long}`);
    expect(post.title.length).toBeLessThanOrEqual(256);
    expect(post.title).toMatch(/…$/);
    expect(post.sections[0]?.heading).toBe(long);
  });
});

describe('its date', () => {
  const day = ({ date }: { date?: { year: number; month: number; day: number } }) =>
    date === undefined ? undefined : [date.year, date.month, date.day];

  test.each(['date', 'publishDate', 'pubDate', 'pub_datetime', 'published_at', 'created', 'createTime'])(
    'is found as %s',
    key => {
      expect(day(head(`${key}: 2025-06-12`))).toEqual([2025, 6, 12]);
    },
  );

  test('is that of the file where the front matter has none', () => {
    expect(day(head('title: x', 'posts/2025-06-12-x.md'))).toEqual([2025, 6, 12]);
    expect(head('title: x', 'posts/2025-06-12-x.md').problems).toEqual([]);
    expect(day(head('path: 2014/09/15/Rust-1.0'))).toEqual([2014, 9, 15]);
  });

  test('is missed where there is none, and never made up', () => {
    const post = head('title: x');
    expect(post.date).toBeUndefined();
    expect(post.problems).toEqual([{ code: 'date-missing' }]);
    expect(head('date: Last Modified').problems).toEqual([{ code: 'date-missing' }]);
  });

  test('is named where it cannot be read', () => {
    expect(head('date: 2020-02-31').problems).toEqual([{ code: 'date-unreadable', detail: '2020-02-31' }]);
    const post = head('date: someday', 'posts/2025-06-12-x.md');
    expect(day(post)).toEqual([2025, 6, 12]);
    expect(post.problems).toEqual([{ code: 'date-unreadable', detail: 'someday' }]);
  });

  test('is no yes or no', () => {
    expect(day(head('published: true\ndate: 2025-06-12'))).toEqual([2025, 6, 12]);
  });

  test('of its last change is kept apart', () => {
    expect(head('date: 2025-06-12\nlastmod: 2025-06-13').updated).toMatchObject({ day: 13 });
    expect(head('date: 2025-06-12\nlast_update:\n  date: 2025-06-14').updated).toMatchObject({ day: 14 });
  });

  test('is read from TOML', () => {
    expect(postFrom('+++\ndate = 2025-06-12T23:14:00Z\n+++\n').date?.instant).toBe(
      Date.UTC(2025, 5, 12, 23, 14),
    );
    expect(day(postFrom('+++\ndate = 2025-06-12\n+++\n'))).toEqual([2025, 6, 12]);
  });
});

describe('its tags', () => {
  test.each([
    ['tags: [a, "#b", 3]', ['a', 'b', '3']],
    ['tags: a, b，c、d', ['a', 'b', 'c', 'd']],
    ['tags:\n  - a\n  -\n  - A\n  - ａ', ['a']],
    ['tags:\n  - label: a\n    permalink: /x\n  - { name: b }', ['a', 'b']],
    ['tags: [a]\ncategories: [[b, c], [d]]', ['a', 'b', 'c', 'd']],
    ['taxonomies:\n  tags: [a]', ['a']],
    ['tags:', []],
    ['title: x', []],
  ])('%j', (lines, tags) => {
    expect(head(lines).tags).toEqual(tags);
  });
});

describe('its slug', () => {
  test.each([
    ['slug: one', 'one'],
    ['slug: /blog/one/', 'blog/one'],
    ['slug: https://blog.example/blog/one?x', 'blog/one'],
    ['slug: ../../one', 'one'],
    ['slug: ..', 'post'],
    ['slug: 中文', '中文'],
    ['title: x', 'post'],
  ])('%s', (lines, slug) => {
    expect(head(lines).slug).toBe(slug);
  });

  test.each([
    ['posts/2025-06-12-one.md', '2025-06-12-one'],
    ['posts/one/index.md', 'one'],
    ['posts/one.zh-cn.md', 'one'],
    ['posts/one.js.mdx', 'one.js'],
  ])('is else the name of %s', (path, slug) => {
    expect(head('title: x', path).slug).toBe(slug);
  });
});

describe('its picture', () => {
  const image = (markdown: string) => postFrom(markdown, { settings: { url: 'https://blog.example' } }).image;

  test.each([
    ['featuredImage: /a.png', 'https://blog.example/a.png'],
    ['cover:\n  image: a.png', 'https://blog.example/posts/a.png'],
    ['image:\n  src: https://x.example/a.png', 'https://x.example/a.png'],
    ['images: [/a.png, /b.png]', 'https://blog.example/a.png'],
    ['photos: /a.png', 'https://blog.example/a.png'],
    ['cover: ~/assets/a.png', undefined],
    ['cover: javascript:alert(1).png', undefined],
  ])('%j is at %s', (lines, url) => {
    expect(image(`---\n${lines}\n---\n`)).toMatchObject({ url });
  });

  test.each([
    [['a.png', 'Featured.webp', 'discovery.png'], 'Featured.webp'],
    [['thumb-1.jpg', 'post-cover.jpeg', 'feature.png'], 'post-cover.jpeg'],
    [['cover.md', 'coverage.png', '.cover.png', 'cover.svg'], undefined],
  ])('of the files of its folder %j it is %s', (names, cover) => {
    expect(bundleCover(names)).toBe(cover);
  });

  test('is the cover in its folder before a picture of the body, and after what front matter names', () => {
    const settings = settingsWith({ url: 'https://blog.example', dialect: 'hugo' });
    const url = (text: string, given = settings) => {
      const read = readPost('content/posts/x/index.md', text, given, 'cover.png');
      return isHidden(read) ? undefined : read.image?.url;
    };
    expect(url('![](b.png)')).toBe('https://blog.example/posts/x/cover.png');
    expect(url('---\nimage: c.png\n---\n')).toBe('https://blog.example/posts/x/c.png');
    expect(url('![](https://a.b/b.png)', settingsWith())).toBe('https://a.b/b.png');
  });

  test.each(['image: abcdefg123', 'image: 🎉', 'image: true', 'cover: data:image/png;base64,x'])(
    '%s is none',
    line => {
      expect(image(`---\n${line}\n---\ntext`)).toBeUndefined();
    },
  );

  test('is else the first of the body', () => {
    expect(image('text\n\n> ![alt](b.png)\n\n![c](c.png)')).toEqual({
      source: 'https://blog.example/posts/b.png',
      url: 'https://blog.example/posts/b.png',
      alt: 'alt',
    });
  });
});

test('its key is that of its path, whatever else changes', () => {
  const one = head('title: a\nslug: a\ndate: 2025-01-01');
  const other = head('title: b\nslug: b\ndate: 2024-01-01');
  expect(one.key).toBe(other.key);
  expect(head('title: a', 'posts/b.md').key).not.toBe(one.key);
});

test('a byte-order mark and Windows line ends change nothing', () => {
  const text = '---\ntitle: x\n---\n\n# A\n\nb\n';
  expect(postFrom(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(postFrom(text));
});

test('a post whose front matter cannot be read is served with what can be', () => {
  const post = postFrom('---\ntitle: a: b\ndate: 2025-06-12\ntags:\n- c\n---\nbody');
  expect(post).toMatchObject({ title: 'a: b', tags: ['c'], excerpt: 'body', date: { day: 12 } });
  expect(post.problems).toEqual([expect.objectContaining({ code: 'front-matter-unreadable', line: 2 })]);
});

test('any text is a post', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '---',
      '+++',
      'title: x',
      'tags: [a',
      'date: x',
      'insights:',
      '- a',
      '# h',
      '> q',
      '1. a',
      '要点：',
      '',
    ),
    fc.constantFrom(
      'slug: ..',
      'cover: {}',
      'image: [x.png]',
      'lang: x',
      '![a](b)',
      '<!-- more -->',
      '__proto__: 1',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 20 }),
      fc.constantFrom('a.md', '/', '', 'x/index.md'),
      (lines, path) => {
        const read = readPost(path, lines.join('\n'), settingsWith({ url: 'https://blog.example' }));
        expect(isHidden(read) || read.title !== '' || path === '').toBe(true);
      },
    ),
  );
});
