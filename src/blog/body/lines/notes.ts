import { changeProse } from '../text/scan.ts';

/** `word^[a note]`: a note where it is written. What matches `^[a-z]` in a program's pattern is none. */
const note = /[ \t]?\^\[([^[\]\n]{1,500})\]/g;

/** A text with notes that stand in it between brackets, where a reader reads them. Code stays as it is. */
export function lowerNotes(text: string): string {
  if (!text.includes('^[')) return text;
  return changeProse(text, prose =>
    prose.replace(note, (written: string, said: string) =>
      /\s|\p{Script=Han}/u.test(said.trim()) ? ` (${said.trim()})` : written,
    ),
  );
}
