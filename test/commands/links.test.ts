import { expect, it } from 'vitest';
import { blogFrom } from '../blog/fixture.ts';
import { readers, stage } from './stage.ts';

const other = '---\ntitle: The other post\ndate: 2024-01-05\n---\n\nWords.\n\n## Some part\n\nMore.';
const draft = '---\ntitle: Hush\ndraft: true\n---\n\nNot yet.';
const texts = {
  'posts/one.md':
    '---\ntitle: One\n---\n\nSee [that](./other.md#some-part), [this](draft.md), {% post_link other %}.',
  'posts/other.md': other,
  'posts/draft.md': draft,
};

const opened = async (url?: string) => {
  const { bob } = readers(stage(blogFrom(texts, { url })).discord);
  return (await bob.types('/post section', { post: 'One', section: 'Introduction' })).text;
};

it('a page leads to the posts that it links, on the site, and keeps quiet of what nobody may see', async () => {
  const text = await opened('https://blog.example');
  expect(text).toContain('See [that](<https://blog.example/posts/other#some-part>), this, [The other post](');
  expect(text).not.toMatch(/Hush|draft|post:/);
});

it('without an address a page names them', async () => {
  expect(await opened()).toContain('See that (The other post), this, The other post.');
});
