import type { Answer } from '../../../src/bot/model.ts';
import type { Layout, Row } from '../../../src/message/model.ts';
import { text } from '../../../src/message/parts.ts';
import type { Words } from '../../../src/words/model.ts';

type Say = (words: Words) => string;
type Next = (words: Words) => readonly Row[];

const layoutOf =
  (say: Say, next: Next) =>
  (words: Words): Layout => ({ body: [text(say(words))], rows: next(words) });

/** A sentence of Discord Markdown for the asker alone, and what to press next. Nothing was done. */
export const said = (say: Say, next: Next = () => []): Answer => ({
  tone: 'notice',
  lay: layoutOf(say, next),
});

/** The same where something was done. */
export const done = (say: Say, next: Next = () => []): Answer => ({
  tone: 'answer',
  done: true,
  lay: layoutOf(say, next),
});
