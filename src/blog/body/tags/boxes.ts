import { namedArg, readArgs } from '../text/args.ts';

/** What boxes beside the text are called, by themselves or as a word after the name of one. */
const kinds = new Set(
  `abstract attention bug caution danger default error example failure hint important info information message
  note primary question secondary success summary tip tldr todo warning`.split(/\s+/),
);

/** Names that say nothing themselves: a kind may follow. */
const plainBoxes = new Set(
  'admonition alert aside blockquote callout centerquote cq highlight-box notice panel pullquote quote'.split(
    ' ',
  ),
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

/** The title of a box: the one that it is given, else the name of its kind. */
export function boxTitle(name: string, written: string): string | undefined {
  const args = readArgs(written);
  const given = namedArg(args, 'title', 'header', 'summary', 'heading', 'author');
  if (given !== undefined) return given;
  if (/quote|^cq$/.test(name)) return args.named.size === 0 && written !== '' ? `— ${written}` : undefined;
  const [first = '', ...rest] = args.words;
  const isKind = kinds.has(first.toLowerCase());
  const words = (isKind ? rest : args.words).filter(word => !looks.has(word.toLowerCase()));
  const kind = namedArg(args, 'type', 'kind', 'level', 'style', 'context') ?? (isKind ? first : name);
  // One bare word after a box that has no kind is an icon or a colour.
  const isTitle = isKind || words.length > 1 || kinds.has(name) || /\s|[^\w-]/.test(words[0] ?? '');
  return isTitle && words.length > 0 ? words.join(' ') : kindTitle(kind);
}
