import type { Code, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { DialectName } from '../../model.ts';
import { eachParent, replaceChildren } from './walk.ts';

/** Blocks that only tell a program what to put there: a table of contents, or in Obsidian the answer to a query. */
const contents = /^(?:toc|table-of-contents|mdx-code-block)$/i;
const queries = /^(?:dataview(?:js)?|tasks|query|button|leaflet|folder-overview|kanban)$/i;

const inlineQuery = /^\$?= ?(?:this|dv)\./;

/** `youtube: https://…` as code alone in a paragraph, which Gatsby shows as a video. */
const embed =
  /^(?:youtube|vimeo|video|twitch|bilibili|soundcloud|spotify|codepen|codesandbox): *(https?:\/\/\S+)$/;

/** Chunks of R Markdown and Quarto that are run and not shown: by their head, and by lines of their own. */
const unseen = /\b(?:include|echo)\s*=\s*(?:F|FALSE|false)\b/;
const unseenLine = /^(?:#|\/\/|%%)\| *(?:include|echo): *false *$/m;
const optionLines = /^(?:(?:#|\/\/|%%)\|.*(?:\n|$))+/;

/** `title="a.js"`, `title=a.js`, `[a.js]` after the language. */
const titled =
  /(?:^|[\s,{:])(?:title|filename|file|caption|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))|^\[([^\]]+)\](?:$|\s|:)/;

/** Comments by which sites mark lines of code, and which nobody sees there. */
const markedLine =
  /^[ \t]*(?:\/\/|#|--|<!--|\/\*|\{\/\*)[ \t]*highlight-(?:next-line|start|end)\b[^\n]{0,20}\n?/gm;
const markedEnd =
  /(?<![ \t])[ \t]*(?:\/\/|#|--|<!--|\/\*)[ \t]*\[!code [^\]\n]{1,60}\](?:[ \t]*(?:-->|\*\/))?/g;

interface Head {
  readonly lang?: string;
  readonly title?: string;
}

/** What stands after the fence, apart: the language, and the title above the code. */
function headOf({ lang, meta }: Code, dialect: DialectName | undefined): Head {
  const head = [lang, meta].filter(part => part !== null && part !== undefined).join(' ');
  const language = /^[\w+#./-]+(?![\w+#./-]*\s*=)/.exec(head)?.[0];
  const rest = head.slice(language?.length ?? 0);
  const named = titled.exec(rest.trim());
  const title = named?.[1] ?? named?.[2] ?? named?.[3] ?? named?.[4];
  const chunk = /^\{\s*[.=]?(?:brush:\s*\.?)?([\w+#-]+)(?![\w+#-]*\s*=)/.exec(head)?.[1];
  // Hexo has the title after the language, and then perhaps a link.
  const words = dialect === 'hexo' && /^\s+[^\s{[=:][^={}]*$/.test(rest) ? rest.trim() : undefined;
  return { lang: chunk ?? language, title: title ?? words };
}

/** Hexo's `title address text`: where the code is from. */
const linkedTitle = /^(.*?)\s*(https?:\/\/\S+)(?:\s+(\S.*))?$/;

function titleOf(title: string): Paragraph {
  const [, words = '', url, text] = linkedTitle.exec(title) ?? [];
  if (url !== undefined) {
    const link: PhrasingContent = { type: 'link', url, children: [{ type: 'text', value: text ?? url }] };
    return {
      type: 'paragraph',
      children: words === '' ? [link] : [{ type: 'text', value: `${words} ` }, link],
    };
  }
  const isName = !/\s/.test(title);
  return { type: 'paragraph', children: [{ type: isName ? 'inlineCode' : 'text', value: title }] };
}

function shown(node: Code, dialect: DialectName | undefined, isWiki: boolean): readonly RootContent[] {
  const { lang, title } = headOf(node, dialect);
  if (contents.test(lang ?? '') || (isWiki && queries.test(lang ?? ''))) return [];
  const isChunk = node.lang?.startsWith('{') === true;
  if (isChunk && (unseen.test(node.meta ?? '') || unseenLine.test(node.value))) return [];
  const written = isChunk ? node.value.replace(optionLines, '') : node.value;
  const value = written.replace(markedLine, '').replace(markedEnd, '');
  const code: Code = { type: 'code', lang: lang ?? null, value };
  return title === undefined || title === '' ? [code] : [titleOf(title), code];
}

/**
 * Blocks of code as readers see them, in place: what their fence says besides the language is gone but for a title,
 * which stands above; blocks that only a program reads are gone. `isWiki` says that the post is one of Obsidian's.
 */
export function readCode(root: Root, dialect: DialectName | undefined, isWiki: boolean): void {
  eachParent(root, parent => {
    const children: readonly RootContent[] = parent.children;
    if (!children.some(({ type }) => type === 'code' || type === 'inlineCode')) return;
    const [only] = children;
    const url =
      children.length === 1 && only?.type === 'inlineCode' ? embed.exec(only.value)?.[1] : undefined;
    if (url !== undefined)
      replaceChildren(parent, [{ type: 'link', url, children: [{ type: 'text', value: url }] }]);
    const seen = children.filter(
      child => !(isWiki && child.type === 'inlineCode' && inlineQuery.test(child.value)),
    );
    replaceChildren(
      parent,
      seen.flatMap(child => (child.type === 'code' ? shown(child, dialect, isWiki) : [child])),
    );
  });
}
