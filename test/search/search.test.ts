import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeIndex } from '../../src/search/build.ts';
import { search } from '../../src/search/index.ts';
import { folded } from '../../src/search/normalise.ts';
import { blogFrom } from '../blog/fixture.ts';
import { areSound, bracketed, namesOf } from './found.ts';
import { shippedIndex } from './shipped.ts';

const inShipped = (query: string) => search(shippedIndex, query);

const section4 = 'section 4. o1范式与“思维链的思维链”';
const section5 = 'section 5. 关于 Long Context';
const section6 = 'section 6. 自主学习与真正的Agent';

describe('the shipped post', () => {
  test.each([
    ['思维链', ['insight 4', section4]],
    ['遗忘', [section5]],
    ['long context', ['insight 5', section5]],
    ['LONG CONTEXTS', ['insight 5', section5]],
    ['Long Context 技术', ['insight 5', section5]],
    ['Meta CoT', ['insight 4', section4]],
    ['meta cot', ['insight 4', section4]],
    ['强化学习', [section4]],
    ['強化學習', [section4]],
    ['ＲＬ', [section4, section6]],
    ['智能倒退', ['insight 5', section5]],
    ['习（RL', [section4]],
    ['压缩 遗忘', [section5]],
  ])('%s', (query, names) => {
    const found = inShipped(query);
    expect(found.nearest).toBe(false);
    expect(namesOf(found).slice(0, names.length)).toEqual(names);
  });

  test('a word that stands in one section brings that section alone', () => {
    expect(namesOf(inShipped('遗忘'))).toEqual([section5]);
    expect(namesOf(inShipped('压缩 遗忘'))).toEqual([section5]);
    expect(namesOf(inShipped('long context'))).toEqual(['insight 5', section5]);
  });

  test('what was matched is marked in heading and snippet, in the words of the post', () => {
    const [insight, section] = inShipped('LONG context').hits;
    expect(insight && bracketed(insight.heading)).toBe('关于[Long Context]的警示');
    expect(insight && bracketed(insight.snippet)).toContain('[long context]');
    expect(section && bracketed(section.heading)).toBe('5. 关于 [Long Context]');
  });

  test('a traditional query marks the simplified words', () => {
    expect(
      inShipped('強化學習')
        .hits.map(hit => bracketed(hit.snippet))
        .join(),
    ).toContain('[强化学习]（[RL]）');
  });

  test('a title that matches puts the post itself first', () => {
    expect(namesOf(inShipped('张祥雨'))[0]).toBe('head');
    expect(namesOf(inShipped('压缩'))[0]).toBe('head');
  });

  test('a tag finds its post', () => {
    expect(namesOf(inShipped('与曦'))).toEqual(['head']);
  });

  test('words come before the same letters inside other words', () => {
    const found = inShipped('AI');
    expect(namesOf(found).slice(0, 2).toSorted()).toEqual([
      'section 1. 为何图像本身难以孕育通用智能？',
      section6,
    ]);
    expect(
      found.hits
        .slice(0, 2)
        .map(hit => bracketed(hit.snippet))
        .join(),
    ).not.toContain('Open[AI]');
  });

  test('filler words of a question bring no passages of their own', () => {
    for (const hit of inShipped('什么是遗忘的能力呢').hits) {
      expect(bracketed(hit.snippet)).toMatch(/\[(?:[^\]]*遗忘[^\]]*|能力)\]/);
    }
  });
});

