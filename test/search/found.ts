import type { Found, Hit, Marked } from '../../src/search/model.ts';

/** A marked text with its marks in brackets: `关于[Long Context]的警示`. */
export const bracketed = ({ text, marks }: Marked): string => {
  let written = '';
  let at = 0;
  for (const [start, end] of marks) {
    written += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return written + text.slice(at);
};

/** What a hit is: `head`, `insight 5`, `section 4. o1…`. */
const nameOf = ({ passage }: Hit): string => {
  if (passage.kind === 'insight') return `insight ${passage.insight.number}`;
  return passage.kind === 'section' ? `section ${passage.section.heading}` : 'head';
};

export const namesOf = ({ hits }: Found): readonly string[] => hits.map(nameOf);

/** Ranges of a marked text, checked: in order, apart, within the text, not empty. */
export const areSound = ({ text, marks }: Marked): boolean =>
  marks.every(([start, end], at) => start >= (marks[at - 1]?.[1] ?? 0) && end > start && end <= text.length);
