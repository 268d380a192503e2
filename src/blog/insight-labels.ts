import { fold } from './fold.ts';
import type { InsightKind } from './model.ts';

/** Phrases of one kind: in Chinese and Japanese between spaces, in English between commas. */
type Phrases = readonly (readonly [InsightKind, string])[];

/**
 * What posts call their points in Chinese (both writings), English and Japanese, and which word of Quoth's that is.
 * Only what announces points and nothing else: 总结, 思路, Summary, Highlights, まとめ or 要約 before a numbered list
 * may announce anything.
 */
const phrases: Phrases = [
  [
    'insight',
    '洞见 核心洞见 关键洞见 主要洞见 重要洞见 洞察 核心洞察 关键洞察 主要洞察 重要洞察 核心认知 关键认知',
  ],
  [
    'insight',
    '洞見 核心洞見 關鍵洞見 主要洞見 重要洞見 關鍵洞察 核心洞察 主要洞察 重要洞察 核心認知 關鍵認知',
  ],
  ['insight', 'insights, key insights, core insights, main insights, big insights, top insights'],
  ['insight', 'インサイト 重要なインサイト 主なインサイト 気づき 得られた気づき'],
  [
    'point',
    '要点 核心要点 关键要点 主要要点 重要要点 内容要点 文章要点 要点总结 要点速览 要点回顾 要点提炼 要点摘要',
  ],
  [
    'point',
    '重点 核心重点 重点总结 重点速览 重点提炼 划重点 关键点 核心点 太长不看 太长不看版 太长不读 太长不读版 省流 省流版',
  ],
  ['point', '要點 核心要點 關鍵要點 主要要點 重要要點 內容要點 文章要點 要點總結 要點整理 要點回顧 要點摘要'],
  [
    'point',
    '重點 核心重點 重點整理 重點總結 重點摘要 重點速覽 重點一覽 文章重點 劃重點 關鍵點 太長不看 太長不讀 懶人包',
  ],
  [
    'point',
    'key points, main points, core points, key highlights, tl;dr, tldr, tl; dr, tl dr, tl;dr summary',
  ],
  ['point', 'in short, in brief, in a nutshell, the short version, short version, the gist, key messages'],
  [
    'point',
    'ポイント 要点まとめ ポイントまとめ 重要ポイント 重要なポイント 主なポイント キーポイント 押さえておきたいポイント',
  ],
  ['point', '3行まとめ 三行まとめ 3行で 三行で 今北産業 伝えたいこと 一番伝えたいこと'],
  ['takeaway', '收获 关键收获 主要收获 核心收获 启示 核心启示 关键启示 主要启示 经验教训 核心收穫'],
  ['takeaway', '收穫 關鍵收穫 主要收穫 啟示 核心啟示 關鍵啟示 主要啟示 經驗教訓'],
  [
    'takeaway',
    'takeaways, key takeaways, main takeaways, top takeaways, quick takeaways, takeaway, key takeaway',
  ],
  [
    'takeaway',
    'lessons learned, key lessons, main lessons, key learnings, main learnings, what i learned, what we learned',
  ],
  ['takeaway', '学び 得られた学び 主な学び 重要な学び 学んだこと 教訓 得られた教訓'],
  ['conclusion', '结论 核心结论 关键结论 主要结论 结论速览 核心发现 关键发现 主要发现 重要发现'],
  ['conclusion', '結論 核心結論 關鍵結論 主要結論 核心發現 關鍵發現 主要發現 重要發現'],
  [
    'conclusion',
    'conclusions, key conclusions, main conclusions, findings, key findings, main findings, key observations',
  ],
  ['conclusion', '結論まとめ 主な結論 主な発見 重要な発見'],
  ['view', '观点 核心观点 关键观点 主要观点 重要观点 核心论点 主要论点 核心思想 主要思想 核心主张 主要主张'],
  ['view', '觀點 核心觀點 關鍵觀點 主要觀點 重要觀點 核心論點 主要論點 核心思想 核心主張 主要主張'],
  [
    'view',
    'key ideas, main ideas, core ideas, big ideas, key arguments, main arguments, key claims, main claims, theses',
  ],
  ['view', '主張 主な主張'],
];

/** What announces points only where their number stands before: 六个认知, 5 lessons. By itself it may be any heading. */
const countedPhrases: Phrases = [
  ['insight', '认知 判断 思考 認知 判斷'],
  ['insight', 'observations, realizations'],
  ['takeaway', '教训 心得 体会 感悟 教訓 體會'],
  ['takeaway', 'lessons, learnings, things i learned, things we learned'],
  ['conclusion', '发现 發現 発見'],
  ['view', '论点 論點 主张'],
  ['view', 'ideas, arguments, claims'],
];

function kindsOf(list: Phrases): ReadonlyMap<string, InsightKind> {
  const entries = list.flatMap(([kind, words]) =>
    words.split(words.includes(',') ? /,\s*/ : /\s/).map(phrase => [fold(phrase), kind] as const),
  );
  return new Map(entries);
}

const kinds = kindsOf(phrases);

const countedKinds = kindsOf(countedPhrases);

/** Signs around a label: 【要点】, 📌 要点, “要点”, (TL;DR). */
const ornament =
  /^(?:\p{Extended_Pictographic}|\ufe0f|[\s【「『《“"([*])+|(?<![\s:】」』》”"\])*])[\s:】」』》”"\])*]+$/gu;

/** What says whose points they are: 本文的…, 作者的…, this article's …, この記事の…. */
const whose =
  /^(?:本文|文章|全文|这篇文章|這篇文章|本期|本次|这次|這次|他|她|作者|我|我们|我們)的?(?!见|見)|^(?:この|本|今回の)記事の|^今回の|^(?:the author's|(?:this|the) (?:article|post|talk|book|paper|episode)'s|the|some|my|our|his|her|their)\s/u;

/** How many they are: 六个…, 5 …, three …, 3つの…. */
const howMany =
  /^(?:\d{1,2}|[一二两兩三四五六七八九十几幾]{1,3})\s?(?:[个個条條大点點项項]|つの)?\s?|^(?:two|three|four|five|six|seven|eight|nine|ten)\s/u;

/** What leads over to them: …如下, …包括, …有以下几点, … are, … from this talk, …は次の通り. */
const after =
  /(?:有|如下|包括|是|为|為)?(?:以下|如下)?(?:[几幾一二两兩三四五六七八九十\d]{1,2}[点點条條个個])?$|(?:は|とは|は(?:以下|次)の(?:通り|とおり))$|\s(?:are|include|were)$|\s(?:from|of|in)\s(?:this|the)\s(?:article|post|talk|book|paper|episode)$/u;

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
  const known = kinds.get(label);
  if (known !== undefined) return known;
  const owned = without(label, after, ornament, whose);
  const bare = without(owned, howMany, ornament);
  return kinds.get(owned) ?? kinds.get(bare) ?? (bare === owned ? undefined : countedKinds.get(bare));
}
