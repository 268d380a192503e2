import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { readBody } from '../../../src/blog/body/body.ts';
import { readFrontMatter } from '../../../src/blog/front-matter.ts';
import { readMarkdown } from '../../../src/blog/markdown.ts';

/** Real blogs, beside the repository; nobody needs them to work on Quoth. */
const corpora = fileURLToPath(new URL('../../../../shared/corpora/', import.meta.url));
const isThere = existsSync(corpora);
const names = isThere
  ? readdirSync(corpora, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []))
  : [];

/** What no reader of these blogs sees. Brackets and braces of programs, `[[Prototype]]` and `{:x}`, they do. */
const marks: Readonly<Record<string, RegExp>> = {
  tags: /\{%[-\s]*\w/g,
  shortcodes: /\{\{[<%]/g,
  containers: /^\s*:::/gm,
  callouts: /^\[!\w+\]/gm,
  embeds: /!\[\[[^[\]]+\]\]/g,
  attributes: /\{:\s?(?:[.#][\w-]+|toc)\s?\}/g,
  contents: /^\s*\[{1,2}_?toc_?\]{1,2}\s*$/gim,
  'HTML tags': /<\/?[a-z][^<>]*>/gi,
};

/** All text outside code, HTML as it is written but for the comment that ends the excerpt. */
function proseOf(node: Nodes): string {
  if (node.type === 'html') return node.value.replace(/<!--[\s\S]*?-->/g, '');
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  return node.children.map(proseOf).join(node.type === 'root' ? '\n' : '');
}

function countIn(root: Nodes, mark: RegExp): number {
  return proseOf(root).match(mark)?.length ?? 0;
}

describe.skipIf(!isThere)('real blogs (skipped where their files are not beside the repository)', () => {
  test.each(names)('%s shows none of its generator’s marks', { timeout: 120_000 }, name => {
    const files = readdirSync(`${corpora}${name}`, { recursive: true, encoding: 'utf8' });
    const before = new Map<string, number>();
    const after = new Map<string, number>();
    for (const path of files.filter(file => /\.mdx?$/.test(file))) {
      const text = readFileSync(`${corpora}${name}/${path}`, 'utf8').replace(/\r\n?/g, '\n');
      const { body } = readFrontMatter(text);
      const [written, read] = [readMarkdown(body), readBody({ text: body, path })];
      for (const [mark, pattern] of Object.entries(marks)) {
        before.set(mark, (before.get(mark) ?? 0) + countIn(written, pattern));
        after.set(mark, (after.get(mark) ?? 0) + countIn(read, pattern));
      }
    }
    const shown = Object.keys(marks).map(mark => `${mark} ${before.get(mark)} → ${after.get(mark)}`);
    console.info(`${name}: ${shown.join(', ')}`);
    for (const mark of Object.keys(marks).filter(one => one !== 'HTML tags')) {
      expect({ mark, left: after.get(mark) }).toEqual({ mark, left: 0 });
    }
  });
});
