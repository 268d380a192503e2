import { escapeText } from '../../../src/message/markdown/escape.ts';
import { type TimeStyle, timeMark, userMark } from '../../../src/message/marks.ts';

/** How moments, people and texts stand within sentences about announcements. */
export interface Marks {
  /** A moment, in milliseconds since 1970. */
  readonly time: (moment: number, style: TimeStyle) => string;
  /** Somebody, by their id. */
  readonly user: (id: string) => string;
  readonly text: (text: string) => string;
}

/** As Discord's Markdown has them. */
export const discordMarks: Marks = { time: timeMark, user: userMark, text: escapeText };
