const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });

/** Width of a text: Chinese, Japanese and Korean signs take two columns, any other code point one. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) columns += wide.test(sign) ? 2 : 1;
  return columns;
}

/** A text's beginning and an ellipsis, within so many columns: whole words if that costs less than half of it. */
export function beginning(text: string, most: number): string {
  let columns = 1;
  let end = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    columns += columnsOf(segment);
    if (columns > most) break;
    end = index + segment.length;
  }
  const lastSpace = text.slice(0, end + 1).lastIndexOf(' ');
  return `${text.slice(0, lastSpace > end / 2 ? lastSpace : end).trimEnd()}…`;
}

/**
 * As many whole sentences of a text as go into `most` columns, on one line; where not even the first does, its
 * beginning and an ellipsis. All of the text where it fits.
 */
export function wholeSentences(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  // A column holds two UTF-16 units at most, so whatever fits is within this.
  const head = line.slice(0, 2 * most + 2);
  if (head === line && columnsOf(line) <= most) return line;
  let end = 0;
  for (const { segment, index } of sentences.segment(head)) {
    const next = index + segment.length;
    if (columnsOf(head.slice(0, next).trimEnd()) > most) break;
    end = next;
  }
  return end === 0 ? beginning(head, most) : head.slice(0, end).trimEnd();
}
