/** What a tag is given: words in order, and words by name. */
export interface Args {
  readonly words: readonly string[];
  /** Names in small letters. */
  readonly named: ReadonlyMap<string, string>;
  /** Those of `words` that stand in quotation marks. */
  readonly quoted: readonly string[];
}

const arg =
  /(?:([a-z_][\w.-]*)(?:\s*=\s*|:\s?(?=["'])))?(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|`([^`]*)`|([^\s,"'`=][^\s,]*))/gi;

/** Reads `one "two words" name="value" other=value`; commas between them count as spaces. */
export function readArgs(args: string): Args {
  const words: string[] = [];
  const quotes: string[] = [];
  const named = new Map<string, string>();
  for (const [, name, double, single, literal, bare] of args.matchAll(arg)) {
    const quoted = (double ?? single)?.replace(/\\(["'\\])/g, '$1');
    const value = quoted ?? literal ?? bare ?? '';
    if (name === undefined && quoted !== undefined) quotes.push(value);
    if (name === undefined) words.push(value);
    else named.set(name.toLowerCase(), value);
  }
  return { words, named, quoted: quotes };
}

/** The first of these names that is given and not empty. */
export function namedArg({ named }: Args, ...names: readonly string[]): string | undefined {
  return names.map(name => named.get(name)).find(value => value !== undefined && value !== '');
}
