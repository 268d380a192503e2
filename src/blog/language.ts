import type { Language } from './model.ts';

/** Letters that only one of the two writings has, the most frequent ones. */
const simplified =
  '们这来国时说对为会个学过还后发现开关问实样间种长经进没两东见书让头从门马话钱车电气进应该认识语读写请谁谢难题变错机业务产让热爱专习万与丑乐买乱争亚';
const traditional =
  '們這來國時說對為會個學過還後發現開關問實樣間種長經進沒兩東見書讓頭從門馬話錢車電氣進應該認識語讀寫請誰謝難題變錯機業務產讓熱愛專習萬與醜樂買亂爭亞';

const onlySimplified = new Set([...simplified].filter(sign => !traditional.includes(sign)));
const onlyTraditional = new Set([...traditional].filter(sign => !simplified.includes(sign)));

/** Enough to tell a language by; a post's beginning may be taken for the whole. */
const sample = 20_000;

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}

function chineseOf(text: string, usual: Language | undefined): Language {
  let balance = 0;
  for (const sign of text) {
    if (onlySimplified.has(sign)) balance++;
    else if (onlyTraditional.has(sign)) balance--;
  }
  if (balance > 0) return 'zh-CN';
  if (balance < 0) return 'zh-TW';
  return usual?.startsWith('zh') ? usual : 'zh-CN';
}

/**
 * The language of a text by its letters: kana over 15 % of Han is Japanese, more Hangul than Han Korean, Han
 * Chinese by the letters that only one writing has; else `usual`, the blog's own, or English.
 */
export function languageOfText(text: string, usual?: Language): Language {
  const read = text.slice(0, sample);
  const han = count(read, /\p{Script=Han}/gu);
  const kana = count(read, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(read, /\p{Script=Hangul}/gu);
  const latin = count(read, /\p{Script=Latin}/gu);
  if (han + kana + hangul === 0)
    return latin === 0 || !/^(?:zh|ja|ko)/.test(usual ?? '') ? (usual ?? 'en') : 'en';
  // A Chinese sign is worth about five Latin letters.
  if ((han + kana + hangul) * 5 < latin) return /^(?:zh|ja|ko)/.test(usual ?? '') ? 'en' : (usual ?? 'en');
  if (hangul > han) return 'ko';
  if (kana > han * 0.15) return 'ja';
  return chineseOf(read, usual);
}

/** A language as written in front matter or file names, in BCP 47's own case; undefined where it is none. */
export function readLanguage(written: string): Language | undefined {
  const tag = written.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag)) return undefined;
  const lower = tag.toLowerCase();
  if (/^(?:zh|zh-cn|zh-hans|zh-hans-cn|zh-sg|cn)$/.test(lower)) return 'zh-CN';
  if (/^(?:zh-tw|zh-hk|zh-mo|zh-hant|zh-hant-tw|zh-hant-hk)$/.test(lower)) return 'zh-TW';
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** The language that a file's name ends with: `post.en.md`, `post.zh-cn.md`. */
export function languageOfName(path: string): Language | undefined {
  const suffix = /\.([a-z]{2}(?:[-_][a-z]{2,4})?)\.[a-z]+$/i.exec(path)?.[1];
  return suffix === undefined ? undefined : readLanguage(suffix);
}
