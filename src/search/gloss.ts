import type { Bracketed } from './brackets.ts';
import { folded } from './normalise.ts';
import { isStopTerm } from './stopwords.ts';
import { termOf } from './terms.ts';

/** Two names of one thing, as a post writes them: 强化学习 and RL, CoT and 思维链. */
export type Gloss = readonly [string, string];

/** In how many passages a name stands. */
export type Spread = (name: string) => number;

const latinName = /^[A-Za-z][A-Za-z+'’-]*(?: [A-Za-z][A-Za-z+'’&-]*){0,5}$/;
const abbreviation = /^[A-Z][A-Za-z]{0,2}[A-Z][A-Za-z]{0,4}$/;
/** A word of a language, not of a program: neither `useState` nor `npm_config`. */
const plainWord = /^(?:[A-Z]?[a-z'’]{2,}|[A-Z]{2,})$/;

const listOf = (words: string): readonly string[] => words.trim().split(/\s+/);

/** What an aside begins or ends with, and a name does not. */
const asideStarts = listOf(`
  如 例 即 比 见 参 详 注 含 包 以 且 但 而 或 和 与 及 不 没 无 非 未 已 可 请 需 只 仅 约 共 第 下 上 同 前 后 新 旧 多 少
  这 那 其 我 你 他 她 它 大 也 都 又 还 就 从 在 由 按 用 是 有 本 该 此 每 各 某 一 二 三 四 五 六 七 八 九 十 笑 误 完 续
  可选 必填 必选 必需 任意 敬称 推荐 默认 建议 注意 支持 来自 来源 翻译 译 原 当 现 主 副 左 右 中 外 内 图 表 免费 付费 官方 最 更 很 非常
  感谢 附 转 待 暂 部分 全部 所有 其他 如果 因为 所以 虽然 首 末 单位 时 年 月 日 星期 周 今 昨 明 作者 编者 后来 目前
`);
const asideEnds = listOf(`
  版 等 年 月 日 页 章 节 图 表 译 注 著 型 类 式 方面 岁 人 元 的 了 吗 呢 吧 着 过 前 后 上 下 中 内 外 时 里 个 次 种 位 名 条 号 点 号线
  以上 以下 左右 之一 为例 为主 而已 即可 可选 必填 推荐 默认 相关 更新 使用 支持 方式 情况 部分 同学 老师 作者 博主 先生 女士
  公司 平台 网站 软件 插件 组件 框架 工具 语言 引擎 版本 项目 系列 品牌 厂商 浏览器 编辑器 文档 教程 仓库 链接 地址 命令
  省 市 县 区 国 州
`);
/** Lead-ins that say that another name follows. */
const leadIn =
  /^(?:以下简称|下称|简称为?|又称为?|也称为?|亦称|又叫做?|也叫做?|又名|英文名?(?:是|为)?|英语|全称(?:是|为)?|缩写(?:是|为)?|即|a\.?k\.?a\.?|also known as|or simply|short for)[:：\s]*/iu;

const notNames = new Set(
  listOf(`
  a an the of by via from see eg e.g ie i.e cf or and in on at to for with without not no only new old optional
  required default recommended deprecated note update updated edit edited draft beta alpha rc ok todo tbd n/a na
  kg km cm mm ms gb mb kb tb hz khz mhz ghz px em rem usd rmb cny eur am pm utc gmt left right top bottom
  jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september
  october november december monday tuesday wednesday thursday friday saturday sunday yes true false null
  part chapter section page pages figure fig table vol version it this that these those we you he she they
`),
);

/** Words before a name that are none of it. */
const verbs = new Set(
  listOf(`
  使用 采用 利用 基于 通过 进行 引入 结合 包括 包含 例如 比如 所谓 称为 叫做 提出 介绍 执行 运行 输入 安装 调用 读取 打开 需要 成为 作为 关于
  提到 添加 还有 可能 中的 变成 属于 存在 出现 产生 提供 得到 具有 以及 其中 主要 经典 著名 一种 最终 真正 我们 他们 可以 能够 相比 来自 根据 传统 常见 常用 目前
`),
);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const isBorder = (word: string): boolean => verbs.has(word) || isStopTerm(termOf(folded(word)));

const wordsOf = (text: string): readonly string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

const smallWords = new Set(['of', 'the', 'and', 'for', 'in', 'to', 'a']);

/** How many words a Latin name has that say something; each capital of an abbreviation stands for one. */
const partsOf = (latin: string): number =>
  abbreviation.test(latin)
    ? latin.replace(/[^A-Z]/g, '').length
    : latin.split(/[ -]/).filter(word => !smallWords.has(word.toLowerCase())).length;

/** Longest Chinese name, and the longest that a single word may have, in characters. */
const longestChinese = 8;
const longestOfWord = 5;

/** Shorter names are of one word: 代码（JS） names no kind of code. */
const shortestOfMany = 3;

const isChineseName = (text: string, longest: number): boolean =>
  /^\p{Script=Han}{2,}$/u.test(text) &&
  text.length <= longest &&
  !wordsOf(text).some(isBorder) &&
  !asideStarts.some(start => text.startsWith(start)) &&
  !asideEnds.some(end => text.endsWith(end));

const lastQuoted = /[“「『《"]([^“”「」『』《》"]{2,12})[”」』》"]\s?$/u;
/** Not the end of a longer name: after `·` or within Japanese. */
const lastRun = /(?<![·・\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}])\p{Script=Han}+(?=\s?$)/u;

/** Before a word these make another word of it: 无服务 is no 服务. */
const prefixes = new Set(listOf('无 非 反 不 未 仅 前 后 双 多 半 全 每'));

/** What a name that begins a run of Han characters is cut off from: 渐进式Web应用程序, “栈溢出”错误. */
const cutOff = /(?:[A-Za-z]\s?|[”」』》"])$/;

/** How many of a run's last words the Chinese name has: as many as the Latin one has, or more if they stand elsewhere. */
const countOf = (own: readonly string[], wanted: number, isAll: boolean, spread: Spread): number => {
  if (wanted === 1) return own.length <= 2 ? own.length : 0;
  if (own.length < wanted - 1) return 0;
  const last = (count: number): string => own.slice(-count).join('');
  const counts = own.map((_, at) => own.length - at).filter(count => last(count).length <= longestChinese);
  const longer = counts.find(count => count > wanted && spread(last(count)) > 1);
  // The segmenter may have cut one word in two.
  const standsAlone = isAll && own.length <= wanted + 1 && counts.length === own.length;
  return longer ?? (standsAlone ? own.length : Math.min(wanted, counts[0] ?? 0));
};

/** A first word of one character may be the end of another, which the segmenter has cut. */
const withFirstWhole = (own: readonly string[], count: number): number => {
  let whole = count;
  while (whole > 0 && whole < own.length && own.at(-whole)?.length === 1) whole += 1;
  return whole;
};

/** The Chinese name at the end of a text: what a quotation mark closes, else its last words. */
const chineseNameAt = (before: string, latin: string, spread: Spread): string | undefined => {
  const quoted = lastQuoted.exec(before)?.[1];
  if (quoted !== undefined) return /^\p{Script=Han}+$/u.test(quoted) ? quoted : undefined;
  const run = lastRun.exec(before);
  const words = wordsOf(run?.[0] ?? '');
  const border = words.findLastIndex(isBorder);
  const own = words.slice(border + 1);
  const wanted = partsOf(latin);
  const count = withFirstWhole(own, countOf(own, wanted, border < 0, spread));
  const name = own.slice(own.length - count).join('');
  const isCut = border < 0 ? cutOff.test(before.slice(0, run?.index)) : prefixes.has(words[border] ?? '');
  if (count === own.length && isCut) return undefined;
  if (wanted === 1) return isChineseName(name, longestOfWord) ? name : undefined;
  return name.length >= shortestOfMany && name.length <= longestChinese ? name : undefined;
};

const isLatinName = (text: string): boolean =>
  latinName.test(text) &&
  text.length <= 40 &&
  !text.split(' ').some((word, at) => at === 0 && notNames.has(word.toLowerCase())) &&
  !notNames.has(text.toLowerCase()) &&
  (text.includes(' ') || /^[A-Z][A-Za-z]*-/.test(text) || abbreviation.test(text) || plainWord.test(text));

/** The last words of a text that an abbreviation is the initials of: Next Token Prediction of NTP. */
const spelledOut = (text: string, short: string): string | undefined => {
  const letters = short.replace(/s$/, '').toLowerCase();
  if (!/^[a-z]{2,6}$/.test(letters)) return undefined;
  const words =
    /(?:[A-Za-z][A-Za-z’'-]*[ -]){1,9}[A-Za-z][A-Za-z’'-]*$/.exec(text.trim())?.[0].split(/[ -]/) ?? [];
  const last = words.slice(-letters.length);
  const initials = last.map(word => word.charAt(0).toLowerCase()).join('');
  return initials === letters ? last.join(' ') : undefined;
};

/** A short name and the long one that it abbreviates, in either order. */
const abbreviated = ({ before, inside }: Bracketed): Gloss | undefined => {
  if (/^[A-Z][A-Za-z]{1,6}$/.test(inside)) {
    const long = spelledOut(before, inside);
    if (long !== undefined) return [long, inside];
  }
  const short = /[A-Z][A-Za-z0-9]*(?=\s?$)/.exec(before)?.[0];
  if (short === undefined || !/[A-Z]/.test(short.slice(1))) return undefined;
  return spelledOut(inside, short) === inside.replaceAll('-', ' ') ? [short, inside] : undefined;
};

/** Reinforcement Learning, RL: names of which one abbreviates the other; else only one name is read. */
const namesIn = (inside: string): readonly string[] => {
  const names = inside.split(/(?:(?<!\s)\s+)?[,，、;；]\s*/).map(name => name.replace(leadIn, ''));
  if (!names.every(isLatinName) || names.length > 2) return [];
  const [long = '', short] = names.toSorted((a, b) => b.length - a.length);
  return short === undefined || spelledOut(long, short) === long.replaceAll('-', ' ') ? names : [];
};

/** 强化学习（RL）, 检索增强生成（Retrieval-Augmented Generation，RAG）, 注意力（Attention）. */
const latinOf = ({ before, inside }: Bracketed, spread: Spread): readonly Gloss[] => {
  const names = namesIn(inside);
  const [first] = names.toSorted((a, b) => partsOf(b) - partsOf(a));
  if (first === undefined) return [];
  const isWord = partsOf(first) === 1 && !leadIn.test(inside) && !lastQuoted.test(before);
  if (isWord && !/^[A-Z][a-z]/.test(first)) return [];
  const chinese = chineseNameAt(before, first, spread);
  return chinese === undefined ? [] : names.map((name): Gloss => [chinese, name]);
};

const lastLatin = /[A-Za-z][A-Za-z+’'-]*(?: [A-Za-z][A-Za-z+’'-]*){0,3}(?=["”’」』*]{0,3}\s?$)/;

/** Japanese goes on without a space, and what follows a word in it in brackets seldom translates it. */
const endsInKana = /[\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/** CoT（思维链）, Gap（鸿沟）. */
const chineseOf = ({ before, inside }: Bracketed, spread: Spread): readonly Gloss[] => {
  const name = inside.replace(leadIn, '');
  const match = lastLatin.exec(before);
  if (!match || /[\w./:@#=-]$/.test(before.slice(0, match.index))) return [];
  const said = match[0].split(' ').slice(-wordsOf(name).length).join(' ');
  const isWord = partsOf(said) === 1 && !abbreviation.test(said);
  if (!isLatinName(said) || !isChineseName(name, isWord ? longestOfWord : longestChinese)) return [];
  if (isWord ? endsInKana.test(before.slice(0, match.index)) : name.length < shortestOfMany) return [];
  // A word in small letters may as well be of a program, and what follows what it does there.
  return isWord && /^[a-z]/.test(said) && spread(name) < 2 ? [] : [[said, name]];
};

/** The names that a bracket pairs with what stands before it; none where it is a date, an aside, a page. */
export const glossesOf = (bracketed: Bracketed, spread: Spread): readonly Gloss[] => {
  const long = abbreviated(bracketed);
  if (long) return [long];
  return /\p{Script=Han}/u.test(bracketed.inside.replace(leadIn, ''))
    ? chineseOf(bracketed, spread)
    : latinOf(bracketed, spread);
};
