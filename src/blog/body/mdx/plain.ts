import type { Nodes, Root, RootContent } from 'mdast';
import { replaceChildren } from '../tree/walk.ts';
import { stringOf } from './expression.ts';

/** What remark-mdx adds to a tree, as far as it is read here. */
interface Mdx {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly attributes?: readonly Attribute[];
  readonly children?: readonly RootContent[];
}

interface Attribute {
  readonly type: string;
  readonly name?: string;
  readonly value?: string | { readonly value: string } | null;
}

/** Pictures that a post imports, by the name that it gives them. */
type Assets = ReadonlyMap<string, string>;

const assetImport = /^[ \t]*import\s+(\w+)\s+from\s+["']([^"']+\.(?:png|jpe?g|gif|webp|avif|svg))["']/gim;

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
}

function attributeOf({ type, name, value }: Attribute, assets: Assets): string {
  if (type !== 'mdxJsxAttribute' || name === undefined) return '';
  if (value === null || value === undefined) return ` ${name}`;
  const text =
    typeof value === 'string'
      ? value
      : (stringOf(value.value) ?? assets.get(value.value.trim()) ?? fileOf(value.value));
  const source = name === 'sources' && typeof value !== 'string' ? firstPicture(value.value) : undefined;
  if (source !== undefined) return ` src="${escaped(source)}"`;
  return text === undefined ? '' : ` ${name === 'className' ? 'class' : name}="${escaped(text)}"`;
}

/** `require('./a.png').default`, `useBaseUrl('/a.png')`: a call that gives a file's address. */
function fileOf(expression: string): string | undefined {
  return /^\s*(?:require|useBaseUrl|withBase|withPrefix|url|asset)\(\s*(["'`])([^"'`$]{1,1000})\1/.exec(
    expression,
  )?.[2];
}

/** The first of several pictures, `{{light: '/l.png', dark: '/d.png'}}`. */
function firstPicture(expression: string): string | undefined {
  return /["'`]([^"'`$\n]{1,500}\.(?:png|jpe?g|gif|webp|avif|svg))["'`]/i.exec(expression)?.[1];
}

function html(value: string): RootContent {
  return { type: 'html', value };
}

function given(attributes: readonly Attribute[], name: string): string | undefined {
  const value = attributes.find(one => one.name === name)?.value;
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? undefined : stringOf(value.value);
}

/** Code that a component holds, `<CodeBlock language="js">` or `<Code code={…} lang="js" />`. */
function codeOf(attributes: readonly Attribute[], children: readonly RootContent[]): RootContent | undefined {
  // Expressions within it are texts by now.
  const [only] = children;
  const [text] = only?.type === 'paragraph' ? only.children : children;
  const written = children.length === 1 && text?.type === 'text' ? text.value : undefined;
  const language = given(attributes, 'language') ?? given(attributes, 'lang');
  const value = given(attributes, 'code') ?? (language === undefined ? undefined : written);
  if (value === undefined) return undefined;
  const title = given(attributes, 'title');
  const meta = title === undefined ? null : `title="${title.replaceAll('"', '')}"`;
  return {
    type: 'code',
    lang: language ?? null,
    meta,
    value,
  };
}

const comment = /^\s*\/\*([\s\S]*)\*\/\s*$/;

function expression(value: string): readonly RootContent[] {
  const text = stringOf(value);
  if (text !== undefined) return [{ type: 'text', value: text }];
  const remark = comment.exec(value)?.[1];
  return remark === undefined ? [] : [html(`<!--${remark.replaceAll('--', '')}-->`)];
}

function plainOf(node: Mdx, assets: Assets): readonly RootContent[] | undefined {
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const { name, attributes = [], children = [] } = node;
      if (name === null || name === undefined) return children;
      const code = /^Code(?:Block)?$/.test(name) ? codeOf(attributes, children) : undefined;
      if (code !== undefined) return [code];
      const start = `<${name}${attributes.map(one => attributeOf(one, assets)).join('')}>`;
      return [html(start), ...children, html(`</${name}>`)];
    }
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return expression(node.value ?? '');
    case 'mdxjsEsm':
      return [];
    default:
      return undefined;
  }
}

function assetsIn(root: Root): Assets {
  const assets = new Map<string, string>();
  for (const node of root.children as readonly Mdx[]) {
    if (node.type !== 'mdxjsEsm') continue;
    for (const [, name = '', path = ''] of (node.value ?? '').matchAll(assetImport)) assets.set(name, path);
  }
  return assets;
}

/**
 * MDX as Markdown with HTML, in place: components are elements, expressions that are texts are these, and imports,
 * exports and all other expressions are gone.
 */
export function plainMdx(root: Root): void {
  const assets = assetsIn(root);
  const visit = (node: Nodes): void => {
    if (!('children' in node)) return;
    node.children.forEach(visit);
    const children: readonly RootContent[] = node.children;
    replaceChildren(
      node,
      children.flatMap(child => plainOf(child, assets) ?? [child]),
    );
  };
  visit(root);
}
