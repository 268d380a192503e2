import type { Image, Link, Paragraph, PhrasingContent } from 'mdast';
import { limits } from '../../limits.ts';
import { showable } from '../../parts.ts';
import { type Flat, lines } from '../flat.ts';
import { renderLines } from '../inline.ts';

/** A picture that a gallery can show whole; the link that it stands in, if that leads elsewhere. */
interface Shown {
  readonly image: Image;
  readonly link?: Link;
}

function shown(node: PhrasingContent | undefined): Shown | undefined {
  if (node?.type === 'link' && node.children.length === 1) {
    const inside = shown(node.children[0]);
    return inside && (node.url === inside.image.url ? inside : { ...inside, link: node });
  }
  if (node?.type !== 'image' || !showable(node.url)) return undefined;
  return (node.alt ?? '').length <= limits.pictureDescription ? { image: node } : undefined;
}

const endsLine = (node: PhrasingContent | undefined): boolean =>
  node === undefined || node.type === 'break' || (node.type === 'text' && /\n[ \t]{0,99}$/.test(node.value));

const beginsLine = (node: PhrasingContent | undefined): boolean =>
  node === undefined || node.type === 'break' || (node.type === 'text' && /^[ \t]{0,99}\n/.test(node.value));

const isSpace = (node: PhrasingContent | undefined): boolean =>
  node?.type === 'text' && node.value.trim() === '';

/** The pictures that have their line of the source to themselves, or share it with pictures only. */
function picturesIn(children: readonly PhrasingContent[]): ReadonlyMap<PhrasingContent, Shown> {
  const found = new Map<PhrasingContent, Shown>();
  let row: [PhrasingContent, Shown][] = [];
  let apart = true;
  for (const [index, child] of children.entries()) {
    const picture = shown(child);
    if (picture && apart) row.push([child, picture]);
    else if (!isSpace(child)) row = [];
    if (beginsLine(children[index + 1])) {
      for (const [node, one] of row) found.set(node, one);
      row = [];
    }
    apart = endsLine(child) || (apart && (picture !== undefined || isSpace(child)));
  }
  return found;
}

/** A paragraph; pictures that have a line of it to themselves stand between its pieces. */
export function paragraph(node: Paragraph): readonly Flat[] {
  const pictures = picturesIn(node.children);
  const flats: Flat[] = [];
  let piece: PhrasingContent[] = [];
  const close = (): void => {
    const written = renderLines(piece);
    if (written.length > 0) flats.push(lines('paragraph', ...written));
    piece = [];
  };
  for (const child of node.children) {
    const picture = pictures.get(child);
    if (!picture) {
      piece.push(child);
      continue;
    }
    close();
    flats.push({ kind: 'pictures', images: [picture.image] });
    if (picture.link) piece.push(picture.link);
  }
  close();
  return flats;
}
