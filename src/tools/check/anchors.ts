/** What a page has that links within it may lead to. */
export interface Anchors {
  /** The letters and digits of its headings, and of the names that its HTML gives. */
  readonly names: readonly string[];
  /** Whether a template or a component of the site may make more of them. */
  readonly isOpen: boolean;
}

/** Names in HTML, and those that Markdown's dialects give a heading in braces. */
const naming =
  /\b(?:id|name)\s{0,9}=\s{0,9}["']?([^"'\s<>]{1,200})|\{:?[^{}\n#]{0,100}#([\w-]{1,100})[^{}\n]{0,100}\}/gi;

const made = /\{\{|\{%|<[A-Z]/;

/** Made by a site's design rather than by a text, or by the browser. */
const ofTheSite =
  /^(?:top|start|main|content|contents|toc|header|footer|nav|comments?|respond|disqus.*|(?:user-content-)?(?:fn|footnote|cite|ref).*|more.*|L\d.*|:~:.*|[!/].*)$/i;

/** By what headings and their anchors are told alike, and names and addresses: generators make them in ways of their own. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

/** A part of an address as it is meant; as written where it is not encoded rightly. */
export function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** What links may lead to within a page of this text, whose headings, in plain text, are these. Linear. */
export function anchorsIn(text: string, headings: readonly string[]): Anchors {
  const named = [...text.matchAll(naming)].map(([, html, braced]) => html ?? braced ?? '');
  const names = [...headings, ...named].map(lettersOf).filter(name => name !== '');
  return { names: [...new Set(names)], isOpen: made.test(text) };
}

/**
 * Whether nothing of a page can be what a fragment (without its `#`) leads to. Generators number, shorten, transliterate
 * or leave out what is not ASCII: where one may have, it is taken for there.
 */
export function isNowhere(fragment: string, { names, isOpen }: Anchors): boolean {
  const sought = lettersOf(decoded(fragment));
  if (isOpen || sought === '' || ofTheSite.test(fragment)) return false;
  if (isAscii(sought) && names.some(name => !isAscii(name))) return false;
  const bare = sought.replace(/(?<!\d)\d+$/, '');
  return !names.some(
    name => name === bare || name.includes(sought) || (name.length > 1 && sought.includes(name)),
  );
}
