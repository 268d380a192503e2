import type { CheckWords, ProblemWords } from './model.ts';

export const problemsZhTW: ProblemWords = {
  'front-matter-unreadable': detail => `開頭的中繼資料（front matter）讀不懂：${detail}。能認出的行仍然有效`,
  'front-matter-executable': () => '開頭的中繼資料（front matter）是一段程式，不會執行。正文照常顯示',
  'front-matter-not-a-mapping': () =>
    '開頭的中繼資料（front matter）裡沒有「名稱: 值」這樣的行。正文照常顯示',
  'date-missing': () => '沒有日期，排在彙整的最後',
  'date-unreadable': detail => `日期讀不懂：${detail}。排在彙整的最後`,
  'not-text': () => '不是文字，沒有顯示。請另存為 UTF-8',
  'too-large': () => '超過 5 MB，沒有顯示。請拆成幾篇',
  'took-too-long': () => '讀了 5 秒還沒讀完，沒有顯示。請拆開或簡化',
  'file-unreadable': detail => `讀不出來，沒有顯示：${detail}`,
  'link-outside': () => '是指向 CONTENT 之外的連結，沒有顯示',
  encoding: detail => `是用 ${detail} 編碼寫的，已按它讀出。請另存為 UTF-8`,
  'text-damaged': detail => `有 ${detail} 個字元壞了（顯示為 �）。請重寫這些字`,
  'control-characters': detail => `有 ${detail} 個控制字元，已略去。請刪掉它們`,
  'text-missing': () => '除了標題什麼也沒有',
  'address-shared': detail => `網址和 ${detail} 相同。請給其中一篇另取 slug`,
  'slug-shared': detail => `slug 和 ${detail} 相同，用它只能找到最新的一篇`,
  'link-to-nothing': detail => `連結 ${detail} 沒有指向任何東西`,
  'picture-missing': detail => `圖片 ${detail} 的檔案不存在`,
  'alt-missing': detail => `圖片 ${detail} 沒有替代文字，看不到圖的人不知道畫的是什麼`,
  'table-too-wide': detail => `表格有 ${detail} 個字元寬，手機一行只顯示 38 個：在 Discord 裡會改成清單`,
  'insights-unread': detail =>
    `「${detail}」像是要列出要點，但緊接著沒有兩項以上的編號清單，所以沒有讀出要點`,
};

export const checkZhTW: CheckWords = {
  error: '錯誤',
  warning: '警告',
  lastVersion: problem => `${problem}。仍然顯示它上一個好的版本`,
  summary: ({ posts, hidden, errors, warnings }) =>
    `顯示 ${posts} 篇文章，作者隱藏了 ${hidden} 篇；${errors} 個錯誤，${warnings} 個警告。`,
};
