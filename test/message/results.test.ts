import { describe, expect, test } from 'vitest';
import { resultsPage } from '../../src/message/results.ts';
import { parse, textOf } from '../../src/preview/discord-markdown.ts';
import type { DiscordNode } from '../../src/preview/markdown/nodes.ts';
import { en } from '../../src/words/en.ts';
import { postFrom } from '../blog/fixture.ts';

const post = postFrom('# Title\n\nText.');

/** What a snippet is read as whose bracketed words matched. */
function snippet(said: string): readonly DiscordNode[] {
  const start = said.indexOf('{');
  const end = said.indexOf('}') - 1;
  const found = {
    post,
    kind: 'post' as const,
    name: 'Post',
    heading: { text: 'Title', marks: [] },
    snippet: { text: said.replace(/[{}]/g, ''), marks: [[start, end] as const] },
    route: { to: 'related' as const, post: post.key },
  };
  const { body } = resultsPage({ opening: '', results: [found], ways: [] }, en);
  const text = body.map(part => (part.type === 10 ? part.content : '')).join('\n');
  return parse(text).flatMap(node => (node.type === 'quote' ? node.children : []));
}

describe('matched words that open a snippet are no list and no heading', () => {
  test.each(['{1. Intro} goes on', '{- x}', '{# x} y', '{> x} y', ' {1. Intro} y', '{-# x} y', '- {x} y'])(
    '%s',
    said => {
      const nodes = snippet(said);
      const inside = nodes.flatMap(node => (node.type === 'strong' ? node.children : [node]));
      expect(inside.every(({ type }) => type === 'text')).toBe(true);
      expect(textOf(nodes).replaceAll('\u200b', '').trim()).toBe(said.replace(/[{}]/g, '').trim());
    },
  );
});
