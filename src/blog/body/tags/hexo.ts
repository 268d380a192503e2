import { postReference } from '../reference.ts';
import { readArgs } from '../text/args.ts';
import { codeBlock, figure, image, link } from '../text/markdown.ts';
import { hexoThemes, themeRawBodies } from './hexo-themes.ts';
import { withoutLooks } from './looks.ts';
import type { Meaning, Meanings } from './model.ts';

/** The tags whose body is no Markdown. */
export const hexoRawBodies: ReadonlySet<string> = new Set([
  ...'codeblock code mermaid echarts katex'.split(' '),
  ...themeRawBodies,
]);

const languages = /(?:^|\s)lang(?:uage)?:(\S+)/;

/** What only says how the code looks. */
const codeOptions =
  /(?:^|\s)(?:lang(?:uage)?|line_number|line_threshold|highlight|first_line|mark|wrap):\S+/g;

/** `{% codeblock [title] [lang:language] [url] [link text] %}` */
const code: Meaning = ({ args, body }) => {
  if (body === undefined) return '';
  const title = args.replace(codeOptions, '').trim();
  const block = codeBlock(body, languages.exec(args)?.[1]);
  return title === '' ? block : `${title}\n\n${block}`;
};

const sizes = /^\s*(?:\d{1,5}(?:px|%)?\s+|\d{1,5}(?:px|%)?$){1,2}/;

/** `[class names] address [width] [height] ["title" "alt"]`: the address is the first word that looks like one. */
const picture: Meaning = ({ args }) => {
  const { words, named } = readArgs(args);
  const url = words.find(word => /[./]/.test(word))?.replace(/,$/, '') ?? words[0] ?? '';
  const rest = args
    .slice(args.indexOf(url) + url.length)
    .replace(/^["']?[,\s]*/, '')
    .replace(sizes, '');
  const [title = '', alt] = /["']/.test(rest) ? readArgs(rest).words : [rest.trim()];
  // Eleventy's own tags have widths there.
  const isAlt = alt !== undefined && !/^(?:\d+\w{0,3}|\(.*|lazy|eager)$/.test(alt);
  return image(url, named.get('alt') ?? (isAlt ? alt : title));
};

const postLink: Meaning = ({ args }) => {
  const [slug = '', ...words] = readArgs(args).words;
  const title = words.filter(word => !/^(?:true|false)$/.test(word)).join(' ');
  return `[${title}](${postReference(slug)})`;
};

const assetLink: Meaning = ({ args }) => {
  const [file = '', ...words] = readArgs(args).words;
  return link(words.filter(word => !/^(?:true|false)$/.test(word)).join(' ') || file, file);
};

/** `{% link text url [external] [title] %}`; some themes have the address after a comma. */
const textLink: Meaning = ({ args }) => {
  const { words } = readArgs(args);
  const at = words.findIndex(word => /^(?:https?:|mailto:|\/|\.{0,2}\/)/.test(word));
  const before = words.slice(0, Math.max(at, 0)).join(' ');
  return at < 0 ? words.join(' ') : link(before || words[at + 1] || '', words[at] ?? '');
};

/** `{% button address, text, icon [class], [title] %}` */
const button: Meaning = ({ args }) => {
  const [url = '', text = '', , title = ''] = args
    .split(',')
    .map(part => part.trim().replace(/^["']|["']$/g, ''));
  return url === '' || url === '#' ? text : link(text || title, url);
};

/** `{% label class@text %}`, and what themes write before a comma or after the text: colours. */
const coloured: Meaning = ({ args }) => withoutLooks(args);

const frame: Meaning = ({ args }) => {
  const { words, named } = readArgs(args.replace(/["'](\w+)=/g, '$1="'));
  const url = named.get('url') ?? words[0];
  return url === undefined ? '' : link('', url);
};

/** `{% figure "address", "alt", "caption" %}`, or around a picture with `caption:"…"`. */
const figured: Meaning = ({ args, closes, isPaired }) => {
  if (closes) return '';
  const { words, named } = readArgs(args);
  const caption = named.get('caption') ?? '';
  if (isPaired) return `${caption}\n\n`;
  const [url = '', alt, below = caption] = words;
  return figure(named.get('src') ?? url, named.get('alt') ?? alt, below);
};

const wrapped =
  (name: string): Meaning =>
  ({ args, closes }) => {
    if (closes) return `</${name}>`;
    return args === '' ? `<${name}>` : `<${name}>${withoutLooks(args)}</${name}>`;
  };

/** Hexo's own tags and those of its common themes, as far as they are no box, title or embed. */
export const hexo: Meanings = {
  ...hexoThemes,
  figure: figured,
  katex: ({ body }) => (body === undefined ? '' : `$$${body.trim()}$$`),
  codeblock: code,
  code,
  mermaid: ({ body }) => (body === undefined ? '' : codeBlock(body, 'mermaid')),
  echarts: ({ body }) => (body === undefined ? '' : codeBlock(body, 'json')),
  asset_img: picture,
  img: picture,
  image: picture,
  inlineimg: picture,
  asset_path: ({ args }) => args,
  asset_link: assetLink,
  post_link: postLink,
  post_path: ({ args }) => postReference(args),
  link: textLink,
  button,
  btn: button,
  label: coloured,
  span: coloured,
  p: coloured,
  emp: wrapped('em'),
  u: wrapped('u'),
  del: wrapped('del'),
  kbd: wrapped('kbd'),
  psw: coloured,
  wavy: coloured,
  iframe: frame,
  video: frame,
  dplayer: frame,
  pdf: frame,
  include_code: () => '',
  hideinline: ({ args }) => args.split(',')[0] ?? '',
};
