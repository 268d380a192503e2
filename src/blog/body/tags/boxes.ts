import { namedArg, readArgs } from '../text/args.ts';
import { closeBox, openBox } from '../text/markdown.ts';
import { colours, isIcon } from './looks.ts';

/** What boxes beside the text are called, by themselves or as a word after the name of one. */
const kinds = new Set(
  `abstract attention bug caution danger default error example failure hint important info information message
  note primary question secondary success summary tip tldr todo warning`.split(/\s+/),
);

/** Names that say nothing themselves: a kind may follow. */
const plainBoxes = new Set(
  `admonition alert aside blockquote callout centerquote cq highlight-box noteblock notice panel pullquote
  quote`.split(/\s+/),
);

/** Words after the name that say how a box looks. */
const looks = new Set('icon no-icon flat modern simple disabled open true false filled outline'.split(' '));

/** True for the name of a box beside the text. */
export function isBox(name: string): boolean {
  return kinds.has(name) || plainBoxes.has(name);
}

/** What a box of a kind is called where its author gives no title. */
export function kindTitle(kind: string): string | undefined {
  const name = kind.toLowerCase();
  return kinds.has(name) && !/^(?:default|primary|secondary)$/.test(name)
    ? name.charAt(0).toUpperCase() + name.slice(1)
    : undefined;
}

/** What a quote is from: `author="A" source="B"`, or as it is written. */
function sourceOf(name: string, written: string): string | undefined {
  const args = readArgs(written);
  const named = [namedArg(args, 'author', 'cite', 'name', 'title'), namedArg(args, 'source')];
  const said = named.filter(text => text !== undefined).join(', ');
  const url = namedArg(args, 'url', 'link', 'href');
  if (said !== '' || args.named.size > 0) {
    const source = url === undefined ? said : `[${said || url}](${url})`;
    return source === '' ? undefined : `— ${source}`;
  }
  if (written === '' || /^(?:pullquote|cq|centerquote)$/.test(name)) return undefined;
  return `— ${args.quoted.length > 0 ? args.words.join(', ') : written}`;
}

/** The title of a box: the one that it is given, else the name of its kind. */
export function boxTitle(name: string, written: string): string | undefined {
  if (/quote|^cq$/.test(name)) return sourceOf(name, written);
  // `{% note radiation, Title %}`, `{% noteblock quote, Title %}`.
  const args = readArgs(written.replace(/^[\w-]{1,20},\s*(?=\S)/, ''));
  const given = namedArg(args, 'title', 'header', 'summary', 'heading', 'author');
  if (given !== undefined) return given;
  const [first = '', ...rest] = args.words;
  const isKind = kinds.has(first.toLowerCase());
  const words = (isKind ? rest : args.words).filter(
    word => !looks.has(word.toLowerCase()) && !colours.has(word.toLowerCase()) && !isIcon(word),
  );
  const kind = namedArg(args, 'type', 'kind', 'level', 'style', 'context') ?? (isKind ? first : name);
  // One bare word after a box that has no kind is an icon or a colour.
  const isTitle = isKind || words.length > 1 || kinds.has(name) || /\s|[^\w-]/.test(words[0] ?? '');
  return isTitle && words.length > 0 ? words.join(' ') : kindTitle(kind);
}

/** A box that has no end: all of it is what it is given. */
export function wholeBox(name: string, written: string): string {
  const text = namedArg(readArgs(written), 'text', 'content', 'body', 'message', 'description') ?? '';
  const title = boxTitle(name, written);
  return title === undefined && text === '' ? '' : `${openBox(title)}${text}${closeBox}`;
}
