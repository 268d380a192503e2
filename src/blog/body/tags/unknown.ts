import { type Args, namedArg, readArgs } from '../text/args.ts';
import { figure, image, link, titleLine } from '../text/markdown.ts';
import type { Given } from './model.ts';

const pictureFile = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)(?:[?#]|$)/i;

const isWeb = (text: string): boolean => /^https?:\/\//i.test(text);

const isPlace = (text: string): boolean => isWeb(text) || /^(?:\/|\.{1,2}\/)/.test(text);

const places = ['url', 'href', 'link', 'to', 'src', 'source'];

const pictures = ['src', 'source', 'image', 'image_path', 'img', 'cover', 'path', 'file', ...places];

/** Words between quotation marks as somebody reads them: no name of a thing, no style. */
function isProse(text: string): boolean {
  return (
    /\s|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Hangul}/u.test(text) && !/[;{}<>=]|^[\w-]+:/.test(text)
  );
}

/** `images="{a.jpg,b.jpg}"` */
function listed(args: Args): readonly string[] {
  const written = namedArg(args, 'images', 'srcs', 'photos') ?? '';
  return written
    .replace(/[{}[\]"']/g, '')
    .split(/(?:(?<!\s)\s+)?,\s*/)
    .filter(name => pictureFile.test(name));
}

function place(args: Args, picture: string | undefined): string | undefined {
  const found = places.map(name => args.named.get(name)).find(value => value !== undefined && isPlace(value));
  return found === picture ? undefined : found;
}

/** A link; one to a place on the site without words gets those of the post there. */
function labelled(url: string, words: string | undefined): string {
  return words === undefined && !isWeb(url) ? `[](${encodeURI(url)})` : link(words ?? '', url);
}

/** What names say: a picture, a link, words and what stands below them. */
function byNames(args: Args): string {
  const words = namedArg(
    args,
    'caption',
    'title',
    'text',
    'label',
    'content',
    'name',
    'header',
    'heading',
    'summary',
  );
  const more = [namedArg(args, 'description', 'desc', 'subtitle', 'subheader'), namedArg(args, 'badge')];
  const picture = pictures
    .map(name => args.named.get(name))
    .find(value => value !== undefined && pictureFile.test(value));
  const url = place(args, picture);
  const said = url === undefined ? words : labelled(url, words);
  const shown = picture === undefined ? (said ?? '') : figure(picture, namedArg(args, 'alt'), said);
  const below = more.filter(text => text !== undefined && text !== words);
  return [...[shown, ...below].filter(text => text !== ''), ...listed(args).map(name => image(name))].join(
    '\n\n',
  );
}

/** What words without names say: pictures, a link, and what is in quotation marks. */
function byPlace({ words, quoted }: Args): string {
  const shown = words.filter(word => pictureFile.test(word));
  const url = words.find(word => isWeb(word) && !shown.includes(word));
  const prose = quoted.filter(
    text => text !== url && !shown.includes(text) && (isProse(text) || url !== undefined),
  );
  const [first = '', ...rest] = prose;
  const said = url === undefined ? first : link(first, url);
  return [...shown.map(word => image(word, url === undefined ? '' : first)), said, ...rest]
    .filter(text => text !== '')
    .join('\n\n');
}

/**
 * What a reader may see of a tag that nobody knows: its picture, its link, its words, where it is given any by a name
 * that says so or they look like it. Of one around something else only its title.
 */
export function unknownTag({ args: written, isPaired, isAlone }: Given): string {
  const args = readArgs(written);
  if (!isPaired) return args.named.size > 0 ? byNames(args) : byPlace(args);
  const title =
    namedArg(args, 'title', 'header', 'heading', 'summary', 'label', 'caption') ??
    (isAlone ? (namedArg(args, 'name') ?? args.quoted.find(isProse)) : undefined);
  const more = [namedArg(args, 'subheader', 'subtitle', 'description'), namedArg(args, 'badge')];
  const below = more.filter(text => text !== undefined).map(text => `${text}\n\n`);
  return (title === undefined ? '' : titleLine(title)) + below.join('');
}
