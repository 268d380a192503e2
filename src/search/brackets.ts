/** Something short in brackets, and what stands right before it: what may be two names of one thing. */
export interface Bracketed {
  readonly before: string;
  readonly inside: string;
}

/** How much of what stands before a bracket is looked at, and the longest name in brackets, in UTF-16 units. */
const longestBefore = 60;
const longestInside = 60;

const bracket = /[（(]([^（()）\n]{2,60})[)）]/g;

/** The brackets of a text that may hold another name of what stands before them. */
export const bracketsIn = (text: string): readonly Bracketed[] => {
  const found: Bracketed[] = [];
  for (const { 0: whole, 1: inside = '', index } of text.matchAll(bracket)) {
    if (inside.length > longestInside || !/\p{L}/u.test(inside)) continue;
    const start = Math.max(0, index - longestBefore);
    const before = text.slice(start, index).split('\n').at(-1) ?? '';
    // What goes on without a break, as in `f(x)y`, is a formula or code.
    if (/^[\w(]/.test(text.slice(index + whole.length, index + whole.length + 1)) && whole.startsWith('('))
      continue;
    if (before.trim() !== '') found.push({ before, inside: inside.trim() });
  }
  return found;
};
