import fc from 'fast-check';
import { expect, test } from 'vitest';
import { field, isSet, textField } from '../../src/blog/fields.ts';
import { readFrontMatter } from '../../src/blog/front-matter.ts';

function read(block: string, fence = '---') {
  return readFrontMatter(`${fence}\n${block}\n${fence.slice(0, 3)}\nbody\n`);
}

test('a post without front matter is all body', () => {
  expect(readFrontMatter('# Title\n\ntext')).toEqual({
    data: new Map(),
    body: '# Title\n\ntext',
    bodyLine: 1,
    problems: [],
  });
});

test('the body starts on the line after the closing fence', () => {
  const { body, bodyLine } = readFrontMatter('---\ntitle: x\n---\n\nbody');
  expect({ body, bodyLine }).toEqual({ body: '\nbody', bodyLine: 4 });
});

test('dates, versions and times stay as written', () => {
  const { data } = read('date: 2025-06-12 23:14:00\ntitle: 1.10\nname: 1:30\ntitle text: null');
  expect(field(data, 'date')).toBe('2025-06-12 23:14:00');
  expect(field(data, 'title')).toBe('1.10');
  expect(field(data, 'name')).toBe('1:30');
  expect(field(data, 'titleText')).toBeNull();
});

test('an exclamation mark before a word is a part of it', () => {
  const { data, problems } = read('title: !important\nname: !very important');
  expect(field(data, 'title')).toBe('!important');
  expect(field(data, 'name')).toBe('!very important');
  expect(problems).toEqual([]);
});

test('of a key given twice the last counts, without a word', () => {
  const { data, problems } = read('title: first\ntitle: second');
  expect(field(data, 'title')).toBe('second');
  expect(problems).toEqual([]);
});

test('keys are found in any case and spelling', () => {
  const { data } = read('Publish-Date: a\nlast_update:\n  Date: b');
  expect(field(data, 'publishDate')).toBe('a');
  expect(field(data, 'lastUpdate.date')).toBe('b');
});

test.each([
  ['a plain title with a colon', 'title: Rust: a language', 'Rust: a language', 2],
  ['a bracket that starts a title', 'title: [译] 标题', '[译] 标题', 2],
  ['an at sign', 'title: @someone says', '@someone says', 2],
  ['a percent sign', 'title: %100', '%100', 2],
  ['a backtick', 'title: `code` first', '`code` first', 2],
  ['an asterisk', 'title: *bold* words', '*bold* words', 2],
  ['text after a closing quote', 'title: "a" and more', '"a" and more', 2],
  ['a tab before a list item', 'title: tabbed\ntags:\n\t- a', 'tabbed', 4],
  ['an open bracket', 'title: open\ntags: [a, b', 'open', 4],
])('%s costs no title and hides no draft', (_, block, title, line) => {
  const { data, body, problems } = read(`${block}\ndraft: true # not yet`);
  expect(field(data, 'title')).toBe(title);
  expect(field(data, 'draft')).toBe('true');
  expect(body).toBe('body\n');
  expect(problems).toEqual([expect.objectContaining({ code: 'front-matter-unreadable', line })]);
});

test('what is wrong is told with its line, what stands there and why', () => {
  const { problems } = read('date: 2025-06-12\ntitle: Rust: a language');
  expect(problems).toEqual([
    {
      code: 'front-matter-unreadable',
      line: 3,
      detail: 'title: Rust: a language',
      reason: 'bad indentation of a mapping entry',
    },
  ]);
});

test('lists and folded text are read from front matter that no parser accepts', () => {
  const { data } = read(
    'bad: a: b\ntags:\n  - one\n  - "two"\nsummary: >\n  first\n  second\nkeys: [x, "y"]',
  );
  expect(field(data, 'tags')).toEqual(['one', 'two']);
  expect(field(data, 'summary')).toBe('first second');
  expect(field(data, 'keys')).toEqual(['x', 'y']);
});

test.each(['title: x\ndraft:true', 'title: x\n draft: true', 'draft:true\ntitle: x'])(
  'a draft stays a draft where a space is missing or one too many: %j',
  text => {
    expect(isSet(field(read(text).data, 'draft'))).toBe(true);
  },
);

test('what is indented below a key is that key’s', () => {
  expect(field(read('bad: a: b\ncover:\n  hidden: true').data, 'hidden')).toBeUndefined();
});

test('a full-width colon still makes a title', () => {
  const { data, problems } = read('title：标题');
  expect(field(data, 'title')).toBe('标题');
  expect(problems[0]?.code).toBe('front-matter-not-a-mapping');
});

test('TOML between plus signs is read, its dates as text', () => {
  const { data, body } = read(
    'Title = "x"\ndate = 2014-09-15T10:00:00+09:00\n[taxonomies]\ntags = ["a"]',
    '+++',
  );
  expect(field(data, 'title')).toBe('x');
  expect(textField(data, ['date'])).toBe('2014-09-15T10:00:00.000+09:00');
  expect(field(data, 'taxonomies.tags')).toEqual(['a']);
  expect(body).toBe('body\n');
});

