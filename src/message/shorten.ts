const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

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
