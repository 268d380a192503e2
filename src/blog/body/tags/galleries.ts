import { type Fields, field, isMapping, textValue } from '../../fields.ts';
import { namedArg, readArgs } from '../text/args.ts';
import { image } from '../text/markdown.ts';
import type { Piece } from '../text/scan.ts';

/** `{% include gallery id="gallery2" caption="…" layout="half" %}` */
const include = /^gallery(?:\.html)?(?=\s|$)/;

function pictureOf(item: unknown): string {
  const said = (name: string) => (isMapping(item) ? textValue(item[name]) : undefined);
  const source = said('image_path') ?? said('url') ?? textValue(item) ?? '';
  return image(source, said('alt') ?? said('title') ?? '');
}

/**
 * A gallery that the front matter lists and a theme of Jekyll shows (Minimal Mistakes), as its pictures and what stands
 * below; undefined for any other tag.
 */
export function galleryOf({ tag }: Piece, data: Fields): string | undefined {
  if (tag?.marks !== 'statement' || tag.name !== 'include' || !include.test(tag.args)) return undefined;
  const args = readArgs(tag.args);
  const listed = field(data, namedArg(args, 'id') ?? 'gallery');
  if (!Array.isArray(listed)) return undefined;
  const pictures = listed.map(pictureOf).filter(text => text !== '');
  return ['', pictures.join('\n'), namedArg(args, 'caption') ?? '', ''].join('\n\n');
}
