import { namedArg, readArgs } from '../text/args.ts';
import { codeBlock, link } from '../text/markdown.ts';
import { changeText } from '../text/scan.ts';

const codeNames = 'sourcecode code php js css html bash java python cc highlight crayon';
const linkNames = 'embed youtube vimeo video audio playlist';
const silentNames = 'gallery contact-form-7 wpforms toc ratings adsense jetpack_subscription_form';

const code = new Set(codeNames.split(' '));
const links = new Set(linkNames.split(' '));

/**
 * A shortcode of WordPress that is known by its name: alone, with options or with an address. Not what links may be
 * called, `[a][video]`, `[video]: https://…`.
 */
const shortcode = new RegExp(
  `(?:(?<!\\])\\[|\\[(?=/))(/?)(caption|wp_caption|${[codeNames, linkNames, silentNames].join(' ').replaceAll(' ', '|')})((?:\\s+(?:\\w[\\w-]*=(?:"[^"\\n]{0,500}"|'[^'\\n]{0,500}'|[^\\s"'\\]]{0,200})|https?://[^\\s\\]]{1,500}))*)\\s*/?\\](?![(:]|\\[(?!/))`,
  'g',
);

const languages = new Set('php js css html bash java python'.split(' '));

function asCode(name: string, args: string, body: string): string {
  const given = namedArg(readArgs(args), 'language', 'lang');
  return `\n\n${codeBlock(body, given ?? (languages.has(name) ? name : ''))}\n\n`;
}

/** `[youtube https://…]`, `[embed]https://…[/embed]`, `[audio mp3="https://…"]` */
function asLink(args: string, body: string): string {
  const given = readArgs(args.replace(/^[=\s]+/, ''));
  const urls = [body.trim(), ...given.words, ...given.named.values()];
  const url = urls.find(text => /^https?:\/\/\S+$/.test(text));
  return url === undefined ? body : link('', url);
}

interface Found {
  readonly name: string;
  readonly args: string;
  readonly isEnd: boolean;
  /** Offsets of where it begins, and after it. */
  readonly start: number;
  readonly after: number;
}

function shortcodesIn(text: string): readonly Found[] {
  return Array.from(
    text.matchAll(shortcode),
    ({ 0: whole, 1: slash, 2: name = '', 3: args = '', index }) => ({
      name,
      args,
      isEnd: slash === '/',
      start: index,
      after: index + whole.length,
    }),
  );
}

/** For each that begins something the next that ends it. */
function endsOf(found: readonly Found[]): ReadonlyMap<Found, Found> {
  const next = new Map<string, Found>();
  const ends = new Map<Found, Found>();
  for (const one of found.toReversed()) {
    const end = next.get(one.name);
    if (one.isEnd) next.set(one.name, one);
    else if (end !== undefined) ends.set(one, end);
  }
  return ends;
}

/** What stands for a shortcode, and the offset after that; undefined where it stays as written. */
function lowerOne(text: string, found: Found, end: Found | undefined): readonly [string, number] | undefined {
  const { name, args, after } = found;
  const body = end === undefined ? '' : text.slice(after, end.start);
  if (code.has(name)) return end && !found.isEnd ? [asCode(name, args, body), end.after] : undefined;
  if (links.has(name) && !found.isEnd) {
    const isAround = end !== undefined && !body.includes('\n\n');
    if (!isAround && args === '') return undefined;
    return isAround ? [asLink(args, body), end.after] : [asLink(args, ''), after];
  }
  const isAlone = found.args === '' && !found.isEnd && !name.includes('-');
  // Without options it may be anybody's word.
  if (isAlone) return end === undefined ? undefined : ['', after];
  return [name.endsWith('caption') ? '\n\n' : '', after];
}

function lowered(text: string): string {
  const found = shortcodesIn(text);
  const ends = endsOf(found);
  let written = '';
  let from = 0;
  for (const one of found) {
    const [instead, after] = one.start < from ? [] : (lowerOne(text, one, ends.get(one)) ?? []);
    if (instead === undefined || after === undefined) continue;
    written += text.slice(from, one.start) + instead;
    from = after;
  }
  return written + text.slice(from);
}

/**
 * WordPress' shortcodes, as exports to Markdown leave them: captions as text, code as code, what is embedded as a link.
 * Code stays as it is.
 */
export function lowerWordpress(text: string): string {
  return /\[(?:caption|wp_caption|gallery|embed|youtube|sourcecode|code|audio|video|contact-form-7)[\s\]=]/.test(
    text,
  )
    ? changeText(text, lowered)
    : text;
}
