import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/blog/markdown.ts';
import { renderBlocks } from '../../src/message/markdown/render.ts';
import { paginate } from '../../src/message/pager.ts';
import { readPage } from './fidelity/page.ts';
import { readTree } from './fidelity/tree.ts';
import { longTree, tree } from './fidelity/trees.ts';

const written = (nodes: readonly Nodes[]): string =>
  nodes
    .map(node => {
      if ('value' in node) return node.value;
      if ('alt' in node) return node.alt ?? '';
      return 'children' in node ? written(node.children) : '';
    })
    .join('');

test('a reader of Discord gets the same text, looks, links and code as a reader of the site', () => {
  fc.assert(
    fc.property(tree, nodes => {
      const text = renderBlocks(nodes);
      expect(readPage([{ kind: 'text', text }])).toEqual(readTree(nodes));
    }),
    { numRuns: 1_000 },
  );
});

test('each page shows what its part of the tree says', () => {
  fc.assert(
    fc.property(longTree, nodes => {
      for (const page of paginate(nodes)) expect(readPage(page.parts)).toEqual(readTree(page.nodes));
    }),
    { numRuns: 100 },
  );
});

test('pages one after the other hold every character of the post once, in order', () => {
  fc.assert(
    fc.property(longTree, fc.integer({ min: 50, max: 3_000 }), (nodes, aim) => {
      const pages = paginate(nodes, { aim });
      expect(pages.map(({ nodes: slice }) => written(slice)).join('')).toBe(written(nodes));
    }),
    { numRuns: 100 },
  );
});

test('the shipped post reads in Discord as it does on the site', () => {
  const file = readFileSync('content/posts/20250612231400-from-compression-to-reasoning.md', 'utf8');
  const { children } = readMarkdown(file.slice(file.indexOf('\n---\n') + 5));
  for (const page of paginate(children)) expect(readPage(page.parts)).toEqual(readTree(page.nodes));
});
