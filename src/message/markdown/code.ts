import { zeroWidthSpace } from './escape.ts';

/**
 * Inline code; empty for an empty value. Discord knows marks of one or two backticks: backticks that touch each
 * other or the marks are kept apart by zero-width spaces, newlines become spaces.
 */
export function inlineCode(value: string): string {
  const line = value.replace(/\r\n?|\n/g, ' ');
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
  const code = value.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const word = /^[a-z0-9_+\-.#]{1,30}/i.exec(language)?.[0] ?? '';
  return `\`\`\`${word}\n${code.replace(/``(?=`)/g, `\`\`${zeroWidthSpace}`)}\n\`\`\``;
}
