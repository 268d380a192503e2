import type { Image, Link, Paragraph, PhrasingContent } from 'mdast';

/** A picture of a gallery, and the link that it stands in where that leads elsewhere. */
export interface Hung {
  readonly image: Image;
  readonly link?: Link;
}

function hung(node: PhrasingContent): Hung | undefined {
  if (node.type === 'image') {
    const isDrawing = /\.svg(?:[?#]|$)/i.test(node.url);
    const fits = node.url.length <= 2_048 && (node.alt ?? '').length <= 1_024;
    return /^https?:\/\//.test(node.url) && fits && !isDrawing ? { image: node } : undefined;
  }
  const [image, ...more] = node.type === 'link' ? node.children : [];
  if (node.type !== 'link' || image?.type !== 'image' || more.length > 0) return undefined;
  const inside = hung(image);
  return inside && (node.url === image.url ? inside : { image, link: node });
}

/** A paragraph's lines as the source has them: each with its nodes, text only where it is not blank. */
function linesOf({ children }: Paragraph): readonly (readonly PhrasingContent[])[] {
  const lines: [PhrasingContent[], ...PhrasingContent[][]] = [[]];
  for (const child of children) {
    const pieces = child.type === 'text' ? child.value.split('\n') : [];
    if (child.type === 'break') lines.push([]);
    else if (child.type !== 'text') lines.at(-1)?.push(child);
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) lines.push([]);
      if (piece.trim() !== '') lines.at(-1)?.push(child);
    }
  }
  return lines;
}

/**
 * The pictures of a paragraph that Discord shows as such: those on lines of their own. Of one that is a link a
 * reader gets the link as well, below it, named by the picture's alternative text.
 */
export function picturesIn(paragraph: Paragraph): ReadonlyMap<PhrasingContent, Hung> {
  const found = new Map<PhrasingContent, Hung>();
  for (const line of linesOf(paragraph)) {
    const pictures = line.map(node => [node, hung(node)] as const);
    for (const [node, picture] of pictures) {
      if (picture && pictures.every(([, one]) => one !== undefined)) found.set(node, picture);
    }
  }
  return found;
}
