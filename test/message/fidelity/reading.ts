import { readAddress } from './address.ts';

/** How a stretch of text looks to its reader. */
export interface Look {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly strike: boolean;
}

export const plain: Look = { strong: false, emphasis: false, strike: false };

/** What a reader gets from a page or a tree. */
export interface Reading {
  /** Without spaces: where lines are broken and blocks stand apart is not compared here. */
  readonly text: string;
  /** For each character of the text a digit: 1 strong, 2 emphasis, 4 strike, added. */
  readonly looks: string;
  /** Addresses in order, each once where it stands several times in a row. */
  readonly links: readonly string[];
  readonly codes: readonly string[];
}

/** What is not seen, or drawn: spaces, zero-width spaces, the bars of inner quotes, rules. */
const unseen = /[\s\u200b│─]/gu;

/** Code has none of those but its spaces: a tree that is drawn in it is compared as it is. */
const unseenInCode = /[\s\u200b]/gu;

/** Stands for an address that is written out, which is compared as a link. */
const address = '\u0001';

/** Collects a reading piece by piece. */
export function reader() {
  const characters: { readonly character: string; readonly look: number }[] = [];
  const links: string[] = [];
  const codes: string[] = [];

  function text(value: string, look: Look): void {
    const digit = (look.strong ? 1 : 0) + (look.emphasis ? 2 : 0) + (look.strike ? 4 : 0);
    // A column's name ends with the colon of its script.
    for (const character of value.replace(unseen, '').replaceAll('：', ':'))
      characters.push({ character, look: digit });
  }

  function link(url: string): void {
    const read = readAddress(url);
    if (links.at(-1) !== read) links.push(read);
  }

  return {
    text,
    link,
    /** An address that is written out; one in brackets of its own was added beside a label. */
    address(url: string): void {
      link(url);
      characters.push({ character: address, look: 0 });
    },
    code(value: string, look: Look): void {
      const shown = value.replace(unseenInCode, '');
      if (shown !== '') codes.push(shown);
      text(value, look);
    },
    reading(): Reading {
      const marked = characters.map(({ character }) => character).join('');
      const kept = [...marked.replaceAll(`(${address})`, address.repeat(3))];
      const seen = characters.filter((_, index) => kept[index] !== address);
      return {
        text: seen.map(({ character }) => character).join(''),
        looks: seen.map(({ look }) => look).join(''),
        links,
        codes,
      };
    },
  };
}

export type Reader = ReturnType<typeof reader>;
