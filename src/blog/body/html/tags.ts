/** Deepest that elements may stand within one another, and most tags, in what is read as HTML at once. */
const deepest = 200;
const mostTags = 20_000;

const tag = /<(\/?)([a-z][\w.:-]*)(?![\w.:-])(?:"[^"<]{0,2000}"|'[^'<]{0,2000}'|[^<>"'])*>/gi;

/** Elements that have no end, or that often end without saying so. */
const unpaired = new Set(
  `area base br col embed hr img input link meta param source track wbr
  p li dt dd tr td th tbody thead tfoot caption colgroup option rp rt`.split(/\s+/),
);

export interface Balance {
  /** Elements open after it, of those that were open before it and in it; never under 0. */
  readonly open: number;
  readonly tags: number;
  /** Whether nothing is deeper or longer than can be read in time. */
  readonly isTame: boolean;
}

export const balanced: Balance = { open: 0, tags: 0, isTame: true };

/** How many elements are open after one more piece of HTML. */
export function balanceAfter(before: Balance, html: string): Balance {
  let { open, tags, isTame } = before;
  for (const [written, slash, name = ''] of html.matchAll(tag)) {
    tags++;
    if (unpaired.has(name.toLowerCase()) || written.endsWith('/>')) continue;
    open = Math.max(0, open + (slash === '' ? 1 : -1));
    isTame &&= open <= deepest && tags <= mostTags;
  }
  return { open, tags, isTame };
}

const voids = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** Elements in which a browser reads no Markdown, or no elements: they are read as if they had no meaning. */
const opaque =
  /^(?:title|textarea|xmp|plaintext|noembed|noframes|iframe|select|optgroup|option|template|frameset|frame|menu|dialog|object|html|head|body)$/i;

/** Components that are called as elements are, which an HTML parser would take for those: `<Link href="…">`. */
const components =
  /^(?:Aside|Audio|Button|Card|Code|Details|Embed|Figure|Image|Input|Label|Link|Note|Picture|Section|Summary|Tip|Title|Video)$/;

/** The name under which an element is read. */
function readAs(name: string): string {
  if (components.test(name)) return `component-${name}`;
  return opaque.test(name) ? `plain-${name}` : name;
}

/** Scripts that write something on the page which can be seen elsewhere. */
const embeddedScript =
  /<script\b[^<>]{0,300}?\bsrc\s*=\s*["']?(https?:\/\/(?:gist\.github\.com\/[\w./-]{1,200}?|asciinema\.org\/a\/[\w-]{1,50}?|jsfiddle\.net\/[\w./-]{1,100}?))(?:\.js|\/embed\/[^"'\s<>]{0,100})?["'\s][^<>]{0,300}>(?=\s*<\/script)/gi;

/** Stands in an element that has no content, so that the spaces around it stay apart; is not seen. */
export const seat = '\u2060';

const secret =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<\/?(?:script|style)\b[^<>]*>/gi;

/** HTML that an HTML parser reads as its author meant it: `<Name />` ends, and nothing swallows what follows. */
export function readableHtml(html: string): string {
  const seen = html.replace(embeddedScript, '<a href="$1">$1</a>$&').replace(secret, '');
  return seen.replace(tag, (written: string, slash: string, name: string) => {
    const rest = written.slice(1 + slash.length + name.length);
    const known = readAs(name);
    const isEmpty = slash === '' && rest.endsWith('/>') && !voids.test(name);
    return isEmpty ? `<${known}${rest.slice(0, -2)}>${seat}</${known}>` : `<${slash}${known}${rest}`;
  });
}

/** True for a comment that ends the excerpt. */
export function isMoreMarker(html: string): boolean {
  return /^\s*<!--\s*(?:more|truncate|excerpt)\s*-->\s*$/i.test(html);
}
