import { namedArg, readArgs } from '../text/args.ts';
import type { Piece } from '../text/scan.ts';
import type { Tag } from '../text/tag.ts';

/** Tags that hold tabs, one of which each of the next stands for. */
const groups = /^(?:tabs|tabpanes?|tabgroup|codetabs)$/;

const tabs = /^(?:tab|tabitem|tabpane|codetab)$/;

/** Hexo's themes begin a tab with a comment. */
const tabComment = /^<!--\s{1,9}tab\s{0,9}(?:@[^>]{0,80})?\s{0,9}-->$/;

/** The names of tabs that their group gives, `items="npm,yarn"`, or the group's own with a number. */
interface Names {
  readonly items: readonly string[];
  readonly name: string;
  count: number;
}

function namesOf({ marks, args }: Tag): Names {
  const read = readArgs(args);
  const items = namedArg(read, 'items', 'tabs', 'options', 'titles')?.split(/(?:(?<!\s)\s+)?,\s*/) ?? [];
  const isNamed = marks === 'statement' && !/[=:]/.test(args);
  return { items, name: isNamed ? (args.split(',')[0]?.trim() ?? '') : '', count: 0 };
}

function nextOf(names: Names): string {
  names.count++;
  return names.items[names.count - 1] ?? (names.name === '' ? '' : `${names.name} ${names.count}`);
}

/** The pieces, with tabs that have no name called what their group calls them. Linear. */
export function nameTabs(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some(({ tag }) => tag !== undefined && groups.test(tag.name))) return pieces;
  const open: Names[] = [];
  return pieces.map(piece => {
    const { tag, text } = piece;
    const names = open.at(-1);
    if (tag !== undefined && groups.test(tag.name) && tag.isPaired) {
      if (tag.closes) open.pop();
      else open.push(namesOf(tag));
    }
    if (names === undefined) return piece;
    if (tag !== undefined && tabs.test(tag.name) && !tag.closes) {
      const name = nextOf(names);
      return tag.args === '' && name !== ''
        ? { ...piece, tag: { ...tag, args: JSON.stringify(name) } }
        : piece;
    }
    if (piece.kind === 'kept' && /^<!--\s{1,9}tab[\s@]/.test(text)) {
      const name = nextOf(names);
      return tabComment.test(text) && name !== '' ? { ...piece, text: `<!-- tab ${name} -->` } : piece;
    }
    return piece;
  });
}
