import { isMapping, textValue } from '../../fields.ts';
import { readYaml, YamlError } from '../../yaml.ts';
import { readArgs } from '../text/args.ts';
import { codeBlock, figure, image, link, titleLine } from '../text/markdown.ts';
import { withoutLooks } from './looks.ts';
import type { Meaning, Meanings } from './model.ts';

/** The tags of themes whose body is no Markdown. */
export const themeRawBodies: ReadonlySet<string> = new Set(
  'flink links linkgrid score chartjs wavedrom plantuml graphviz flow sequence'.split(' '),
);

const asCode =
  (language: string): Meaning =>
  ({ body }) =>
    body === undefined ? '' : codeBlock(body, language);

function textIn(value: unknown, name: string): string | undefined {
  return isMapping(value) ? textValue(value[name]) : undefined;
}

function itemsIn(value: unknown, name: string): readonly unknown[] {
  const list: unknown = isMapping(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
}

function friend(item: unknown): string {
  const [name = '', url] = [
    textIn(item, 'name') ?? textIn(item, 'title'),
    textIn(item, 'link') ?? textIn(item, 'url'),
  ];
  const about = textIn(item, 'descr') ?? textIn(item, 'description') ?? textIn(item, 'desc') ?? '';
  return [`- ${url === undefined ? name : link(name, url)}`, about].filter(text => text !== '').join(': ');
}

/** Links that a theme lists in YAML, with what is said of each; undefined for what is no such list. */
export function friendsIn(body: string): string | undefined {
  try {
    const groups = readYaml(body);
    if (!Array.isArray(groups)) return undefined;
    return groups
      .flatMap((group: unknown) => {
        const items = itemsIn(group, 'link_list');
        if (items.length === 0) return [friend(group)];
        const name = textIn(group, 'class_name');
        const about = textIn(group, 'class_desc');
        return [
          ...(name === undefined ? [] : [titleLine(name)]),
          ...(about === undefined ? [] : [`${about}\n`]),
          ...items.map(friend),
          '',
        ];
      })
      .join('\n');
  } catch (error) {
    if (error instanceof YamlError) return undefined;
    throw error;
  }
}

/** Butterfly's lists of friends, in YAML. */
const friends: Meaning = ({ body }) =>
  body === undefined ? '' : (friendsIn(body) ?? codeBlock(body, 'yaml'));

/** NexT's: `name | address | description | picture`, a line each. */
const linkGrid: Meaning = ({ body = '' }) =>
  body
    .split('\n')
    .map(line => line.split('|').map(part => part.trim()))
    .filter(([name = '', url = '']) => name !== '' && url !== '')
    .map(([name = '', url = '', about = '']) => `- ${link(name, url)}${about === '' ? '' : `: ${about}`}`)
    .join('\n');

/** `{% galleryGroup 'name' 'description' '/address' picture %}` */
const galleryGroup: Meaning = ({ args }) => {
  const [name = '', about = '', url = '', source = ''] = readArgs(args).words;
  return [image(source, name), url === '' ? name : link(name, url), about]
    .filter(text => text !== '')
    .join('\n\n');
};

/** `{% fi address, alt, title, size %}` */
const fullImage: Meaning = ({ args }) => {
  const [url = '', alt, title] = args.split(',').map(part => part.trim());
  return figure(url, alt, title);
};

/** `{% cell text, address, picture %}`, `{% hashtag text address %}`, `{% exturl text address "title" %}` */
const cell: Meaning = ({ args }) => {
  const parts = args.includes(',') ? args.split(',').map(part => part.trim()) : readArgs(args).words;
  const at = parts.findIndex(part => /^(?:https?:|\/|\.{1,2}\/|mailto:)/.test(part));
  const words = parts.slice(0, Math.max(at, 0)).join(' ');
  return at < 0 ? (parts[0] ?? '') : link(words, parts[at] ?? '');
};

const box =
  (sign: string): Meaning =>
  ({ args, isAlone }) => {
    const text = args.replace(
      /^(?:(?:red|green|yellow|cyan|blue|plus|minus|times|checked|symbol:\S+|color:\S+|checked:\S+)[\s,]+)+/i,
      '',
    );
    const isChecked = /(?:^|\s)checked(?!:false)/.test(args.slice(0, args.length - text.length));
    return `${isAlone ? '- ' : ''}${isChecked ? '☑' : sign} ${text}`;
  };

const heading: Meaning = ({ args, closes }) =>
  closes ? '' : titleLine(withoutLooks(args.replace(/^title:/, '')));

/** `{% poetry title author:name date:day footer:text %}` around a poem. */
const poetry: Meaning = ({ args, closes }) => {
  if (closes) return '';
  const title = args.replace(/(?<!\s)\s*\b(?:author|date|footer|title):.*$/s, '');
  const [, author = ''] = /\bauthor:(\S+)/.exec(args) ?? [];
  const [, named = ''] = /\btitle:(\S+)/.exec(args) ?? [];
  return [title || named, author]
    .filter(text => text !== '')
    .map(titleLine)
    .join('');
};

/** `{% aplayer "title" "author" "address" ["picture"] %}` */
const song: Meaning = ({ args }) => {
  const [title = '', author = '', url = ''] = readArgs(args).words;
  const name = [title, author].filter(text => text !== '').join(' — ');
  return url === '' ? name : link(name, url);
};

/** Where a list of a music service is heard. */
const music: Readonly<Record<string, (type: string, id: string) => string>> = {
  netease: (type, id) => `https://music.163.com/#/${type}?id=${id}`,
  tencent: (type, id) => `https://y.qq.com/n/ryqq/${type === 'song' ? 'songDetail' : type}/${id}`,
};

/** The page of a song or list: by service, kind and id. */
export function musicPage(server: string, type: string, id: string): string | undefined {
  return Object.hasOwn(music, server) ? music[server]?.(type, id) : undefined;
}

/** `{% meting "id" "server" "type" %}` */
const meting: Meaning = ({ args }) => {
  const [id = '', server = '', type = 'song'] = readArgs(args).words;
  const url = musicPage(server, type, id);
  return url === undefined ? '' : link('♪', url);
};

/** Tags of Hexo's common themes (NexT, Butterfly, Volantis, Stellar, Icarus) and plugins. */
export const hexoThemes: Meanings = {
  flink: friends,
  links: friends,
  linkgrid: linkGrid,
  gallerygroup: galleryGroup,
  fi: fullImage,
  'full-image': fullImage,
  cell,
  hashtag: cell,
  exturl: cell,
  checkbox: box('☐'),
  radio: box('○'),
  timenode: heading,
  quot: heading,
  paper: heading,
  box: heading,
  poetry,
  copy: ({ args }) => codeBlock(args),
  mark: ({ args }) => `<mark>${withoutLooks(args)}</mark>`,
  aplayer: song,
  meting,
  score: asCode('abc'),
  chartjs: asCode('json'),
  wavedrom: asCode('json'),
  plantuml: asCode('plantuml'),
  graphviz: asCode('dot'),
  flow: asCode('flow'),
  sequence: asCode('sequence'),
  caniuse: ({ args }) => {
    const [feature = ''] = args.split(/[\s@]/);
    return link(`Can I use ${feature}?`, `https://caniuse.com/?search=${feature}`);
  },
};
