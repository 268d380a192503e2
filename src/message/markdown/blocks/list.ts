import type { List, ListItem } from 'mdast';
import { zeroWidthSpace } from '../escape.ts';
import type { Flat, Lines, Place } from '../flat.ts';

/** Deepest list that Discord indents. */
const deepest = 10;

/** Largest number from which a list may count; a larger one stands as text, since clients have clamped it. */
const largest = 99;

const canMark = ({ role, quote }: Lines): boolean =>
  quote === undefined && (role === 'paragraph' || role === 'label');

const isBlank = (line: string): boolean => line.trim() === '';

/** An item's marker and its blocks, each on lines of its own. A blank line would end the item. */
function item(node: ListItem, marker: string, list: List, place: Place): readonly Flat[] {
  const box = typeof node.checked === 'boolean' ? `${node.checked ? '☑' : '☐'} ` : '';
  const indent = place.lists < deepest ? '  ' : '';
  const flats = place.blocks(node.children, { ...place, lists: place.lists + 1 });
  const [first] = flats;
  const marked = first?.kind === 'lines' && canMark(first);
  const rest = (marked ? flats.slice(1) : flats).map((flat): Flat => {
    if (flat.kind === 'pictures' || flat.role === 'code') return flat;
    const own = flat.quote === undefined ? indent : '';
    const inside = flat.lines.filter(line => !isBlank(line)).map(line => own + line);
    return { ...flat, role: 'item', list, lines: inside };
  });
  const [head = '', ...more] = marked ? first.lines.filter(line => !isBlank(line)) : [];
  const opening = `${marker}${box}${head}`;
  const shown = head === '' && box === '' ? `${opening}${zeroWidthSpace}` : opening.trimEnd();
  return [{ kind: 'lines', role: 'item', list, lines: [shown, ...more.map(line => indent + line)] }, ...rest];
}

/** True where something stands between an item and the next, so that Discord begins a new list there. */
const interrupts = (flat: Flat): boolean =>
  flat.kind === 'pictures' || flat.role === 'code' || flat.quote !== undefined;

/**
 * A list, two spaces a level. Numbers that Discord would change stand as text: it counts on from a list's first
 * number, whatever the others say.
 */
export function list(node: List, place: Place): readonly Flat[] {
  const flats: Flat[] = [];
  let number = node.start ?? 1;
  let counted = number >= 1 && number <= largest;
  for (const child of node.children) {
    const marker = node.ordered ? `${number}${counted ? '.' : '\\.'} ` : '- ';
    const added = item(child, marker, node, place);
    for (const flat of added) flats.push(flat);
    number++;
    counted &&= number <= largest || !added.some(interrupts);
  }
  return flats;
}
