import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import GithubSlugger from 'github-slugger';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

const pages = ['.', 'docs'].flatMap(folder =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith('.md'))
    .map(name => join(folder, name)),
);

function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

const read = (page: string): readonly Nodes[] => [
  ...nodesOf(
    remark()
      .use(remarkGfm)
      .parse(readFileSync(join(root, page), 'utf8')),
  ),
];

/** What a page's headings are called in addresses. */
function anchorsOf(page: string): readonly string[] {
  const slugger = new GithubSlugger();
  return read(page).flatMap(node => (node.type === 'heading' ? [slugger.slug(textOf(node))] : []));
}

it.each(pages)('every link and picture in %s leads to something', page => {
  const targets = read(page)
    .flatMap(node => (node.type === 'link' || node.type === 'image' ? [decodeURI(node.url)] : []))
    .filter(url => !/^[a-z]+:/.test(url));
  const broken = targets.filter(target => {
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page : join(dirname(page), path);
    if (!existsSync(join(root, file))) return true;
    return anchor !== undefined && !anchorsOf(file).includes(anchor);
  });
  expect(broken).toEqual([]);
});
