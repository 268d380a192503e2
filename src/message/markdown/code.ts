import { zeroWidthSpace } from './escape.ts';

/**
 * Keeps `](` apart where no bracket was opened before it: Discord looks for the end of an earlier link's label even
 * in code.
 */
function withoutLabelEnds(code: string): string {
  let last = '';
  return code.replace(/\[|\]\(?/g, found => {
    const ends = found === '](' && last !== '[';
    last = found.slice(0, 1);
    return ends ? `]${zeroWidthSpace}(` : found;
  });
}

/**
 * Inline code; empty for an empty value. Discord knows marks of one or two backticks: backticks that touch each
 * other or the marks are kept apart by zero-width spaces, newlines become spaces.
 */
export function inlineCode(value: string): string {
  const line = withoutLabelEnds(value.replace(/\r\n?|\n/g, ' '));
  if (line === '') return '';
  if (!line.includes('`')) return `\`${line}\``;
  const apart = line.replace(/`(?=`)/g, `\`${zeroWidthSpace}`);
  const start = apart.startsWith('`') ? zeroWidthSpace : '';
  const end = apart.endsWith('`') ? zeroWidthSpace : '';
  return `\`\`${start}${apart}${end}\`\``;
}

/**
 * A fenced block; empty where the code has nothing to show. The language is the first word of what the post
 * names (`js{1,3}` → `js`); a fence within the code is broken by a zero-width space.
 */
export function fence(value: string, language = ''): string {
  if (value.trim() === '') return '';
  const code = withoutLabelEnds(value.replace(/\r\n?/g, '\n').replace(/\n$/, ''));
  const word = /^[a-z0-9_+\-.#]{1,30}/i.exec(language)?.[0] ?? '';
  return `\`\`\`${word}\n${code.replace(/``(?=`)/g, `\`\`${zeroWidthSpace}`)}\n\`\`\``;
}
