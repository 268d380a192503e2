import type { Image, Nodes } from 'mdast';

/** How a block's lines stand to their neighbours. */
export type Role = 'paragraph' | 'heading' | 'label' | 'item' | 'code' | 'rule';

/** Lines of Discord Markdown that stand together, without the marks of the quote that they are in. */
export interface Lines {
  readonly kind: 'lines';
  readonly role: Role;
  readonly lines: readonly string[];
  /** The list that an item is of. */
  readonly list?: object;
  /** The quote that they are in: the outermost, since Discord knows no other. */
  readonly quote?: object;
}

/**
 * A block with nothing in it but lines or pictures. Discord cannot put pictures or fences into quotes and items:
 * those stand between the pieces of what they were in.
 */
export type Flat = Lines | { readonly kind: 'pictures'; readonly images: readonly Image[] };

/** Where a block stands. */
export interface Place {
  readonly quotes: number;
  readonly lists: number;
  /** Blocks, one after the other, in such a place. */
  blocks(nodes: readonly Nodes[], place: Place): readonly Flat[];
}

export const lines = (role: Role, ...all: readonly string[]): Lines => ({ kind: 'lines', role, lines: all });

/** Whether two neighbours stand without a blank line between them. */
function tight(before: Lines, after: Lines): boolean {
  if (before.role === 'code' || after.role === 'code') return true;
  if (before.role === 'heading' || after.role === 'heading' || before.role === 'label') return true;
  if (before.list !== undefined && before.list === after.list) return true;
  if (before.quote !== after.quote) return false;
  return before.role === 'rule' || after.role === 'rule' || after.role === 'item';
}

function write({ lines: all, quote }: Lines): string {
  return (quote === undefined ? all : all.map(line => `> ${line}`)).join('\n');
}

function between(before: Lines, after: Lines): string {
  if (tight(before, after)) return '\n';
  return before.quote !== undefined && before.quote === after.quote ? '\n> \n' : '\n\n';
}

/** Without the rules at either end, and with one where there are several. */
function withoutIdleRules(all: readonly Lines[]): readonly Lines[] {
  const kept: Lines[] = [];
  let rule: Lines | undefined;
  for (const one of all) {
    if (one.role === 'rule') {
      rule = one;
      continue;
    }
    if (rule && kept.length > 0) kept.push(rule);
    kept.push(one);
    rule = undefined;
  }
  return kept;
}

/** Lines as one text. */
export function writeAll(all: readonly Lines[]): string {
  let text = '';
  let before: Lines | undefined;
  for (const one of withoutIdleRules(all)) {
    text += (before ? between(before, one) : '') + write(one);
    before = one;
  }
  return text;
}
