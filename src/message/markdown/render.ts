import type { Image, RootContent } from 'mdast';
import { limits } from '../limits.ts';
import type { PagePart } from '../model.ts';
import { blocks } from './blocks.ts';
import { type Lines, lines, type Place, writeAll } from './flat.ts';
import { renderLines } from './inline.ts';
import { tame } from './tame.ts';

const top: Place = { quotes: 0, lists: 0, blocks };

const asText = (images: readonly Image[]): readonly Lines[] =>
  images.map(image => lines('paragraph', ...renderLines([image])));

/** Nodes that stand within a line, such as a label, as Discord Markdown. */
export function renderInline(nodes: readonly RootContent[]): string {
  return renderLines(tame(nodes)).join('\n');
}

/**
 * A Markdown tree as Discord Markdown, pictures by their alt text with a link to them. Of any length: see `paginate`.
 * Nothing that a reader could read is lost, whatever the tree holds.
 */
export function renderBlocks(nodes: readonly RootContent[]): string {
  return writeAll(
    blocks(tame(nodes), top).flatMap(flat => (flat.kind === 'lines' ? [flat] : asText(flat.images))),
  );
}

/** The same as a quote. Code stands between its pieces, since Discord has no code within a quote. */
export function renderQuote(nodes: readonly RootContent[]): string {
  const flats = blocks(tame(nodes), { ...top, quotes: 1 }).flatMap(flat =>
    flat.kind === 'lines' ? [flat] : asText(flat.images),
  );
  return writeAll(flats.map(flat => (flat.role === 'code' ? flat : { ...flat, quote: nodes })));
}

/** The same with pictures as galleries between runs of text, as they stand in the tree. */
export function renderParts(nodes: readonly RootContent[]): readonly PagePart[] {
  const parts: PagePart[] = [];
  let text: Lines[] = [];
  let images: Image[] = [];
  const closeText = (): void => {
    const written = writeAll(text);
    if (written !== '') parts.push({ kind: 'text', text: written });
    text = [];
  };
  const closeImages = (): void => {
    for (let at = 0; at < images.length; at += limits.galleryItems) {
      const pictures = images
        .slice(at, at + limits.galleryItems)
        .map(({ url, alt }) => ({ source: url, url, alt: alt ?? '' }));
      parts.push({ kind: 'pictures', pictures });
    }
    images = [];
  };
  for (const flat of blocks(tame(nodes), top)) {
    if (flat.kind === 'lines') {
      closeImages();
      text.push(flat);
    } else {
      closeText();
      images.push(...flat.images);
    }
  }
  closeText();
  closeImages();
  return parts;
}
