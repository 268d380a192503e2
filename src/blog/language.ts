import type { Root } from 'mdast';
import type { Language } from './model.ts';
import { plainText } from './text.ts';

/** Frequent letters that are written in two ways, simplified over traditional. */
const simplified =
  '们这来国时说对为会个学过还后发现开关问实样间种长经进没两东见书让头从门马话钱车电气应认识语读写请谁谢难题变错机业务产热爱专习万与丑乐买乱争亚';
const traditional =
  '們這來國時說對為會個學過還後發現開關問實樣間種長經進沒兩東見書讓頭從門馬話錢車電氣應認識語讀寫請誰謝難題變錯機業務產熱愛專習萬與醜樂買亂爭亞';

const onlySimplified = new Set([...simplified].filter(sign => !traditional.includes(sign)));
const onlyTraditional = new Set([...traditional].filter(sign => !simplified.includes(sign)));

/** Enough to tell a language by, in characters. */
const sample = 20_000;

/** A title says more of its post's language than as much of its text, which may quote and name. */
const titleWeight = 10;

/** A Chinese sign says as much as about so many Latin letters, of which a Chinese text on technology is full. */
const lettersASign = 10;

interface Scripts {
  readonly han: number;
  readonly kana: number;
  readonly hangul: number;
  readonly latin: number;
}

function countScripts(text: string): Scripts {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return {
    han: count(/\p{Script=Han}/gu),
    kana: count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    hangul: count(/\p{Script=Hangul}/gu),
    latin: count(/\p{Script=Latin}/gu),
  };
}

function isEastAsian(language: Language | undefined): boolean {
  return /^(?:zh|ja|ko)\b/.test(language ?? '');
}

function chineseOf(text: string, usual: Language | undefined): Language {
  let balance = 0;
  for (const sign of text) {
    if (onlySimplified.has(sign)) balance++;
    else if (onlyTraditional.has(sign)) balance--;
  }
  if (balance !== 0) return balance > 0 ? 'zh-CN' : 'zh-TW';
  return usual?.startsWith('zh') ? usual : 'zh-CN';
}

/**
 * The language of a text by its letters: kana over 15 % of Han is Japanese, more Hangul than Han Korean, Han
 * Chinese, in the writing whose own letters prevail. Anything else is in `usual`, the blog's own language where
 * that is not one of these three, or in English.
 */
export function languageOfText(text: string, usual?: Language): Language {
  const { han, kana, hangul, latin } = countScripts(text);
  const signs = han + kana + hangul;
  if (signs + latin === 0) return usual ?? 'en';
  if (signs * lettersASign < latin) return isEastAsian(usual) ? 'en' : (usual ?? 'en');
  if (hangul > han) return 'ko';
  return kana > han * 0.15 ? 'ja' : chineseOf(text, usual);
}

/** The language of a post by its title and its prose; code tells nothing. */
export function languageOfPost(title: string, root: Root, usual?: Language): Language {
  const prose = root.children.filter(node => !/^(?:code|html|math)$/.test(node.type));
  const text = plainText(prose).slice(0, sample);
  return languageOfText(`${`${title}\n`.repeat(titleWeight)}${text}`, usual);
}

/** A language as front matter or settings write it, in BCP 47's own case; undefined where it is none. */
export function readLanguage(written: string): Language | undefined {
  const tag = written.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag)) return undefined;
  const lower = tag.toLowerCase();
  if (/^(?:zh|zh-cn|zh-hans|zh-hans-cn|zh-sg|cn)$/.test(lower)) return 'zh-CN';
  if (/^(?:zh-(?:tw|hk|mo|hant)|zh-hant-(?:tw|hk|mo))$/.test(lower)) return 'zh-TW';
  return Intl.getCanonicalLocales(tag)[0];
}

/** Those that blogs put before `.md`; any two letters would do for `.js.md` and `.io.md` too. */
const suffix =
  /\.((?:zh|en|ja|ko|fr|de|es|pt|ru|it|vi|th|id|tr|uk|pl|nl|ar|fa|hi)(?:[-_][a-z]{2,4})?)\.[a-z]+$/i;

/** The language that a file's name ends with: `post.en.md`, `post.zh-cn.md`. */
export function languageOfName(path: string): Language | undefined {
  const written = suffix.exec(path)?.[1];
  return written === undefined ? undefined : readLanguage(written);
}

/** Two letters that name a folder of something else as often. */
const doubtful = new Set(['it', 'id', 'no', 'is', 'in', 'as', 'so', 'my', 'am', 'be', 'do']);

const folderName =
  /^(?:zh|en|ja|ko|fr|de|es|pt|ru|it|vi|th|id|tr|uk|pl|nl|ar|fa|hi|cs|sv|ro|hu|el|he|da|fi)(?:[-_][a-z]{2,4})?$/i;

const folderWords: ReadonlyMap<string, Language> = new Map([
  ['english', 'en'],
  ['chinese', 'zh-CN'],
  ['japanese', 'ja'],
  ['korean', 'ko'],
  ['cn', 'zh-CN'],
  ['tw', 'zh-TW'],
]);

/** The language that a folder's name says; undefined for other folders. */
export function languageOfFolderName(name: string): Language | undefined {
  if (doubtful.has(name.toLowerCase())) return undefined;
  return folderWords.get(name.toLowerCase()) ?? (folderName.test(name) ? readLanguage(name) : undefined);
}

/** The language that a path's folders say: `en/posts/x.md`, `zh_cn/x.md`; the innermost where several do. */
export function languageOfFolder(path: string): Language | undefined {
  const folders = path.split('/').slice(0, -1).toReversed();
  return folders.map(languageOfFolderName).find(language => language !== undefined);
}

/** Whether a text whose letters look like `written` can be in `language`: a folder `de` may hold something else. */
export function isLikely(language: Language, written: Language): boolean {
  const kind = (tag: Language) => /^(?:zh|ja|ko|ru|uk|ar|fa|th|hi|el|he)/.exec(tag)?.[0] ?? 'latin';
  return kind(language) === kind(written) || kind(written) === 'latin';
}
