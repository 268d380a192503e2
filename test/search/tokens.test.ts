import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded } from '../../src/search/normalise.ts';
import { tokens } from '../../src/search/tokens.ts';

const wordsOf = (text: string): readonly string[] => {
  const compared = folded(text);
  return tokens(compared)
    .filter(({ joint }) => !joint)
    .map(({ start, end }) => compared.slice(start, end));
};

const termsOf = (text: string): readonly string[] => tokens(folded(text)).map(({ term }) => term);

describe('words', () => {
  test.each([
    ['强化学习是方法', ['强化', '学习', '是', '方法']],
    ['Long Context技术', ['long', 'context', '技术']],
    ['o1模型', ['o1', '模型']],
    ['GPT-4和C++、C#', ['gpt', '4', '和', 'c++', 'c#']],
    ['RL+CoT', ['rl', 'cot']],
    ['node.js 3.5', ['node', 'js', '3.5']],
    ["don't read the author's", ["don't", 'read', 'the', 'author']],
    ['snake_case', ['snake', 'case']],
    ['カタカナー', ['カタカナー']],
    ['한국어 단어', ['한국어', '단어']],
    ['……！？', []],
    ['', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('forms of a word are one term', () => {
  test.each([
    ['studies', 'Study'],
    ['compressing', 'compressed'],
    ['GPT4', 'GPT-4'],
    ['pretraining', 'pre-training'],
    ['強化', '强化'],
  ])('%s and %s', (one, other) => {
    expect(termsOf(other)).toEqual(expect.arrayContaining([termsOf(one).at(-1)]));
  });

  test('C, C++ and C# are three', () => {
    expect(new Set(['C', 'C++', 'C#'].flatMap(termsOf)).size).toBe(3);
  });
});

test('terms hold no white space, whatever the script', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), text => {
      for (const term of termsOf(text)) expect(term).toMatch(/^\S+$/);
    }),
  );
});

test('tokens stand in order and within the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."强化学习的ab-C1. '+#é"), maxLength: 60 }), text => {
      const compared = folded(text);
      const starts = tokens(compared).map(({ start }) => start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      for (const { start, end } of tokens(compared)) {
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(compared.length);
      }
    }),
  );
});

test('a megabyte of hyphens and words is read in one go', () => {
  expect(tokens('a-'.repeat(500_000)).length).toBeGreaterThanOrEqual(500_000);
});
