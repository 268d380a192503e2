import { describe, expect, test } from 'vitest';
import { absoluteUrl, settleLinks } from '../../src/blog/links.ts';
import { readMarkdown } from '../../src/blog/markdown.ts';

const base = 'https://blog.example/posts/one';

describe('where the address of the post is known', () => {
  test.each([
    ['/posts/two', 'https://blog.example/posts/two'],
    ['two', 'https://blog.example/posts/two'],
    ['../about', 'https://blog.example/about'],
    ['#part', 'https://blog.example/posts/one#part'],
    ['?a=b', 'https://blog.example/posts/one?a=b'],
    ['//cdn.example/x.png', 'https://cdn.example/x.png'],
    ['/图 片.png', 'https://blog.example/%E5%9B%BE%20%E7%89%87.png'],
    ['https://other.example/中文', 'https://other.example/中文'],
    ['https://other.example/a b', 'https://other.example/a%20b'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['tel:+4912345', 'tel:+4912345'],
    ['ftp://files.example/a', 'ftp://files.example/a'],
    [' /x ', 'https://blog.example/x'],
    ['__GHOST_URL__/content/x.png', 'https://blog.example/content/x.png'],
    ['pathname:///x', 'https://blog.example/x'],
  ])('%s leads to %s', (written, url) => {
    expect(absoluteUrl(written, base)).toBe(url);
  });
});

describe('where it is not', () => {
  test.each(['/posts/two', 'two', '../about', '#part', './图片.png'])('%s stays as written', written => {
    expect(absoluteUrl(written, undefined)).toBe(written);
  });

  test('an address of another site is whole all the same', () => {
    expect(absoluteUrl('//cdn.example/x', undefined)).toBe('https://cdn.example/x');
    expect(absoluteUrl('http://other.example', undefined)).toBe('http://other.example');
  });
});

test.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'vbscript:x',
  'C:\\x',
  'http://',
  '\u0001javascript:alert(1)',
])('nobody is led to %j', written => {
  expect(absoluteUrl(written, base)).toBeUndefined();
  expect(absoluteUrl(written, undefined)).toBeUndefined();
});

function settled(markdown: string, address: string | undefined) {
  const root = readMarkdown(markdown);
  settleLinks(root, address);
  return root.children[0];
}

test('links and pictures of a post are whole, at any depth', () => {
  expect(settled('> - *[a](/x)* ![p](y.png)', base)).toMatchObject({
    children: [
      {
        children: [
          {
            children: [
              {
                children: [
                  { children: [{ type: 'link', url: 'https://blog.example/x' }] },
                  { value: ' ' },
                  { type: 'image', url: 'https://blog.example/posts/y.png' },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
});

test('a link that nobody should follow is its text, such a picture its alt text', () => {
  expect(settled('[**bold** text](javascript:x) ![alt](data:y)', base)).toMatchObject({
    children: [{ type: 'strong' }, { value: ' text' }, { value: ' ' }, { type: 'text', value: 'alt' }],
  });
  expect(settled('[![alt](data:y)](javascript:x)', base)).toMatchObject({
    children: [{ type: 'text', value: 'alt' }],
  });
});
