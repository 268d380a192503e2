import { fold } from './fold.ts';
import type { InsightKind } from './model.ts';

/**
 * What posts call their points in Chinese (both writings), English and Japanese, and which word of Quoth's that is.
 * Only what announces points and nothing else: 总结 or Summary before a numbered list may announce anything.
 */
const phrases: readonly (readonly [InsightKind, string])[] = [
  ['insight', '洞见 核心洞见 关键洞见 主要洞见 重要洞见 洞察 核心洞察 关键洞察 主要洞察 核心认知'],
  ['insight', '洞見 核心洞見 關鍵洞見 主要洞見 重要洞見 關鍵洞察 核心認知'],
  ['insight', 'insights, key insights, core insights, main insights, big insights'],
  ['insight', 'インサイト 重要なインサイト 気づき'],
  ['point', '要点 核心要点 关键要点 主要要点 重要要点 内容要点 要点总结 要点速览 要点回顾 要点提炼'],
  ['point', '重点 核心重点 重点总结 划重点 关键点 核心点 太长不看 太长不看版 太长不读'],
  ['point', '要點 核心要點 關鍵要點 主要要點 重要要點 內容要點 要點總結 要點整理 要點回顧'],
  ['point', '重點 核心重點 重點整理 重點總結 劃重點 關鍵點 太長不看 太長不讀'],
  ['point', 'key points, main points, core points, key highlights, tl;dr, tldr, tl; dr, tl dr, in short'],
  ['point', 'ポイント 要点まとめ 重要ポイント 重要なポイント 主なポイント この記事のポイント この記事の要点'],
  ['takeaway', '收获 关键收获 主要收获 核心收获 收穫 關鍵收穫 主要收穫 核心收穫'],
  [
    'takeaway',
    'takeaways, key takeaways, main takeaways, takeaway, key takeaway, lessons learned, key lessons',
  ],
  ['takeaway', '学び 得られた学び 学んだこと'],
  ['conclusion', '结论 核心结论 关键结论 主要结论 结论速览 結論 核心結論 關鍵結論 主要結論 結論まとめ'],
  ['conclusion', 'conclusions, key conclusions, main conclusions, findings, key findings, main findings'],
  ['view', '观点 核心观点 关键观点 主要观点 重要观点 觀點 核心觀點 關鍵觀點 主要觀點 重要觀點'],
  ['view', 'key ideas, main ideas, core ideas, big ideas, key arguments, main arguments'],
];

const kinds: ReadonlyMap<string, InsightKind> = new Map(
  phrases.flatMap(([kind, list]) =>
    list.split(list.includes(',') ? /,\s*/ : /\s/).map(phrase => [fold(phrase), kind] as const),
  ),
);

/** Signs around a label: 【要点】, 📌 要点, “要点”, (TL;DR). */
const ornament = /^(?:\p{Extended_Pictographic}|\ufe0f|[\s【「『《“"([*])+|[\s:】」』》”"\])*]+$/gu;

/** What says whose points they are, or how many: 本文的六个…, 5 …, the …, …如下. */
const whose = /^(?:本文|文章|全文|这篇文章|這篇文章)的?|^(?:the|some|my|our|this article's)\s/u;
const howMany =
  /^(?:\d{1,2}|[一二两兩三四五六七八九十]{1,3})\s?(?:[个個条條大点點]|つの)?\s?|^(?:two|three|four|five|six|seven|eight|nine|ten)\s/u;
const after = /(?:如下|有|は|とは)$|\sare$/u;

function without(text: string, ...shapes: readonly RegExp[]): string {
  return shapes.reduce((left, shape) => left.replace(shape, '').trim(), text);
}

/**
 * The kind of points that a line announces, where the line says nothing else: 核心洞见：, **Key takeaways**,
 * 本文的六个要点如下. Undefined for any other line; precision comes first.
 */
export function insightKindOf(line: string): InsightKind | undefined {
  if (line.length > 60) return undefined;
  const label = without(fold(line), ornament);
  return kinds.get(label) ?? kinds.get(without(label, after, whose, howMany, ornament));
}
