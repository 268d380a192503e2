/** The scheme of an address that names another post of the blog by its file, until it is known where that stands. */
const scheme = 'post:';

/** An address for a post that is named by its file, its path or its slug, with or without a heading. */
export function postReference(name: string): string {
  return scheme + encodeURI(name.trim()).replace(/[()]/g, sign => (sign === '(' ? '%28' : '%29'));
}

/** True for what `postReference` gives. */
export function isPostReference(text: string): boolean {
  return text.startsWith(scheme);
}
