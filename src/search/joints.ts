/*
 * Words that some write together and others apart: `gpt-4` and `gpt4`, `node.js` and `nodejs`, `u.s.a.` and `usa`,
 * `10,000` and `10000`, `v1.2.3` and `1.2.3`. They are indexed and looked for in both forms.
 */

/** Longest joined form, in characters. */
export const longestJoint = 24;

/** What follows a point in names that are written without it as well. */
const endingsAfterPoint = /\.(?:js|net|io)(?![a-z\d])/y;
const thousands = /,\d{3}(?!\d)/y;
const singleLetter = /\.[a-z](?![a-z\d])/y;

const stands = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

const isLetter = (text: string, at: number): boolean => /\p{L}/u.test(text[at] ?? '');
const isDigit = (text: string, at: number): boolean => /\d/.test(text[at] ?? '');

/** Whether the sign at a place joins the words on both of its sides. */
export const joins = (text: string, at: number): boolean => {
  if (text[at] === '-') return true;
  if (text[at] === ',') return isDigit(text, at - 1) && stands(thousands, text, at);
  if (text[at] !== '.' || !isLetter(text, at - 1)) return false;
  const isInitial = !isLetter(text, at - 2) && !isDigit(text, at - 2);
  return stands(endingsAfterPoint, text, at) || (isInitial && stands(singleLetter, text, at));
};

/** Words that are joined, as one. */
export const joinedForm = (written: string): string =>
  written.replace(/[-.,]/g, (sign, at: number) => (joins(written, at) ? '' : sign));

const version = /v\d+\.\d[\d.]*/y;

/** Whether a word is a version that others write without its first letter. */
export const isVersion = (text: string, start: number, end: number): boolean =>
  text[start] === 'v' && stands(version, text, start) && version.lastIndex === end;

const anyJoint = /-|\p{L}\.[a-z]|\d,\d|v\d/u;

/** False for most texts without any joined form. */
export const mayHoldJoints = (text: string): boolean => anyJoint.test(text);
