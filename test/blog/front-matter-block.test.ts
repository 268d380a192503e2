import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { field, textField } from '../../src/blog/fields.ts';
import { readFrontMatter } from '../../src/blog/front-matter.ts';

describe('a title, a date and a draft are found in every way of writing front matter', () => {
  test.each([
    ['YAML', '---\ntitle: 标题\ndate: 2025-06-12\ndraft: true\n---\nbody\n', 6],
    ['YAML below blank lines', '\n\n---\ntitle: 标题\ndate: 2025-06-12\ndraft: true\n---\nbody\n', 8],
    ['YAML closed by dots', '---\ntitle: 标题\ndate: 2025-06-12\ndraft: true\n...\nbody\n', 6],
    ['TOML', '+++\ntitle = "标题"\ndate = "2025-06-12"\ndraft = true\n+++\nbody\n', 6],
    ['named TOML', '---toml\ntitle = "标题"\ndate = "2025-06-12"\ndraft = true\n---\nbody\n', 6],
    ['named JSON', '---json\n{"title":"标题",\n"date":"2025-06-12",\n"draft":true}\n---\nbody\n', 6],
    ['bare JSON', '{\n"title": "标题", "date": "2025-06-12", "draft": true\n}\nbody\n', 4],
    [
      'JSON with braces inside',
      '{ "title": "标题", "a": {"b": "}\\""}, "date": "2025-06-12", "draft": true }\nbody\n',
      2,
    ],
    [
      'JSON closed by semicolons',
      '{\n"title": "标题", "date": "2025-06-12", "draft": true\n}\n;;;\nbody\n',
      5,
    ],
    ["Hexo's JSON", '"title": "标题",\n"date": "2025-06-12",\n"draft": true\n;;;\nbody\n', 5],
    [
      "Hexo's JSON between semicolons",
      ';;;\n"title": "标题", "date": "2025-06-12", "draft": true\n;;;\nbody\n',
      4,
    ],
    [
      'Hexo without the opening line',
      'title: 标题\ndate: 2025-06-12\ndraft: true\ntags:\n- a\n---\nbody\n',
      7,
    ],
  ])('%s', (_, text, bodyLine) => {
    const read = readFrontMatter(text);
    expect(textField(read.data, ['title'])).toBe('标题');
    expect(textField(read.data, ['date'])).toBe('2025-06-12');
    expect(textField(read.data, ['draft'])).toBe('true');
    expect(read.body).toBe('body\n');
    expect(read.bodyLine).toBe(bodyLine);
    expect(read.problems).toEqual([]);
  });
});

describe('a body that only looks like front matter stays a body', () => {
  test.each([
    ['a heading over dashes', 'A heading\n---\n\ntext\n'],
    ['a note over a rule', 'Note: read this first\n---\n\ntext\n'],
    ['prose between a pair and a rule', 'title: the word\nAnd then some prose.\n\n---\ntext'],
    ['a shortcode', '{{< figure src="a.png" >}}\ntext\n'],
    ['liquid', '{% raw %}\ntext\n{% endraw %}\n'],
    ['a set in braces', '{a, b} is a set.\n'],
    ['an object in a sentence', '{"a": 1} is an object in JSON.\n'],
    ['an object without an end', '{"title": "x"\n\ntext\n'],
    ['a quotation', '"Title": that is what it is called.\n'],
  ])('%s', (_, text) => {
    expect(readFrontMatter(text)).toEqual({ data: new Map(), body: text, bodyLine: 1, problems: [] });
  });
});

test('faults are told by the line of the file on which they stand', () => {
  const unopened = readFrontMatter('title: Rust: a language\ndate: 2025-06-12\n---\nbody');
  expect(unopened.problems).toEqual([
    expect.objectContaining({ code: 'front-matter-unreadable', line: 1, detail: 'title: Rust: a language' }),
  ]);
  expect(field(unopened.data, 'title')).toBe('Rust: a language');
  const json = readFrontMatter('\n{\n"title": "x",\n"draft": yes\n}\nbody');
  expect(json.problems).toEqual([expect.objectContaining({ line: 2 })]);
  expect(field(json.data, 'draft')).toBe('yes');
});

test('no text makes it throw, and no more is taken away than front matter', () => {
  const pieces = fc.constantFrom(
    '---',
    '+++',
    ';;;',
    '...',
    '{',
    '}',
    '"a": 1',
    'title: x',
    '- b',
    '',
    '\\',
    '"',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), lines => {
      const text = lines.join('\n');
      expect(text.endsWith(readFrontMatter(text).body)).toBe(true);
    }),
  );
});

test('what was written to hold it up takes no time', () => {
  for (const text of [
    `{"${'\\"'.repeat(20_000)}`,
    '{"a":'.repeat(10_000),
    `title: x\n${'a: b\n'.repeat(10_000)}`,
  ]) {
    expect(text.endsWith(readFrontMatter(text).body)).toBe(true);
  }
});
