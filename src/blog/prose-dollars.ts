import type { Data, Processor } from 'unified';

// micromark's own types, by way of the processor that carries its extensions.
type Extension = NonNullable<Data['micromarkExtensions']>[number];
type Construct = Exclude<NonNullable<Extension['text']>[string], readonly unknown[] | undefined>;
type Tokenizer = Construct['tokenize'];
type State = Parameters<Tokenizer>[1];
type Code = Parameters<State>[0];

const dollar = 36;

/** Line endings are negative codes; `null` is the end of the text. */
function isSpace(code: Code): boolean {
  return code === null || code <= 32;
}

function isLetterOrDigit(code: Code): boolean {
  return code !== null && code < 128 && /[a-z0-9]/iu.test(String.fromCharCode(Math.max(code, 0)));
}

/**
 * Looks ahead from a `$`: does it open a formula? `$$` always may. A single one does by Pandoc's rule: no space
 * after it, none before the closing one, and no digit after that; nor a letter (`$HOME:$PATH`), nor a letter or
 * digit before it (`US$5`). It looks no further than the next single `$`, so a text of many stays linear.
 */
const formulaAhead: Construct = {
  tokenize(effects, ok, nok) {
    const before = this.previous;
    let last: Code = dollar;
    let run = 0;

    const opened: State = code => {
      if (code === dollar) return ok(code);
      if (isSpace(code) || isLetterOrDigit(before)) return nok(code);
      return inside(code);
    };

    const inside: State = code => {
      if (code === null) return nok(code);
      if (code === dollar) {
        run = 0;
        return closing(code);
      }
      last = code;
      effects.consume(code);
      return inside;
    };

    const closing: State = code => {
      if (code === dollar) {
        run++;
        effects.consume(code);
        return closing;
      }
      if (run > 1) return inside(code);
      return isSpace(last) || isLetterOrDigit(code) ? nok(code) : ok(code);
    };

    return code => {
      // What is only looked at is thrown away, so this token never needs to end.
      effects.enter('data');
      effects.consume(code);
      return opened;
    };
  },
};

/** Takes the `$` that opens no formula as plain text; leaves the others to the formulas' own construct. */
const proseDollar: Construct = {
  // As the formulas' construct has it: a run of dollars is looked at from its start, unless that is escaped.
  previous(code) {
    return code !== dollar || this.events.at(-1)?.[1].type === 'characterEscape';
  },
  tokenize(effects, ok, nok) {
    const literal: State = code => {
      effects.enter('data');
      effects.consume(code);
      effects.exit('data');
      return ok;
    };
    return effects.check(formulaAhead, nok, literal);
  },
};

/**
 * Keeps `$5 and $6` prose while `$x^2$` is a formula: a remark plugin for after remark-math, which takes any two
 * single dollars for a formula, or none. Blogs write both, so neither of its settings would do.
 */
export function remarkProseDollars(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ text: { [dollar]: proseDollar } });
}
