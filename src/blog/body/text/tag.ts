/** What stands between a generator's braces: `{{< name args >}}`, `{{% name args %}}`, `{% name args %}`, `{{ args }}`. */
export interface Tag {
  readonly marks: 'shortcode' | 'statement' | 'output';
  /** As it is compared: in small letters; empty for an output. */
  readonly name: string;
  /** True for `{{< /name >}}` and `{% endname %}`, whose name is `name`, and for `{% end %}`, which has none. */
  readonly closes: boolean;
  /** All after the name, as written. */
  readonly args: string;
  /** True where it stands around something: it has an end, or is that. */
  readonly isPaired?: boolean;
}

export interface FoundTag {
  readonly tag: Tag;
  /** Offset after its last brace. */
  readonly end: number;
}

/** Longest that a tag may be, in characters: nobody writes a longer one. */
const longest = 4000;

const opening = /\{\{[<%]|\{\{|\{%/y;

const closings = new Map([
  ['{{<', '>}}'],
  ['{{%', '%}}'],
  ['{%', '%}'],
  ['{{', '}}'],
]);

/** A name and what follows; Zola writes calls, `{{ youtube(id="x") }}`. */
const shortcode = /^\s*(\/|(?!\s))\s*([a-z_][\w./-]*)([\s\S]*)$/i;
const statement = /^[-+~]?\s*(\/?)([a-z_][\w.-]*)([\s\S]*?)[-+~]?$/i;
const call = /^[-~]?\s*([a-z_]\w*)\((\s*|\s*[a-z_]\w*\s*=[\s\S]*)\)\s*[-~]?$/i;

/** Finds marks that close tags: the next of each kind is looked for once, so that many opened ones stay linear. */
function closeFinder(text: string): (mark: string, from: number) => number {
  const next = new Map<string, number>();
  return (mark, from) => {
    const known = next.get(mark);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const found = text.indexOf(mark, from);
    next.set(mark, found);
    return found;
  };
}

function statementFrom(inside: string): Tag | undefined {
  const found = statement.exec(inside);
  if (found === null) return undefined;
  const [, slash, written = '', args = ''] = found;
  const name = written.toLowerCase();
  const ends = slash !== '' || (/^end(?:[a-z_]|$)/.test(name) && name !== 'endless');
  return {
    marks: 'statement',
    name: ends ? name.replace(/^end_?/, '') : name,
    closes: ends,
    // Zola writes calls, `{% quote(author="x") %}`.
    args: args.trim().replace(/^\(([\s\S]*)\)$/, '$1'),
  };
}

function tagFrom(mark: string, inside: string): Tag | undefined {
  if (mark === '{%') return statementFrom(inside);
  if (mark === '{{') {
    const called = call.exec(inside);
    if (called === null) return { marks: 'output', name: '', closes: false, args: inside.trim() };
    return { marks: 'shortcode', name: called[1]?.toLowerCase() ?? '', closes: false, args: called[2] ?? '' };
  }
  const found = shortcode.exec(inside);
  if (found === null) return undefined;
  return {
    marks: 'shortcode',
    name: found[2]?.toLowerCase() ?? '',
    closes: found[1] === '/',
    args: found[3]?.replace(/\/\s*$/, '').trim() ?? '',
  };
}

/** Reads the tags of one text, from its start on; undefined where the braces hold none. */
export function tagReader(text: string): (at: number) => FoundTag | undefined {
  const closeAfter = closeFinder(text);
  return at => {
    opening.lastIndex = at;
    const mark = opening.exec(text)?.[0] ?? '';
    const closing = closings.get(mark);
    if (closing === undefined) return undefined;
    const start = at + mark.length;
    const close = closeAfter(closing, start);
    if (close < 0 || close - start > longest) return undefined;
    const inside = text.slice(start, close);
    if (inside.includes(mark) || inside.includes('\n\n')) return undefined;
    const tag = tagFrom(mark, inside);
    return tag === undefined ? undefined : { tag, end: close + closing.length };
  };
}
