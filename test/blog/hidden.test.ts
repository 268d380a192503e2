import { expect, test } from 'vitest';
import { readPost } from '../../src/blog/post.ts';
import { settingsWith } from './fixture.ts';

function hidden(path: string, text: string): unknown {
  return Object.entries(readPost(path, text, settingsWith())).find(([key]) => key === 'hidden')?.[1];
}

test.each([
  ['draft: true', 'draft'],
  ['Draft: yes', 'draft'],
  ['draft: "true"', 'draft'],
  ['draft: soon', 'draft'],
  ['isDraft: 1', 'draft'],
  ['published: false', 'unpublished'],
  ['publish: no', 'unpublished'],
  ['public: off', 'unpublished'],
  ['status: Draft', 'unpublished'],
  ['visibility: private', 'unpublished'],
  ['hidden: true', 'hidden'],
  ['hide: true', 'hidden'],
  ['password: secret', 'password'],
])('%s keeps a post from readers', (line, reason) => {
  expect(hidden('posts/a.md', `---\ntitle: x\n${line}\n---\n`)).toBe(reason);
  expect(hidden('posts/a.md', `---\ntitle: not: readable\n${line}\n---\n`)).toBe(reason);
});

test.each(['layout: home', 'layout: archives', 'type: tags'])('%s is a page that only lists posts', line => {
  expect(hidden('index.md', `---\n${line}\n---\n`)).toBe('list');
});

test.each(['layout: post', 'type: note', 'layout: page'])('%s is one to read', line => {
  expect(hidden('index.md', `---\n${line}\n---\n`)).toBeUndefined();
});

test.each(['unlisted: true', 'hide_in_list: true'])('%s keeps it out of lists alone', line => {
  expect(readPost('posts/a.md', `---\n${line}\n---\n`, settingsWith())).toMatchObject({ unlisted: true });
  expect(hidden('_drafts/a.md', `---\n${line}\n---\n`)).toBe('folder');
});

test('so does TOML', () => {
  expect(hidden('posts/a.md', '+++\ndraft = true\n+++\n')).toBe('draft');
});

test.each([
  'draft: false',
  'draft:',
  'draft: no',
  'published: true',
  'published: 2025-06-12',
  'status: evergreen',
  'status: published',
  'visibility: public',
  'hidden: false',
  'password: ""',
])('%s does not', line => {
  expect(hidden('posts/a.md', `---\n${line}\n---\n`)).toBeUndefined();
});

test.each([
  ['_drafts/a.md', 'folder'],
  ['blog/Drafts/2025/a.md', 'folder'],
  ['templates/post.md', 'folder'],
  ['.obsidian/a.md', 'folder'],
  ['posts/_unfinished.md', 'name'],
])('%s is none of the posts', (path, reason) => {
  expect(hidden(path, 'text')).toBe(reason);
});

test.each(['posts/_index.md', 'draftsmanship/a.md', 'posts/drafts.md'])('%s is', path => {
  expect(hidden(path, 'text')).toBeUndefined();
});
