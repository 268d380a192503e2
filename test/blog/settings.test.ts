import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from '../../src/blog/settings.ts';

test('a blog says its title, address, pattern, zone and language', () => {
  const text =
    'title: 与曦的博客\nurl: https://blog.example/\npostUrl: /:year/:slug/\ntimezone: Asia/Shanghai\nlanguage: zh_cn';
  expect(readSettings(text)).toEqual({
    settings: {
      title: '与曦的博客',
      url: 'https://blog.example',
      postUrl: '/:year/:slug/',
      timezone: 'Asia/Shanghai',
      zoned: true,
      language: 'zh-CN',
    },
    warnings: [],
  });
});

test('a blog that says nothing has no address, and posts in the zone of the machine', () => {
  for (const text of ['', '# nothing yet\n', 'title:\n']) {
    expect(readSettings(text).settings).toEqual({
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  }
});

test('the environment overrides the file', () => {
  const text = 'timezone: Asia/Shanghai\nurl: https://one.example';
  const { settings } = readSettings(text, { timezone: 'UTC', url: 'https://two.example/blog/', postUrl: '' });
  expect(settings).toMatchObject({
    timezone: 'UTC',
    url: 'https://two.example/blog',
    postUrl: undefined,
  });
});

describe('what cannot be used is named, with what it is and what it wants', () => {
  test.each([
    [
      'timezone: Asia/Atlantis',
      'timezone in blog.yml is "Asia/Atlantis", but it wants a time zone such as Asia/Shanghai or UTC.',
    ],
    [
      'timezone: +08:00',
      'timezone in blog.yml is "+08:00", but it wants a time zone such as Asia/Shanghai or UTC.',
    ],
    [
      'url: blog.example',
      'url in blog.yml is "blog.example", but it wants a whole address such as https://example.org.',
    ],
    ['url: ftp://blog.example', /^url in blog\.yml is "ftp:/],
    ['url: https://blog.example?a', /^url in blog\.yml/],
    [
      'postUrl: /:slugg',
      /^postUrl in blog\.yml is "\/:slugg", but it wants a path such as \/posts\/:slug, made of :slug/,
    ],
    ['postUrl: /posts', /^postUrl in blog\.yml/],
    ['language: Chinese (simplified)', /^language in blog\.yml/],
    ['title: [a, b]', 'title in blog.yml is no text, but it wants a text.'],
    ['just text', 'blog.yml wants lines such as "timezone: Asia/Shanghai".'],
    ['title: x\nurl: a: b', /^blog\.yml, line 2 cannot be read: /],
  ])('%s', (text, message) => {
    expect(() => readSettings(text)).toThrow(SettingsError);
    expect(() => readSettings(text)).toThrow(message);
  });

  test('a variable by its name', () => {
    expect(() => readSettings('', { timezone: 'Mars' })).toThrow(/^TIMEZONE is "Mars", but it wants/);
    expect(() => readSettings('', { postUrl: 'posts' })).toThrow(/^POST_URL is "posts"/);
    expect(() => readSettings('', { url: 'x y' })).toThrow(/^SITE_URL is "x y"/);
  });
});

test('what means nothing is warned of, and the rest counts', () => {
  const { settings, warnings } = readSettings('titel: x\ntimezone: UTC\n__proto__: y');
  expect(settings.timezone).toBe('UTC');
  expect(warnings).toEqual([
    'blog.yml says "titel", which means nothing here; it knows title, url, postUrl, timezone, language, dialect.',
    'blog.yml says "__proto__", which means nothing here; it knows title, url, postUrl, timezone, language, dialect.',
  ]);
});