describe('any two or more characters that stand together in the post', () => {
  const lines = shippedIndex.passages.flatMap(({ body, heading }, id) =>
    [...body.original.split('\n'), heading.original].map(line => ({ id, characters: Array.from(line) })),
  );
  const runs = fc
    .record({ line: fc.nat(lines.length - 1), from: fc.nat(), length: fc.integer({ min: 2, max: 12 }) })
    .map(({ line, from, length }) => {
      const { id = 0, characters = [] } = lines[line] ?? {};
      const start = from % Math.max(1, characters.length - 1);
      return { id, run: characters.slice(start, start + length).join('') };
    })
    // What stands in quotation marks is looked for without them.
    .filter(({ run }) => folded(run).length >= 2 && /[\p{L}\p{N}]/u.test(run) && !/[“”"]/.test(run));

  test('are found there, and marked', () => {
    fc.assert(
      fc.property(runs, ({ id, run }) => {
        const { hits, nearest } = inShipped(run);
        const marking = hits.filter(({ heading, snippet }) =>
          [heading, snippet].some(({ text, marks }) =>
            marks.some(([start, end]) => folded(text.slice(start, end)).includes(folded(run))),
          ),
        );
        expect(nearest).toBe(false);
        const { passage, echoes = [] } = shippedIndex.passages[id] ?? {};
        // The insight stands for the section that lists it, a section for an excerpt that says the same.
        const instead = passage?.kind === 'head' ? 'section' : 'insight';
        const repeats = passage?.kind === 'head' || echoes.length > 0;
        expect(
          marking.some(hit => hit.passage === passage || (repeats && hit.passage.kind === instead)),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('single characters are found too', () => {
    const characters = new Set(lines.flatMap(line => line.characters).filter(one => /\p{L}/u.test(one)));
    for (const character of characters) expect(inShipped(character).hits.length).toBeGreaterThan(0);
  });
});

describe('several posts', () => {
  const blog = blogFrom({
    'posts/old.md':
      '---\ntitle: 旧文\ndate: 2024-01-01\ntags: [AI]\n---\n## 方法\n向量检索与关键词检索。\n\n## 其他\n没有别的。',
    'posts/new.md':
      '---\ntitle: 检索增强生成\ndate: 2025-01-01\ntags: [RAG]\n---\n核心洞见：\n\n1. **检索先于生成：** 先检索，再生成。\n2. **压缩：** 越短越好。\n\n## 1. 检索先于生成\n先检索，再生成。\n\n## 2. 压缩\n越短越好。',
    'posts/en.md':
      '---\ntitle: Notes on studies\ndate: 2023-01-01\n---\n## Method\nWe studied how GPT-4 compresses what it reads. The state-of-the-art is C++.\n\n## Results\nNothing about it.',
  });
  const index = makeIndex(blog);

  test('hits stand post by post, head, insights, sections; the post with the best hit first', () => {
    const { hits } = search(index, '检索');
    expect(hits.map(hit => `${hit.passage.post.title}: ${hit.passage.kind}`)).toEqual([
      '检索增强生成: head',
      '检索增强生成: insight',
      '检索增强生成: section',
      '旧文: section',
    ]);
  });

  test('a tag leaves only its posts', () => {
    expect(search(index, '检索', { tag: 'ai' }).hits.map(hit => hit.passage.post.title)).toEqual(['旧文']);
    expect(search(index, '检索', { tag: 'unheard-of' }).hits).toEqual([]);
  });

  test('a limit leaves the best', () => {
    expect(search(index, '检索', { limit: 2 }).hits).toEqual(search(index, '检索').hits.slice(0, 2));
  });

  test.each([
    ['study', '[studied]'],
    ['compressing', '[compresses]'],
    ['gpt4', '[GPT-4]'],
    ['GPT-4', '[GPT-4]'],
    ['state of the art', '[state]-of-the-[art]'],
    ['c++', '[C++]'],
    ['mpress', 'co[mpress]es'],
  ])('%s finds %s', (query, marked) => {
    const { hits, nearest } = search(index, query);
    expect(nearest).toBe(false);
    expect(hits.map(hit => bracketed(hit.snippet)).join()).toContain(marked);
  });

  test('the section that lists the insights does not repeat them among the hits', () => {
    const { hits } = search(index, '越短越好');
    expect(hits.map(hit => hit.passage.kind)).toEqual(['insight', 'section']);
  });
});

describe('where nothing matches, the nearest things that exist', () => {
  test.each([
    ['长期记忆机制', section5, '[长时记忆]'],
    ['long-term memory', 'insight 5', '[long]'],
    ['contxt', 'insight 5', '[context]'],
    ['思惟鏈', section4, '[思维链]'],
  ])('%s', (query, name, marked) => {
    const found = inShipped(query);
    expect(found.nearest).toBe(true);
    expect(namesOf(found)).toContain(name);
    expect(found.hits.map(hit => bracketed(hit.snippet)).join()).toContain(marked);
  });

  test.each(['zzzz qqqq', '饕餮魑魅', '，。！？', '***', '', ' ', '\ud800'])(
    'nothing at all is near %s',
    query => {
      expect(inShipped(query)).toMatchObject({ hits: [], nearest: true });
    },
  );

  test('an empty blog answers with nothing', () => {
    expect(search(makeIndex(blogFrom({})), '思维链')).toMatchObject({ hits: [], nearest: true });
  });
});

describe('odd input', () => {
  test.each([
    ['a megabyte of letters', 'x'.repeat(1_000_000)],
    ['a megabyte of Chinese', '强化学习'.repeat(250_000)],
    ['a megabyte of words', 'long context '.repeat(80_000)],
    ['a megabyte of hyphens', 'a-'.repeat(500_000)],
    ['a megabyte of marks', '\u0301'.repeat(1_000_000)],
    ['characters that unfold', 'ﷺ'.repeat(200_000)],
    ['names of objects', '__proto__ constructor toString'],
  ])('%s', (_, query) => {
    const { hits } = inShipped(query);
    expect(hits.every(({ heading, snippet }) => areSound(heading) && areSound(snippet))).toBe(true);
  });

  test('any text is answered, with marks that fit', () => {
    const parts = fc.constantFrom(
      'long',
      'context',
      '思维链',
      '的',
      ' ',
      '，',
      '😀',
      '\ud83d',
      '-',
      'é',
      '5',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(parts).map(all => all.join('')),
        ),
        query => {
          const { hits } = inShipped(query);
          expect(hits.every(({ heading, snippet }) => areSound(heading) && areSound(snippet))).toBe(true);
        },
      ),
    );
  });
});
