import { describe, expect, test } from 'vitest';
import { makeBlog, visibleAt } from '../../src/blog/blog.ts';
import type { Blog, BlogSettings } from '../../src/blog/model.ts';
import { isHidden, readPost } from '../../src/blog/post.ts';
import { signs } from './body/shown.ts';
import { blogFrom, now, settingsWith } from './fixture.ts';

const url = 'https://blog.example';

/** What a reader sees of the post at `path`, headings left out. */
function seen(blog: Blog, path = 'posts/one.md'): string {
  const post = [...blog.byKey.values()].find(one => one.path === path);
  return signs(post?.sections.flatMap(({ nodes }) => nodes) ?? []);
}

const other = '---\ntitle: The other post\ndate: 2024-01-05\n---\n\nWords.\n\n## Some *part*\n\nMore.';

/** What a post that says `written` shows beside one at `path`. */
function beside(written: string, path = 'posts/other.md', settings: Partial<BlogSettings> = { url }): string {
  return seen(blogFrom({ 'posts/one.md': `# One\n\n${written}`, [path]: other }, settings));
}

describe('a link to another post leads to its page', () => {
  const page = `${url}/posts/other`;

  test.each([
    ["Hugo's", '[x]({{< ref "other.md" >}})', `[x](${page})`],
    ["Hugo's, from the root", '[x]({{< relref "/posts/other" >}})', `[x](${page})`],
    ["Hugo's, with a heading", '[x]({{% ref "other.md#some-part" %}})', `[x](${page}#some-part)`],
    ["Zola's", '[x](@/posts/other.md#some-part)', `[x](${page}#some-part)`],
    ["Jekyll's", '[x]({% link posts/other.md %})', `[x](${page})`],
    ["Hexo's", '{% post_link other 好 %}', `[好](${page})`],
    ["Hexo's, which says the title", 'See {% post_link other %}.', `See [The other post](${page}).`],
    ["Hexo's address", '<a href="{% post_path other %}">x</a>', `[x](${page})`],
    ["Obsidian's", '[[other|that]] [[Other]]', `[that](${page}) [Other](${page})`],
    ["Obsidian's, by its title", '[[The other post#x]]', `[The other post > x](${page}#x)`],
    ["Obsidian's, to a heading", '[[other#Some part]]', `[other > Some part](${page}#some-part)`],
    ["Obsidian's, to a block", '[[other#^ab1|x]]', `[x](${page})`],
    ["Obsidian's, embedded", '![[other]]', `[other](${page})`],
    ['a file', '[x](./other.md) [y](other.mdx?z)', `[x](${page}) [y](${page})`],
    ['a file by its path', '[x](../posts/other.md)', `[x](${page})`],
    ['a file in a table', '| a |\n|--|\n| [x](./other.md) |', `| a |\n| [x](${page}) |`],
    ['a page of the site', '[x](/posts/other/) [y](/posts/other.html#z)', `[x](${page}) [y](${page}#z)`],
    ['a whole address', `[x](${url}/posts/other/)`, `[x](${page})`],
    [
      'other pages',
      '[x](/about/) [y](https://a.b/posts/other)',
      `[x](${url}/about/) [y](https://a.b/posts/other)`,
    ],
  ])('%s', (_, written, read) => {
    expect(beside(written)).toBe(read);
  });

  test('wherever its file lies', () => {
    expect(beside('{% post_link other x %}', 'posts/2024/other/index.md')).toBe(`[x](${page})`);
    expect(beside('[x](2024/other/index.md)', 'posts/2024/other/index.md')).toBe(`[x](${page})`);
    expect(beside('[[另一篇]]', '笔记/另一篇.md')).toBe(
      `[另一篇](${url}/posts/${encodeURIComponent('另一篇')})`,
    );
  });

  test('in Jekyll by the name with its date', () => {
    const written = '[x]({{ site.url }}{% post_url 2024-01-05-other %})';
    const texts = { '_posts/2024-02-01-one.md': written, '_posts/2024-01-05-other.md': other };
    const blog = blogFrom(texts, { url, dialect: 'jekyll' });
    expect(seen(blog, '_posts/2024-02-01-one.md')).toBe(`[x](${url}/2024/01/05/other.html)`);
  });

  test('by a name that it had before', () => {
    const renamed = other.replace('title:', 'aliases: [/2014/old.html]\ntitle:');
    const blog = blogFrom(
      { 'posts/one.md': '{% post_link 2014/old x %}', 'posts/other.md': renamed },
      { url },
    );
    expect(seen(blog)).toBe(`[x](${page})`);
  });

  test('to the version in the same language', () => {
    const texts = { 'x.en.md': 'Hello there.', 'x.zh.md': '你好。', 'one.zh.md': '见 [x](x.md)。' };
    expect(seen(blogFrom(texts, { url }), 'one.zh.md')).toContain('](https://blog.example/posts/x)');
  });

  test('from a heading, below it, and from an insight', () => {
    const one = 'insights: ["See [it](./other.md)"]';
    const blog = blogFrom(
      { 'posts/one.md': `---\n${one}\n---\n\n## See [that](other.md)\n\nx`, 'posts/other.md': other },
      { url },
    );
    expect(seen(blog)).toBe(`[](${page})\n\nx`);
    const post = blog.posts.find(({ path }) => path === 'posts/one.md');
    expect(signs(post?.insights[0]?.quote ?? [])).toBe(`See [it](${page})`);
  });
});

