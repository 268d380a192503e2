import { fold } from './fold.ts';
import type { InsightKind } from './model.ts';

/** What posts call their points, in four languages, and which word of Quoth's that is. */
const phrases: Readonly<Record<InsightKind, readonly string[]>> = {
  insight: [
    '核心洞见',
    '洞见',
    '核心洞見',
    '洞見',
    '核心洞察',
    '洞察',
    '关键洞察',
    '關鍵洞察',
    'insights',
    'key insights',
    'core insights',
    'main insights',
    'インサイト',
    '洞察まとめ',
  ],
  point: [
    '要点',
    '核心要点',
    '关键要点',
    '主要要点',
    '本文要点',
    '文章要点',
    '内容要点',
    '要点总结',
    '要点速览',
    '重点',
    '核心重点',
    '划重点',
    '关键点',
    '太长不看',
    '太长不看版',
    '一句话要点',
    '要點',
    '核心要點',
    '關鍵要點',
    '重點',
    '重點整理',
    '劃重點',
    '關鍵點',
    '太長不看',
    'key points',
    'main points',
    'the key points',
    'tl;dr',
    'tldr',
    'tl; dr',
    'in short',
    'ポイント',
    '要点まとめ',
    '重要なポイント',
    '主なポイント',
    'この記事のポイント',
  ],
  takeaway: [
    '关键收获',
    '主要收获',
    '核心收获',
    '關鍵收穫',
    '主要收穫',
    'takeaways',
    'key takeaways',
    'main takeaways',
    'key takeaway',
    'takeaways',
    'lessons learned',
    '学び',
    '得られた学び',
  ],
  conclusion: [
    '核心结论',
    '主要结论',
    '关键结论',
    '结论',
    '核心結論',
    '主要結論',
    '關鍵結論',
    '結論',
    'conclusions',
    'key conclusions',
    'main conclusions',
    'key findings',
    'main findings',
  ],
  view: [
    '核心观点',
    '主要观点',
    '关键观点',
    '观点',
    '核心觀點',
    '主要觀點',
    '關鍵觀點',
    '觀點',
    'key ideas',
    'main ideas',
    'core ideas',
    'key arguments',
  ],
};

const kinds: ReadonlyMap<string, InsightKind> = new Map(
  (Object.keys(phrases) as InsightKind[]).flatMap(kind => phrases[kind].map(phrase => [fold(phrase), kind])),
);

/** What may stand around the phrase: 本文的六个…, 5 …, …如下. */
const around =
  /^(?:(?:本文|文章|全文)的?)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[个個条條大点點]?|the|some|my|our)?\s?(.*?)(?:如下|有)?\s?$/u;

/**
 * The kind of points that a line announces, where the line says nothing else: 核心洞见：, **Key takeaways**,
 * TL;DR. Undefined for any other line; precision comes first.
 */
export function insightKindOf(line: string): InsightKind | undefined {
  if (line.length > 60) return undefined;
  const folded = fold(line)
    .replace(/^(?:\p{Extended_Pictographic}|\ufe0f|\s)+/u, '')
    .replace(/[\s:]+$/u, '');
  return kinds.get(folded) ?? kinds.get(around.exec(folded)?.[1] ?? '');
}
