import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import type { Fields } from '../fields.ts';
import { markdown, readMarkdown, settle } from '../markdown.ts';
import type { DialectName } from '../model.ts';

import { lowerElements } from './html/elements.ts';
import { lowerAdmonitionCode } from './lines/admonition-code.ts';
import { lowerAttributes } from './lines/attributes.ts';
import { partComponents } from './lines/components.ts';
import { lowerContainers } from './lines/containers.ts';
import { lowerDefinitions } from './lines/definitions.ts';
import { lowerDirectives } from './lines/directives.ts';
import { lowerFormulas } from './lines/formulas.ts';
import { lowerIndentedBoxes } from './lines/indented-boxes.ts';
import { lowerKramdown } from './lines/kramdown.ts';
import { lowerImports } from './lines/modules.ts';
import { lowerNotes } from './lines/notes.ts';
import { isObsidian, lowerObsidian } from './lines/obsidian.ts';
import { lowerSnippets } from './lines/snippets.ts';
import { dedentTables } from './lines/tables.ts';
import { lowerWordpress } from './lines/wordpress.ts';
import { plainMdx } from './mdx/plain.ts';
import { parsableMdx } from './mdx/source.ts';
import { lowerTags } from './tags/lower.ts';
import { cutAutolinks } from './tree/autolinks.ts';
import { titleCallouts } from './tree/callouts.ts';
import { readCode } from './tree/code.ts';
import { readEmoji } from './tree/emoji.ts';
import { dropEmpty } from './tree/empty.ts';
import { readBoldHeadings, takeAnchors } from './tree/headings.ts';
import { readMarks, readMarksAround, readSubscripts } from './tree/marks.ts';
import { readMath } from './tree/math.ts';
import { readWikiLinks } from './tree/wiki-links.ts';

const withMdx = markdown().use(remarkMdx).freeze();

/** A post's Markdown without its front matter, as its author wrote it. */
export interface Written {
  readonly text: string;
  /** Path within CONTENT: `.mdx` is another grammar. */
  readonly path: string;
  readonly dialect?: DialectName;
  /** Its front matter, which its text may name. */
  readonly data?: Fields;
}

function readMdx(text: string): Root | undefined {
  try {
    const root = readMarkdown(parsableMdx(text), withMdx);
    plainMdx(root);
    return root;
  } catch {
    // MDX that does not follow its own grammar is read as what it looks like.
    return undefined;
  }
}

/** An attribute as only components have them: `style={{ … }}`. */
const jsx = /<[A-Za-z][^<>\n]{0,300}=\{/;

function isMdx({ text, path, dialect }: Written): boolean {
  return /\.mdx$/i.test(path) || dialect === 'docusaurus' || jsx.test(text);
}

/** What makes Markdown of a text's own syntax, in the order in which one may stand in another. */
const lowers: readonly ((text: string, data?: Fields) => string)[] = [
  dedentTables,
  partComponents,
  lowerTags,
  lowerIndentedBoxes,
  lowerContainers,
  lowerDirectives,
  lowerImports,
  lowerSnippets,
  lowerWordpress,
  lowerKramdown,
  lowerAttributes,
  lowerFormulas,
  lowerNotes,
  lowerDefinitions,
];

function parsed(written: Written): Root {
  const { text } = written;
  const mdx = isMdx(written) ? readMdx(lowerDirectives(lowerContainers(text))) : undefined;
  if (mdx !== undefined) return mdx;
  return readMarkdown(lowers.reduce((now, lower) => lower(now, written.data), text));
}

/**
 * Reads a post's body as a tree of plain Markdown: what its generator's own syntax, HTML and components show stands
 * in their place, or their text; what no reader sees is gone. Code is never touched. Nodes carry no positions; a
 * heading's own id is its `data.anchor`. Never throws.
 */
export function readBody(written: Written): Root {
  const isWiki = isObsidian(written.text, written.dialect);
  const text = lowerAdmonitionCode(isWiki ? lowerObsidian(written.text) : written.text);
  const root = lowerElements(parsed({ ...written, text }));
  settle(root);
  cutAutolinks(root);
  titleCallouts(root);
  readCode(root, written.dialect, isWiki);
  readWikiLinks(root, isWiki);
  readMath(root);
  readMarks(root);
  readMarksAround(root);
  readSubscripts(root);
  readEmoji(root);
  dropEmpty(root);
  readBoldHeadings(root);
  takeAnchors(root);
  return root;
}