test('TOML and JSON are read between dashes that name them', () => {
  expect(field(read('title = "x"', '---toml').data, 'title')).toBe('x');
  expect(field(read('{ "title": "x" }', '---json').data, 'title')).toBe('x');
});

test('broken TOML and JSON keep what can be made out', () => {
  const toml = read('title = "x\ndraft = true', '+++');
  expect(field(toml.data, 'draft')).toBe('true');
  expect(toml.problems).toEqual([expect.objectContaining({ line: 2, detail: 'title = "x' })]);
  const json = read('{\n  "title": "x",\n  "draft": true,\n}', '---json');
  expect(field(json.data, 'title')).toBe('x');
  expect(field(json.data, 'draft')).toBe('true');
});

test.each(['---js', '---javascript', '---coffee', '--- JS'])(
  '%s runs nothing and the body is served',
  fence => {
    const { data, body, problems } = readFrontMatter(`${fence}\nglobalThis.ran = true\n---\nbody`);
    expect(globalThis).not.toHaveProperty('ran');
    expect(data.size).toBe(0);
    expect(body).toBe('body');
    expect(problems).toEqual([expect.objectContaining({ code: 'front-matter-executable', line: 1 })]);
  },
);

test.each(['---python', '---constructor'])('a language unknown to it, %s, is read line by line', fence => {
  const { data, problems } = readFrontMatter(`${fence}\ntitle: x\n---\nbody`);
  expect([...data]).toEqual([['title', 'x']]);
  expect(problems).toEqual([expect.objectContaining({ code: 'front-matter-unreadable', line: 1 })]);
});

test('a body that starts with a rule is not taken for front matter', () => {
  const text = '---\n\nAn essay.\n\n---\n\nMore of it.';
  expect(readFrontMatter(text)).toMatchObject({ body: text, bodyLine: 1 });
});

test('front matter that nothing closes ends at the first blank line', () => {
  const { data, body, bodyLine, problems } = readFrontMatter('---\ntitle: x\ndraft: true\n\nbody');
  expect(field(data, 'draft')).toBe('true');
  expect(body).toBe('\nbody');
  expect(bodyLine).toBe(4);
  expect(problems).toEqual([expect.objectContaining({ code: 'front-matter-unreadable', line: 1 })]);
});

test('three dots close it too, and dashes within a line do not', () => {
  expect(readFrontMatter('---\ntitle: x\n...\nbody').body).toBe('body');
  expect(readFrontMatter('---\ntitle: a\ntext: b ---c\n---\nbody').body).toBe('body');
});

test('an empty block is no problem', () => {
  expect(readFrontMatter('---\n---\nbody')).toMatchObject({ body: 'body', problems: [] });
});

test('reading the same broken file twice tells the same twice', () => {
  expect(read('title: a: b')).toEqual(read('title: a: b'));
});

test('keys that JavaScript knows are keys like any other', () => {
  const { data } = read('__proto__:\n  draft: true\nconstructor: x\ntitle: t');
  expect(field(data, 'draft')).toBeUndefined();
  expect(field(data, 'constructor')).toBe('x');
  expect(Object.prototype).not.toHaveProperty('draft');
  expect(field(read('title: t').data, 'constructor')).toBeUndefined();
});

test('an alias bomb is read at once', () => {
  const levels = Array.from({ length: 30 }, (_, level) => {
    const items = level === 0 ? ['x', 'x'] : Array.from({ length: 9 }, () => `*a${level - 1}`);
    return `k${level}: &a${level} [${items.join(', ')}]`;
  });
  expect(field(read(`title: t\n${levels.join('\n')}`).data, 'title')).toBe('t');
});

test('front matter too long to parse still keeps a draft hidden', () => {
  const { data, problems } = read(`draft: true\n${'\n'.repeat(30_000)}title: x`);
  expect(field(data, 'draft')).toBe('true');
  expect(problems).toEqual([expect.objectContaining({ code: 'front-matter-unreadable' })]);
});

const line = fc.oneof(
  fc.constantFrom(
    '---',
    '+++',
    '---toml',
    '...',
    'title: x',
    'draft: true',
    '\t- a',
    '[',
    '{',
    '"',
    '&a [*a]',
    '- b',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }).map(text => text.replaceAll('\n', ' ')),
);

test('any text is read, and its body is its end from the line that is told', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), lines => {
      const text = lines.join('\n');
      const { body, bodyLine } = readFrontMatter(text);
      expect(lines.slice(bodyLine - 1).join('\n')).toBe(body);
    }),
  );
});

const nasty = fc.constantFrom(
  'title: Rust: a language',
  'title: [译] 标题',
  'name: @x',
  '\tindented',
  '  two',
  'tags: [a, b',
  'x: %y',
  '- item',
  'y: *nothing',
);

test('whatever stands around it, a draft stays a draft', () => {
  fc.assert(
    fc.property(fc.array(nasty, { maxLength: 6 }), fc.array(nasty, { maxLength: 6 }), (before, after) => {
      const block = ['title: x', ...before, 'draft: true', ...after].join('\n');
      expect(isSet(field(read(block).data, 'draft'))).toBe(true);
    }),
  );
});
