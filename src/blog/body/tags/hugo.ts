import { postReference } from '../reference.ts';
import { namedArg, readArgs } from '../text/args.ts';
import { codeBlock, figure, image, link } from '../text/markdown.ts';
import type { Given, Meaning, Meanings } from './model.ts';

/** The shortcodes whose body is no Markdown. */
export const hugoRawBodies: ReadonlySet<string> = new Set(
  'highlight code codeblock prism mermaid chart echarts katex math comment'.split(' '),
);

const highlight: Meaning = ({ args, body }) =>
  body === undefined
    ? ''
    : codeBlock(body, namedArg(readArgs(args), 'lang', 'language') ?? readArgs(args).words[0]);

const codeIn =
  (language: string): Meaning =>
  ({ body }) =>
    body === undefined ? '' : codeBlock(body, language);

const picture: Meaning = ({ args }) => {
  const given = readArgs(args);
  const source = namedArg(given, 'src', 'source', 'url', 'link') ?? given.words[0] ?? '';
  const caption = [namedArg(given, 'title'), namedArg(given, 'caption'), namedArg(given, 'attr')]
    .filter(text => text !== undefined)
    .join('\n\n');
  return figure(source, namedArg(given, 'alt') ?? given.words[1], caption);
};

const reference: Meaning = ({ args }) => {
  const given = readArgs(args);
  return postReference(namedArg(given, 'path') ?? given.words[0] ?? '');
};

const linked: Meaning = ({ args, closes }) => {
  if (closes) return '</a>';
  const given = readArgs(args);
  const url = namedArg(given, 'href', 'url', 'link', 'relref') ?? given.words[0] ?? '';
  const text = namedArg(given, 'content', 'text', 'title') ?? given.words[1];
  return text === undefined ? `<a href="${url.replace(/"/g, '%22')}">` : link(text, url);
};

const words: Meaning = ({ args }) => {
  const given = readArgs(args);
  return [...given.words, ...given.named.values()].join(' ');
};

const element =
  (name: string): Meaning =>
  ({ args, closes }: Given) => {
    const [first] = readArgs(args).words;
    if (closes) return `</${name}>`;
    return first === undefined ? `<${name}>` : `<${name}>${first}</${name}>`;
  };

/** Hugo's own shortcodes and those of its common themes, as far as they are no box, title or embed. */
export const hugo: Meanings = {
  highlight,
  code: highlight,
  codeblock: highlight,
  prism: highlight,
  mermaid: codeIn('mermaid'),
  chart: codeIn('json'),
  echarts: codeIn('json'),
  katex: ({ body }) => (body === undefined ? '' : `$$${body.trim()}$$`),
  math: ({ body }) => (body === undefined ? '' : `$$${body.trim()}$$`),
  comment: () => '',
  figure: picture,
  img: picture,
  image: picture,
  'lazy-img': picture,
  picture,
  ref: reference,
  relref: reference,
  link: linked,
  button: linked,
  btn: linked,
  video: ({ args }) => link('', readArgs(args).words[0] ?? namedArg(readArgs(args), 'src', 'url') ?? ''),
  audio: ({ args }) => link('', readArgs(args).words[0] ?? namedArg(readArgs(args), 'src', 'url') ?? ''),
  qr: ({ args }) => namedArg(readArgs(args), 'text') ?? '',
  badge: words,
  label: words,
  keyword: words,
  keyboard: element('kbd'),
  kbd: element('kbd'),
  key: element('kbd'),
  mark: element('mark'),
  sup: element('sup'),
  sub: element('sub'),
  br: () => '<br>',
  icon: () => '',
  toc: () => '',
  more: () => '<!-- more -->',
  gallery: ({ args }) =>
    readArgs(args)
      .words.map(word => image(word))
      .join('\n'),
};
