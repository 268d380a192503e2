import { postReference } from '../reference.ts';
import { namedArg, readArgs } from '../text/args.ts';
import { codeBlock, figure } from '../text/markdown.ts';
import { isBox, wholeBox } from './boxes.ts';
import { embedded, isEmbed } from './embeds.ts';
import type { Meaning, Meanings } from './model.ts';
import { unknownTag } from './unknown.ts';

/** The tags whose body is no Markdown, or is Markdown without tags. */
export const liquidRawBodies: ReadonlySet<string> = new Set(
  'highlight raw verbatim comment css js style script stylesheet javascript schema'.split(' '),
);

const raw: Meaning = ({ body }) => body ?? '';

/** `{% include youtube.html id="…" %}`: what is included is known by its name alone. */
const include: Meaning = given => {
  const [, file = '', rest = ''] = /^["']?([\w./-]+)["']?,?\s*([\s\S]*)$/.exec(given.args) ?? [];
  const name = file
    .replace(/^.*\//, '')
    .replace(/\.\w+$/, '')
    .toLowerCase();
  // What stands without quotation marks is a name, of which nobody knows the value.
  const said = rest.replace(/(?<![\w-])[\w-]+\s*=\s*(?!["'])\S+/g, '');
  const args = readArgs(said);
  const service = isEmbed(name) ? name : (namedArg(args, 'provider') ?? '');
  if (isEmbed(service)) return embedded(service, said);
  const source = namedArg(args, 'src', 'image_path', 'url', 'file', 'image', 'path', 'name');
  if (/figure|image|img|picture|photo/.test(name) && source !== undefined)
    return figure(source, namedArg(args, 'alt'), namedArg(args, 'caption', 'title', 'description'));
  return isBox(name) ? wholeBox(name, said) : unknownTag({ ...given, args: said, isPaired: false });
};

const nothing: Meaning = () => '';

/** Tags that choose, count, and name things. */
const silent =
  `css js style script stylesheet javascript schema assign set capture if elsif elif elseif else when case unless for ifchanged cycle increment decrement
  tablerow break continue layout paginate form section import from extends block macro call filter with do
  asynceach asyncall seo feed_meta feed`.split(/\s+/);

/** Tags of Liquid (Jekyll, Eleventy) and of Nunjucks. Of what is tested the first branch is shown. */
export const liquid: Meanings = {
  raw,
  verbatim: raw,
  highlight: ({ args, body }) => (body === undefined ? '' : codeBlock(body, readArgs(args).words[0])),
  comment: nothing,
  include,
  include_relative: nothing,
  include_cached: include,
  render: include,
  post_url: ({ args }) => postReference(args),
  link: ({ args }) => postReference(args),
  ...Object.fromEntries(silent.map(name => [name, nothing])),
};

/** What stands for the root of the site, which links begin with anyway. */
const root =
  /^(?:site\.(?:base_?url|url|github\.url)|base_?url|BASE_PATH|config\.(?:root|url)|root|theme\.root)$/i;

const literal = /^(?:"([^"]*)"|'([^']*)')/;

/**
 * What `{{ … }}` gives where that can be known: a text, whatever it is passed through; the site's root. Undefined
 * for all else.
 */
export const output: Meaning = ({ args }) => {
  const spokenOf = /^\/\*([\s\S]*)\*\/$/.exec(args)?.[1];
  if (spokenOf !== undefined) return `{{${spokenOf}}}`;
  const inside = args.replace(/^[-~{]|[-~]$/g, '').trim();
  const [first = ''] = inside.split('|', 1);
  if (root.test(first.trim())) return '';
  const text = literal.exec(inside);
  const rest = text === null ? 'x' : inside.slice(text[0].length).trim();
  return rest === '' || rest.startsWith('|') ? (text?.[1] ?? text?.[2]) : undefined;
};
