/** Words by which themes colour what stands in their tags. */
export const colours: ReadonlySet<string> = new Set(
  `red orange yellow green cyan blue purple pink gray grey black white brown indigo teal lime theme accent
  default primary success info warning danger`.split(/\s+/),
);

/** Classes of an icon: `fas fa-bullhorn`. */
export function isIcon(text: string): boolean {
  return /^(?:fa[bsrldt]?|fa[bsrldt]? fa-[\w -]{1,60}|fa-[\w -]{1,60})$/.test(text);
}

const look =
  /^(?:left|center|right|bold|italic|small|large|huge|ultra|logo|code|h[1-6]|subtitle|footnote|[a-z]+)$/i;

/** Words without those around them that only say how they look: `red, text`, `class@text`, `color:red text`, `text red`. */
export function withoutLooks(written: string): string {
  const [before = '', ...rest] = written.split(/@|(?:(?<!\s)\s+)?,\s*/);
  const isLook = rest.length > 0 && before.split(/\s+/).every(word => look.test(word) || colours.has(word));
  const text = isLook ? written.slice(before.length).replace(/^(?:@|\s*,\s*)/, '') : written;
  const words = text.replace(/^(?:[a-z]{2,20}:\S+\s+)+/, '').trim();
  const last = /(?<!\s)\s+([a-z]+)$/.exec(words);
  const plain = last !== null && colours.has(last[1] ?? '') ? words.slice(0, last.index) : words;
  return plain.replace(/^["']|["']$/g, '');
}
