import { expect, test } from 'vitest';
import { postAddress } from '../../src/blog/address.ts';
import { settingsWith } from './fixture.ts';

const post = {
  path: '2025/hello world.md',
  slug: 'hello-world',
  date: { instant: 0, year: 2025, month: 6, day: 2 },
  categories: [],
  data: new Map(),
};

function address(postUrl: string, given: Partial<typeof post> = {}): string | undefined {
  return postAddress(settingsWith({ url: 'https://blog.example', postUrl }), { ...post, ...given });
}

test.each([
  ['/posts/:slug', 'https://blog.example/posts/hello-world'],
  ['/:year/:month/:day/:title/', 'https://blog.example/2025/06/02/hello-world/'],
  ['/:path.html', 'https://blog.example/2025/hello%20world.html'],
])('by %s a post is at %s', (pattern, url) => {
  expect(address(pattern)).toBe(url);
});

test('a site below a path keeps it', () => {
  const settings = settingsWith({ url: 'https://me.example/blog' });
  expect(postAddress(settings, post)).toBe('https://me.example/blog/posts/hello-world');
});

test('signs that an address cannot hold are encoded, and no slug leads elsewhere', () => {
  expect(address('/posts/:slug', { slug: '中文 #1?' })).toBe(
    'https://blog.example/posts/%E4%B8%AD%E6%96%87%20%231%3F',
  );
  expect(address('/posts/:slug', { slug: '../../admin' })).toBe('https://blog.example/posts/admin');
});

test('there is no address where the site has none, or the date that it needs is missing', () => {
  expect(postAddress(settingsWith(), post)).toBeUndefined();
  expect(address('/:year/:slug', { date: undefined })).toBeUndefined();
});
