import { describe, expect, it } from 'vitest';
import { visibleAt } from '../../src/blog/blog.ts';
import type { Blog } from '../../src/blog/model.ts';
import { blogFrom, now } from '../blog/fixture.ts';
import { readers, stage } from './stage.ts';

/** A word that stands in the title, the tags and the text of everything that is kept from readers. */
const word = 'zyzzyva';

const kept = (lines: string) =>
  `---\ntitle: ${word} title\ntags: [${word}]\nseries: Weekly\ninsights: ["${word} one", "${word} two"]\n${lines}\n---\n\n## ${word} section\n\nAbout ${word} and bread.`;

const open = (title: string, date: string) =>
  `---\ntitle: ${title}\ndate: ${date}\ntags: [Baking]\nseries: Weekly\n---\n\n## Bread\n\nAbout bread.`;

const hiddenTexts: Readonly<Record<string, string>> = {
  'draft.md': kept('date: 2025-03-01\ndraft: true'),
  'unpublished.md': kept('date: 2025-03-01\npublished: false'),
  'hidden.md': kept('date: 2025-03-01\nhidden: true'),
  'password.md': kept('date: 2025-03-01\npassword: 1234'),
  'status.md': kept('date: 2025-03-01\nstatus: private'),
  '_drafts/folder.md': kept('date: 2025-03-01'),
  '_name.md': kept('date: 2025-03-01'),
  'future.md': kept('date: 2026-02-01T00:00:00Z'),
  'scheduled.md': kept('date: 2025-03-01\npublishDate: 2026-02-01T00:00:00Z'),
  'expired.md': kept('date: 2025-03-01\nexpiryDate: 2025-06-01T00:00:00Z'),
  'unlisted.md': kept('date: 2025-03-01\nunlisted: true'),
};

const openTexts = {
  'one.md': open('Rye bread', '2025-01-01'),
  'two.md': open('Sourdough bread', '2025-02-01'),
  'three.md': open('Spelt bread', '2025-04-01'),
};

/** All that a reader comes upon without knowing the exact name of anything. */
async function everythingSeen(blog: Blog): Promise<string> {
  const { discord } = stage(blog);
  const { bob } = readers(discord);
  const seen: unknown[] = [];
  const lines = [
    '/post latest',
    '/post list',
    '/post random',
    '/post insights',
    '/insight 1',
    '/help',
    '/search bread',
  ];
  for (const line of [...lines, `/search ${word.slice(0, 6)}`, '/search About']) {
    discord.clock.passes(60_000);
    const { message } = await bob.types(line);
    seen.push(message.components);
  }
  const list = await bob.types('/post list', { tag: 'Baking' });
  seen.push(list.message.components);
  const card = await bob.types('/post show', { post: 'two' });
  const page = await bob.presses(card, 'Read here');
  seen.push(card.message.components, page.message.components);
  seen.push((await bob.presses(page, 'Related posts')).message.components);
  for (const typed of ['', word.slice(0, 2), word.slice(0, 5), word]) {
    seen.push(await bob.completes('/post show', 'post', typed));
    seen.push(await bob.completes('/post list', 'tag', typed));
    seen.push((await bob.completes('/search', 'query', typed)).filter(({ value }) => value !== typed));
    seen.push(await bob.completes('/insight', 'number', typed));
    seen.push(await bob.completes('/post insights', 'post', typed));
  }
  return JSON.stringify(seen);
}

describe('what its author keeps from readers', () => {
  it.each(Object.entries(hiddenTexts))(
    '%s shows in no list, search, completion or series',
    async (path, text) => {
      const blog = blogFrom({ ...openTexts, [path]: text });
      expect(await everythingSeen(blog)).not.toContain(word);
      expect(blog.posts).toHaveLength(3);
    },
  );

  it('and what is open does show in all of them', async () => {
    const seen = await everythingSeen(blogFrom({ ...openTexts, 'four.md': kept('date: 2025-03-01') }));
    expect(seen.split(word).length).toBeGreaterThan(20);
  });
});

describe('a post that is unlisted', () => {
  const blog = blogFrom({ ...openTexts, 'unlisted.md': hiddenTexts['unlisted.md'] ?? '' });

  it.each(['unlisted', `${word} title`, 'unlisted.md'])('is shown to who types %s', async post => {
    const { discord } = stage(blog);
    const seen = await readers(discord).bob.types('/post show', { post });
    expect(seen.text).toContain(`### ${word} title`);
    expect(seen.private).toBe(false);
  });

  it.each([word, `${word} titl`, 'unliste', 'title'])('is not guessed from %s', async post => {
    const { discord } = stage(blog);
    const seen = await readers(discord).bob.types('/post show', { post });
    expect(seen.text).not.toContain(`${word} title`);
  });

  it('is read to its end, and leads on to no other', async () => {
    const { discord } = stage(blog);
    const { bob } = readers(discord);
    const page = await bob.presses(await bob.types('/post show', { post: 'unlisted' }), 'Read here');
    expect(page.text).toContain(`About ${word}`);
    expect(page.text).not.toMatch(/Older|Newer|Series/);
  });
});

describe('a post of a later date', () => {
  it('appears when its time comes', async () => {
    const blog = blogFrom({ ...openTexts, 'future.md': hiddenTexts['future.md'] ?? '' });
    const { discord, serve } = stage(blog);
    const { bob } = readers(discord);
    expect((await bob.types('/post latest')).text).toContain('### Spelt bread');
    expect(blog.changesAt).toBe(Date.UTC(2026, 1, 1));
    serve(visibleAt(blog, blog.changesAt ?? now));
    discord.clock.passes(60_000);
    expect((await bob.types('/post latest')).text).toContain(`### ${word} title`);
  });
});
