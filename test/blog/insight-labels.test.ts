import { expect, test } from 'vitest';
import { insightKindOf } from '../../src/blog/insight-labels.ts';

test.each([
  ['核心洞见：', 'insight'],
  ['核心洞見：', 'insight'],
  ['Key insights', 'insight'],
  ['要点', 'point'],
  ['【要点】', 'point'],
  ['📌 本文的六个要点如下：', 'point'],
  ['三个要点', 'point'],
  ['重點整理', 'point'],
  ['TL;DR', 'point'],
  ['TL;DR:', 'point'],
  ['この記事のポイント', 'point'],
  ['三つのポイント：', 'point'],
  ['Key takeaways', 'takeaway'],
  ['5 Key Takeaways:', 'takeaway'],
  ['The key takeaways are:', 'takeaway'],
  ['主要结论：', 'conclusion'],
  ['核心觀點', 'view'],
])('%s announces points', (line, kind) => {
  expect(insightKindOf(line)).toBe(kind);
});

test.each([
  '配料：',
  'Ingredients',
  '步骤',
  '总结',
  'Summary',
  '要点是什么',
  '我认为最重要的核心洞见是压缩',
  'insightful',
  '',
  '：',
  '要点'.repeat(100),
])('%s announces none', line => {
  expect(insightKindOf(line)).toBeUndefined();
});
