import { postReference } from '../reference.ts';
import { namedArg, readArgs } from '../text/args.ts';
import { codeBlock, figure } from '../text/markdown.ts';
import { embedded, isEmbed } from './embeds.ts';
import type { Meaning, Meanings } from './model.ts';

/** The tags whose body is no Markdown, or is Markdown without tags. */
export const liquidRawBodies: ReadonlySet<string> = new Set('highlight raw verbatim comment'.split(' '));

const raw: Meaning = ({ body }) => body ?? '';

/** `{% include youtube.html id="…" %}`: what is included is known by its name alone. */
const include: Meaning = ({ args }) => {
  const [, file = '', rest = ''] = /^["']?([\w./-]+)["']?,?\s*([\s\S]*)$/.exec(args) ?? [];
  const name = file
    .replace(/^.*\//, '')
    .replace(/\.\w+$/, '')
    .toLowerCase();
  const given = readArgs(rest);
  if (isEmbed(name)) return embedded(name, rest);
  const source = namedArg(given, 'src', 'image_path', 'url', 'file', 'image', 'path', 'name');
  if (!/figure|image|img|picture|photo/.test(name) || source === undefined) return '';
  return figure(source, namedArg(given, 'alt'), namedArg(given, 'caption', 'title', 'description'));
};

const nothing: Meaning = () => '';

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
  assign: nothing,
  set: nothing,
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
  const inside = args.replace(/^[-~{]|[-~]$/g, '').trim();
  const [first = ''] = inside.split('|', 1);
  if (root.test(first.trim())) return '';
  const text = literal.exec(inside);
  const rest = text === null ? 'x' : inside.slice(text[0].length).trim();
  return rest === '' || rest.startsWith('|') ? (text?.[1] ?? text?.[2]) : undefined;
};
