import type { Words } from '../words/model.ts';
import { escapeText } from './markdown/escape.ts';
import type { Layout, Row } from './model.ts';
import { text } from './parts.ts';

/** A sentence and what to do next. The sentence is plain text. */
export const notice = (sentence: string, rows: readonly Row[] = []): Layout => ({
  body: [text(escapeText(sentence))],
  rows,
});

/** A sentence above another layout. */
export const above = (sentence: string, layout: Layout): Layout => ({
  ...layout,
  body: [text(escapeText(sentence)), ...layout.body],
});

/** What a reader gets when something broke: in their language and in English, with the code of the log line. */
export function failure(code: string, words: Words, english: Words): Layout {
  const said = text(words.notices.unexpected(code));
  return {
    body:
      words === english
        ? [said]
        : [said, { type: 14, divider: true, spacing: 1 }, text(english.notices.unexpected(code))],
    rows: [],
  };
}
