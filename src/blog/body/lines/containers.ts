import { isBox, kindTitle } from '../tags/boxes.ts';
import { friendsIn } from '../tags/hexo-themes.ts';
import { closeBox, openBox, titleLine } from '../text/markdown.ts';
import { changeLines } from '../text/scan.ts';

/** Most that stand within one another: what is deeper stays as written. */
const deepest = 50;

/** `::: tip Title`, `:::tip[Title]{.class}`, `:::{note} Title`, `::: {.note title="Title"}`, `::: {#id}`. */
const opening = /^([ \t>]{0,99}):{3,}[ \t]*(?:\{\.?([a-z#][\w-]*)([^}]*)\}|([a-z][\w-]*)(?:#[\w-]+)?)(.*)$/i;

const closing = /^([ \t>]{0,99}):{3,}[ \t]*$/;

/** `@tab npm#id` begins one of several tabs, `@file name` one of the files of an example. */
const tab = /^([ \t>]{0,99})@(?:tab(?::active)?|file)[ \t]+(\S.*)$/;

/** Cards of a theme of VuePress: links, listed in YAML. */
const cards = /^:::[ \t]*card(?:Img)?List[^\n]{0,50}\n+```ya?ml\n([\s\S]{0,3000}?)\n```\n+:::[ \t]*$/gm;

const attributes = /\{[^{}]*\}[ \t]*$/;

const titleAttribute = /\btitle\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/** The title that a container is given. */
function titleOf(inBraces: string, rest: string): string {
  const named = titleAttribute.exec(`${inBraces} ${rest}`);
  if (named !== null) return named[1] ?? named[2] ?? '';
  const words = rest.replace(attributes, '').trim();
  const bracketed = /^\[(.*)\]$/.exec(words);
  // VuePress writes a demo's options in brackets too, after a space.
  if (bracketed !== null) return rest.startsWith('[') ? (bracketed[1] ?? '') : '';
  return words.replace(/^"(.*)"$/, '$1');
}

function opened(name: string, title: string): string {
  const kind = name.replace(/^callout-/, '').toLowerCase();
  if (isBox(kind)) return openBox(title || kindTitle(kind));
  return title === '' ? '' : titleLine(title);
}

/** Markdown as lines of their own, each after what its line begins with. */
function apart(margin: string, markdown: string): string {
  return ['', ...markdown.trim().split('\n'), ''].map(line => margin + line).join('\n');
}

/**
 * The containers of VitePress, VuePress, Docusaurus and Pandoc: boxes beside the text are quotes with a title, of all
 * others the title and the content stay. Code stays as it is.
 */
export function lowerContainers(written: string): string {
  if (!written.includes(':::')) return written;
  const text = written.replace(cards, (whole: string, list: string) => friendsIn(list) ?? whole);
  const open: string[] = [];
  return changeLines(text, line => {
    const start = opening.exec(line);
    if (start !== null && open.length < deepest) {
      const [, margin = '', braced, inBraces = '', bare, rest = ''] = start;
      const name = braced ?? bare ?? '';
      open.push(isBox(name.replace(/^callout-/, '').toLowerCase()) ? closeBox : '');
      return apart(margin, opened(name, titleOf(inBraces, rest)));
    }
    const end = closing.exec(line);
    if (end !== null && open.length > 0) return apart(end[1] ?? '', open.pop() ?? '');
    const label = open.length > 0 ? tab.exec(line) : null;
    return label === null
      ? line
      : apart(label[1] ?? '', titleLine((label[2] ?? '').replace(/(?<=\S)#[\w-]+$/, '')));
  });
}
