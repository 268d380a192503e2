/** The scheme of an address that names another post of the blog by its file, until it is known where that stands. */
const scheme = 'post:';

/** Another post as a text names it. */
export interface Reference {
  /** Its file, path, slug or title; empty for the post itself. */
  readonly name: string;
  /** The heading that is meant, by its words or by its anchor; empty for none. */
  readonly heading: string;
}

function encoded(text: string): string {
  return encodeURI(text.trim().toWellFormed()).replace(
    /[()#]/g,
    sign => `%${sign.charCodeAt(0).toString(16)}`,
  );
}

/** An address for a post that is named by its file, its path or its slug, with or without a heading after `#`. */
export function postReference(written: string): string {
  const [name = '', ...heading] = written.split('#');
  return scheme + [name, ...(heading.length > 0 ? [heading.join('#')] : [])].map(encoded).join('#');
}

/** True for what `postReference` gives. */
export function isPostReference(text: string): boolean {
  return text.startsWith(scheme);
}

/** A text without its percent-encoding; as written where that is broken. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What an address that `postReference` gave names. */
export function readReference(address: string): Reference {
  const [name = '', heading = ''] = address.slice(scheme.length).split('#');
  return { name: decoded(name), heading: decoded(heading) };
}

/** A file of Markdown, as links name it: `./other.md#part`, Zola's `@/posts/other.md`, Docusaurus' `@site/docs/other.md`. */
const file = /^(?![a-z][a-z\d+.-]*:|\/\/|#|\?)(?:@(?:site)?\/)?[^?#]*\.(?:md|mdx|markdown)\/?(?=[?#]|$)/i;

/** A link to a file of Markdown as a reference to its post; undefined for any other address. */
export function referenceToFile(url: string): string | undefined {
  const path = file.exec(url.trim())?.[0];
  if (path === undefined) return undefined;
  const heading = /#(.*)$/s.exec(url.trim())?.[1] ?? '';
  const name = decoded(path).replace(/\/$/, '');
  return postReference(heading === '' ? name : `${name.replaceAll('#', '')}#${decoded(heading)}`);
}
