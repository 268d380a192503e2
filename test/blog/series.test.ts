import { describe, expect, test } from 'vitest';
import { placeInSeries } from '../../src/blog/series.ts';
import { blogFrom, postFrom } from './fixture.ts';

describe('a post says of which series it is', () => {
  test.each([
    ['series: Weekly', { name: 'Weekly' }],
    ['series: [Weekly, Other]\nseries_order: 3', { name: 'Weekly', part: 3 }],
    ['series:\n  name: 周报\n  part: 4', { name: '周报', part: 4 }],
    ['series:\n  title: 周报\n  order: 2', { name: '周报', part: 2 }],
    ['seriesName: 周报\nseriesPart: 1', { name: '周报', part: 1 }],
    ['series: Weekly\nseries_order: soon', { name: 'Weekly' }],
  ])('%s', (lines, series) => {
    expect(postFrom(`---\n${lines}\n---\n`).series).toEqual(series);
  });

  test('in TOML too', () => {
    expect(postFrom('+++\n[extra]\nseries = "Zola"\n+++\n').series).toEqual({ name: 'Zola' });
  });

  test.each(['series:', 'series: false', 'series: []', 'title: x'])('%s says none', lines => {
    expect(postFrom(`---\n${lines}\n---\n`).series).toBeUndefined();
  });
});

function places(texts: Readonly<Record<string, string>>) {
  const { posts } = blogFrom(
    Object.fromEntries(Object.entries(texts).map(([path, lines]) => [path, `---\n${lines}\n---\n`])),
  );
  return Object.fromEntries(
    posts.map(post => {
      const place = placeInSeries(posts, post);
      return [post.path, place && [place.part, place.of, place.next?.path]];
    }),
  );
}

test('parts are counted by date where they are not named', () => {
  expect(
    places({
      'c.md': 'series: W\ndate: 2025-03-01',
      'a.md': 'series: w\ndate: 2025-01-01',
      'b.md': 'series: Ｗ\ndate: 2025-02-01',
      'x.md': 'date: 2025-02-02',
    }),
  ).toEqual({ 'a.md': [1, 3, 'b.md'], 'b.md': [2, 3, 'c.md'], 'c.md': [3, 3, undefined], 'x.md': undefined });
});

test('named parts count, also where some are not there', () => {
  expect(
    places({
      'b.md': 'series: W\nseries_order: 5\ndate: 2025-01-01',
      'a.md': 'series: W\nseries_order: 2\ndate: 2025-02-01',
    }),
  ).toEqual({ 'a.md': [2, 5, 'b.md'], 'b.md': [5, 5, undefined] });
});

test('where two name one part, dates count', () => {
  expect(
    places({
      'a.md': 'series: W\nseries_order: 1\ndate: 2025-01-01',
      'b.md': 'series: W\nseries_order: 1\ndate: 2025-02-01',
    }),
  ).toEqual({ 'a.md': [1, 2, 'b.md'], 'b.md': [2, 2, undefined] });
});

test('one alone is no series', () => {
  expect(places({ 'a.md': 'series: W' })).toEqual({ 'a.md': undefined });
});
