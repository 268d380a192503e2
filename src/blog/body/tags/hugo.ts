import { postReference } from '../reference.ts';
import { namedArg, readArgs } from '../text/args.ts';
import { codeBlock, figure, image, link } from '../text/markdown.ts';
import { embedded, isEmbed } from './embeds.ts';
import { musicPage } from './hexo-themes.ts';
import type { Given, Meaning, Meanings } from './model.ts';

/** The shortcodes whose body is no Markdown. */
export const hugoRawBodies: ReadonlySet<string> = new Set(
  'highlight code codeblock prism mermaid chart echarts katex math comment script'.split(' '),
);

const highlight: Meaning = ({ args, body }) =>
  body === undefined
    ? ''
    : codeBlock(body, namedArg(readArgs(args), 'lang', 'language') ?? readArgs(args).words[0]);

const codeIn =
  (language: string): Meaning =>
  ({ body }) =>
    body === undefined ? '' : codeBlock(body, language);

const picture: Meaning = ({ args, closes, isPaired }) => {
  if (closes) return '';
  const given = readArgs(args);
  const source = namedArg(given, 'src', 'source', 'url', 'path', 'link') ?? given.words[0] ?? '';
  const [by, where] = [namedArg(given, 'attr'), namedArg(given, 'attrlink')];
  const caption = [
    namedArg(given, 'title'),
    namedArg(given, 'caption'),
    by === undefined || where === undefined ? by : link(by, where),
  ];
  const below = caption.filter(text => text !== undefined).join('\n\n');
  const shown = figure(source.replace(/^@\//, '/'), namedArg(given, 'alt') ?? given.words[1], below);
  const url = namedArg(given, 'link', 'href');
  const linked =
    url === undefined || url === source ? shown : shown.replace(/^!\[.*?\]\(<.*?>\)/, `[$&](<${url}>)`);
  return isPaired ? `${linked}\n\n` : linked;
};

const reference: Meaning = ({ args }) => {
  const given = readArgs(args);
  return postReference(namedArg(given, 'path') ?? given.words[0] ?? '');
};

const linked: Meaning = ({ args, closes, isPaired }) => {
  if (closes) return isPaired ? '</a>' : '';
  const given = readArgs(args);
  const url = namedArg(given, 'href', 'url', 'link', 'relref') ?? given.words[0] ?? '';
  const text = namedArg(given, 'content', 'text', 'title') ?? given.words[1];
  if (isPaired) return `<a href="${url.replace(/"/g, '%22')}">`;
  return link(text ?? '', url);
};

const words: Meaning = ({ args, isPaired }) => {
  const given = readArgs(args);
  return isPaired ? '' : [...given.words, ...given.named.values()].join(' ');
};

/** `{{< ruby "漢字" "kanji" >}}` */
const ruby: Meaning = ({ args }) => {
  const [text = '', above = ''] = readArgs(args).words;
  return above === '' ? text : `${text}(${above})`;
};

/** `{{< music url="…" name=… artist=… >}}`, `{{< music netease song 1868553 >}}` */
const music: Meaning = ({ args }) => {
  const given = readArgs(args);
  const [server = '', type = '', id = ''] = given.words;
  const named = [namedArg(given, 'server'), namedArg(given, 'type'), namedArg(given, 'id')];
  const page = musicPage(named[0] ?? server, named[1] ?? type, named[2] ?? id);
  const url = namedArg(given, 'url', 'auto', 'src') ?? page;
  const name = [namedArg(given, 'name', 'title'), namedArg(given, 'artist')].filter(
    text => text !== undefined,
  );
  return url === undefined ? name.join(' — ') : link(name.join(' — ') || '♪', url);
};

/** `{{< video src="a.mp4" >}}`, `{{< video type="youtube" id="…" >}}` */
const film: Meaning = ({ args, closes }) => {
  if (closes) return '';
  const given = readArgs(args);
  const service = namedArg(given, 'type', 'provider') ?? '';
  if (isEmbed(service)) return embedded(service, args);
  const url = namedArg(given, 'src', 'url', 'mp4', 'mp3', 'webm') ?? given.words[0];
  return url === undefined ? '' : link(namedArg(given, 'title', 'caption') ?? '', url);
};

const codeSpan = (text: string): string => (text === '' ? '' : `<code>${text.replace(/[<&]/g, '')}</code>`);

const formula: Meaning = ({ args, body }) => {
  const written = body ?? namedArg(readArgs(args), 'body');
  return written === undefined
    ? ''
    : `$$${written.trim().replace(/^\\{1,2}[([]|\\{1,2}[)\]]$|^\$+|(?<!\$)\$+$/g, '')}$$`;
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
  katex: formula,
  math: formula,
  comment: () => '',
  script: () => '',
  ruby,
  music,
  version: words,
  swatches: words,
  emoji: words,
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
  video: film,
  audio: film,
  filepath: ({ args }) => codeSpan(readArgs(args).words[0] ?? namedArg(readArgs(args), 'src') ?? ''),
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
