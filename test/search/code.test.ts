import { describe, expect, test } from 'vitest';
import { makeIndex } from '../../src/search/build.ts';
import { search } from '../../src/search/index.ts';
import { blogFrom } from '../blog/fixture.ts';

const sections: Readonly<Record<string, string>> = {
  vector: 'A `std::vector<T>` grows as it must.',
  standard: 'The standard asks: what is a vector, and what does std mean?',
  effect: 'React 的 useEffect 在渲染之后执行。',
  effects: 'To use an effect of sound is an art.',
  underscore: 'Call foo_bar before anything else.',
  apart: 'A bar is no foo.',
  cpp: '用 C++ 写的引擎。',
  csharp: 'C# 与 .NET 的版本。',
  c: 'The language C is old.',
  network: 'A net of wires, cast wide.',
  engine: '用 Node.js 运行脚本。',
  together: 'NodeJS is written in one word here.',
  version: 'Fixed in v1.2.3 of the compiler.',
  bare: 'Release 1.2.3 came first.',
  other: 'Release 1.2.4 came next, then 3.1.2.',
  path: 'Edit /etc/nginx/nginx.conf and reload.',
  elsewhere: 'The conf of nginx lies elsewhere, not in etc.',
  option: 'npm install --save-dev vitest',
  scope: 'Install @types/node first.',
  hex: 'The magic number is 0xCAFEBABE.',
  thousands: 'There were 10,000 of them.',
  tens: 'There were 10 of them.',
  country: 'Made in the U.S.A. by hand.',
  address: 'Write to me@example.com today.',
  error: 'It fails with ERR_MODULE_NOT_FOUND at start.',
  generic: 'Result<Option<T>, E> 很常见。',
};

const index = makeIndex(
  blogFrom({
    'a.md': `---\ntitle: 合集\ndate: 2025-01-01\n---\n${Object.entries(sections)
      .map(([name, text]) => `## §${name}\n\n${text}\n`)
      .join('\n')}`,
  }),
);

const found = (query: string): readonly string[] =>
  search(index, query).hits.map(({ heading }) => heading.text.replace('§', ''));

const marked = (query: string): readonly string[] => {
  const { snippet } = search(index, query).hits[0] ?? {};
  return snippet ? snippet.marks.map(([start, end]) => snippet.text.slice(start, end)) : [];
};

describe('what looks like code is found as it stands, first', () => {
  test.each([
    ['std::vector', 'vector'],
    ['useEffect', 'effect'],
    ['useeffect', 'effect'],
    ['foo_bar', 'underscore'],
    ['C++', 'cpp'],
    ['C#', 'csharp'],
    ['.NET', 'csharp'],
    ['node.js', 'engine'],
    ['v1.2.3', 'version'],
    ['/etc/nginx/nginx.conf', 'path'],
    ['nginx.conf', 'path'],
    ['--save-dev', 'option'],
    ['@types/node', 'scope'],
    ['0xcafebabe', 'hex'],
    ['10,000', 'thousands'],
    ['me@example.com', 'address'],
    ['ERR_MODULE_NOT_FOUND', 'error'],
    ['Result<Option<T>', 'generic'],
  ])('%s', (query, section) => {
    expect(found(query)[0]).toBe(section);
  });
});

describe('what some write together is found where it is written apart, and the other way round', () => {
  test.each([
    ['nodejs', ['engine', 'together']],
    ['node.js', ['engine', 'together']],
    ['1.2.3', ['bare', 'version']],
    ['v1.2.3', ['bare', 'version']],
    ['10000', ['thousands']],
    ['usa', ['country']],
    ['U.S.A.', ['country']],
  ])('%s', (query, expected) => {
    expect(found(query)).toEqual(expect.arrayContaining(expected));
    expect(found(query)).not.toEqual(expect.arrayContaining(['tens']));
    expect(found(query)).not.toEqual(expect.arrayContaining(['other']));
  });
});

test('a joined form is marked where it stands apart', () => {
  expect(marked('nodejs 脚本')).toEqual(['Node.js', '脚本']);
  expect(marked('10000')).toEqual(['10,000']);
  expect(marked('1.2.3 compiler')).toEqual(['1.2.3', 'compiler']);
  expect(marked('std::vector')).toEqual(['std::vector']);
});
