/**
 * Where the second half of a pair of marks stands. Discord pairs them by regular expressions without
 * CommonMark's flanking rule, each looking for the first end that fits. Here each kind of end is looked for
 * by one hand that only moves forward, so that a text of nothing but openers costs no more than any other.
 */
export interface Pairs {
  /** End of what opens at `at`: where its content ends and where the text goes on; undefined if nothing ends it. */
  readonly strong: (at: number) => Pair | undefined;
  readonly underline: (at: number) => Pair | undefined;
  readonly star: (at: number) => Pair | undefined;
  readonly underscore: (at: number) => Pair | undefined;
  readonly strike: (at: number) => Pair | undefined;
  readonly spoiler: (at: number) => Pair | undefined;
  readonly code: (at: number) => Pair | undefined;
  /** First place of three backticks at or after `from`, -1 if there is none. */
  readonly fenceEnd: (from: number) => number;
}

export interface Pair {
  readonly start: number;
  readonly end: number;
  readonly after: number;
}

/** @returns the pairs of one text; ask each kind at places that do not go back. */
export function pairsOf(text: string): Pairs {
  const oneTick = forward(text, at => isRun(text, at, '`', 1));
  const twoTicks = forward(text, at => isRun(text, at, '`', 2));
  return {
    strong: doubled(text, '*'),
    underline: doubled(text, '_'),
    star: single(text, '*'),
    underscore: single(text, '_'),
    strike: plain(text, '~~', '_'),
    spoiler: plain(text, '||'),
    code: at => {
      const size = runEnd(text, at) - at;
      if (size > 2) return undefined;
      return pair(at + size, size === 1 ? oneTick(at + 1) : twoTicks(at + 2), size);
    },
    fenceEnd: forward(text, at => text.startsWith('```', at)),
  };
}

/** `~~…~~` and `||…||`: at least one character, then the first end that is not followed by `not`. */
function plain(text: string, mark: string, not?: string): Pairs['strike'] {
  const end = forward(text, at => text.startsWith(mark, at) && (not === undefined || text[at + 2] !== not));
  return at => (text.startsWith(mark, at) ? pair(at + 2, end(at + 3), 2) : undefined);
}

/** `**…**` and `__…__`: an end is not escaped and not followed by a third mark. */
function doubled(text: string, mark: string): Pairs['strong'] {
  const end = forward(
    text,
    at => text[at] === mark && text[at + 1] === mark && text[at + 2] !== mark && !isEscaped(text, at),
  );
  return at => (text[at + 1] === mark ? pair(at + 2, end(at + 3), 2) : undefined);
}

/**
 * `*…*` and `_…_`: doubled marks inside are content, so the first run of an odd number of marks decides.
 * A star must not follow a space there, an underscore must not stand before a letter or digit.
 */
function single(text: string, mark: string): Pairs['star'] {
  const oddRun = forward(text, at => isOddRun(text, at, mark));
  const ends = (start: number, end: number): boolean =>
    mark === '*'
      ? end - start > 1 || !isSpace(text[start - 1]) || isEscaped(text, start - 1)
      : !isWord(text[end]);
  return at => {
    if (mark === '*' && isSpace(text[at + 1])) return undefined;
    const opened = runEnd(text, at);
    const rest = opened - at - 1;
    if (rest % 2 === 1) {
      return rest > 1 && ends(at + 1, opened) ? pair(at + 1, opened - 1, 1) : undefined;
    }
    const run = oddRun(opened);
    if (run < 0) return undefined;
    const end = runEnd(text, run);
    return ends(isEscaped(text, run) ? run + 1 : run, end) ? pair(at + 1, end - 1, 1) : undefined;
  };
}

/** A run's first mark does not count where a backslash stands before it. */
function isOddRun(text: string, at: number, mark: string): boolean {
  if (text[at] !== mark || text[at - 1] === mark) return false;
  return (runEnd(text, at) - at - (isEscaped(text, at) ? 1 : 0)) % 2 === 1;
}

function isRun(text: string, at: number, mark: string, size: number): boolean {
  return (
    text[at] === mark && text[at - 1] !== mark && text[at + size - 1] === mark && text[at + size] !== mark
  );
}

function runEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text[end] === text[at]) end++;
  return end;
}

/** True after an odd number of backslashes. No opener ends in one, so this does not depend on the opener. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first--;
  return (at - first) % 2 === 1;
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /\w/.test(character);
}

function pair(start: number, end: number, size: number): Pair | undefined {
  return end < 0 ? undefined : { start, end, after: end + size };
}

/** Finds the first place at or after `from` that fits, -1 if none; `from` must not go back. */
function forward(text: string, fits: (at: number) => boolean): (from: number) => number {
  let at = 0;
  return from => {
    at = Math.max(at, from);
    while (at < text.length && !fits(at)) at++;
    return at < text.length ? at : -1;
  };
}
