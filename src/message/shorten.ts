const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/u;

/** Cuts text after at most `most` UTF-16 units, ending with … where something was cut; never inside a grapheme. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text.slice(0, most + 1))) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** How much room text takes on a phone: 2 for a CJK character, 1 for any other. */
export function weigh(text: string): number {
  let weight = 0;
  for (const character of text) weight += wide.test(character) ? 2 : 1;
  return weight;
}

const sentenceEnd = /[。！？!?…][”’」』）)]*|\.["”’)]*(?=\s|$)/gu;

/**
 * The first whole sentences of `text` that together weigh at most `most` (see `weigh`); where even the first
 * is heavier, its beginning with ….
 */
export function firstSentences(text: string, most: number): string {
  if (weigh(text) <= most) return text;
  let kept = 0;
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length;
    if (weigh(text.slice(0, end)) > most) break;
    kept = end;
  }
  if (kept > 0) return text.slice(0, kept);
  let weight = 0;
  let units = 0;
  for (const character of text) {
    weight += wide.test(character) ? 2 : 1;
    if (weight > most - 1) break;
    units += character.length;
  }
  return cut(text, units);
}

/**
 * A title for small lines: the part before `：`, `:` or `｜` where that has 4 to 20 characters, else its first
 * 16 characters with ….
 */
export function shortTitle(title: string): string {
  const head = title.split(/[：:｜]/u, 1)[0]?.trim() ?? '';
  const length = [...head].length;
  if (head !== title && length >= 4 && length <= 20) return head;
  const characters = [...graphemes.segment(title)].map(({ segment }) => segment);
  return characters.length <= 17 ? title : `${characters.slice(0, 16).join('').trimEnd()}…`;
}