describe('where the site has no address', () => {
  test.each([
    ['a link names the post that is meant', '[that](./other.md)', 'that (The other post)'],
    ['nothing is said twice', '[see *The other post*](./other.md)', 'see *The other post*'],
    ['a link without words has its title', '{% post_link other %}', 'The other post'],
    ['a page of the site is known by its name', '[x](/2024/01/05/other/)', 'x (The other post)'],
    ['lists of the site are no posts', '[x](/tags/other/)', '[x](/tags/other/)'],
    ['what is beside the post’s page is known', '[x](../other/)', 'x (The other post)'],
    ['a heading of the same post is only words', '[[#One|up]]', 'up'],
  ])('%s', (_, written, read) => {
    expect(beside(written, 'posts/other.md', {})).toBe(read);
  });

  test('a heading that links says nothing more', () => {
    expect(beside('## [That](./other.md)\n\nx', 'posts/other.md', {})).toBe('x');
  });
});

describe('a link to what is kept from readers is only its words', () => {
  const cases = [
    ['a draft', 'draft: true'],
    ['a post of the future', 'date: 2030-01-01T00:00:00Z'],
    ['a post that is over', 'expiryDate: 2020-01-01T00:00:00Z'],
    ['a post with a password', 'password: x'],
  ] as const;

  test.each(cases)('%s', (_, line) => {
    const written =
      '[a](./secret.md) [[secret|b]] [c](/posts/secret/) [d](https://blog.example/posts/secret) {% post_link secret %}';
    const secret = `---\ntitle: Hush\n${line}\n---\n\nNot yet.`;
    for (const settings of [{ url }, {}]) {
      const blog = blogFrom(
        { 'posts/one.md': written, 'posts/secret.md': secret },
        { zoned: true, ...settings },
      );
      const text = seen(blog);
      expect(
        text
          .replace(/\[c\]\(\/posts\/secret\/\)/, 'c')
          .replace(/\[d\].*?\)/, 'd')
          .trim(),
      ).toBe('a b c d');
      expect(JSON.stringify(blog.posts.map(({ sections }) => sections))).not.toContain('Hush');
    }
    const withAddress = blogFrom(
      { 'posts/one.md': written, 'posts/secret.md': secret },
      { zoned: true, url },
    );
    expect(JSON.stringify(withAddress.posts.map(({ sections }) => sections))).not.toContain('secret');
  });

  test('until its time comes', () => {
    const later = '---\ntitle: Later\ndate: 2026-01-02T00:00:00Z\n---\n\nWords.';
    const blog = blogFrom(
      { 'posts/one.md': '{% post_link later %}', 'posts/later.md': later },
      { url, zoned: true },
    );
    expect(seen(blog)).toBe('');
    expect(seen(visibleAt(blog, now + 3 * 86_400_000))).toBe(`[Later](${url}/posts/later)`);
  });
});

test('a link to nothing is only its words', () => {
  expect(beside('[x](./gone.md) [[Gone|G]] {% post_link folder/gone.md %} [y](gone.md#z)')).toBe(
    'x G gone y',
  );
});

test('brackets around one word are a link where a post is called so', () => {
  expect(beside('The [[Prototype]] of [[other]]')).toBe(`The [[Prototype]] of [other](${url}/posts/other)`);
});

test('what a link leads to is followed, and posts stay the same objects where nothing else changes', () => {
  const settings = settingsWith({ url });
  const read = (path: string, text: string) => {
    const post = readPost(path, text, settings);
    if (isHidden(post)) throw new Error(post.hidden);
    return post;
  };
  const one = read('posts/one.md', '## A\n\n[[other]]\n\n## B\n\nx');
  const plain = read('posts/plain.md', 'x');
  const first = makeBlog([one, plain, read('posts/other.md', other)], [], settings, now);
  const again = makeBlog([one, plain, read('posts/other.md', other)], [], settings, now);
  const moved = makeBlog(
    [one, plain, read('posts/other.md', other.replace('title', 'slug: moved\ntitle'))],
    [],
    settings,
    now,
  );
  const bySlug = (blog: Blog, slug: string) => blog.bySlug.get(slug);
  expect(bySlug(again, 'one')).toBe(bySlug(first, 'one'));
  expect(bySlug(moved, 'plain')).toBe(plain);
  expect(seen(first)).toContain(`(${url}/posts/other)`);
  expect(seen(moved)).toContain(`(${url}/posts/moved)`);
  expect(bySlug(moved, 'one')?.sections[1]).toBe(one.sections[1]);
  expect(signs(one.sections[0]?.nodes ?? [])).toBe('[[[other]]](post:other)');
});

test('a version without a body links what its original does', () => {
  const blog = blogFrom(
    { 'x.en.md': 'See [[other]].', 'x.zh.md': '---\ntitle: 标题\n---\n', 'other.en.md': other },
    { url, language: 'en' },
  );
  expect(seen(blog, 'x.zh.md')).toBe(`See [other](${url}/posts/other).`);
});
