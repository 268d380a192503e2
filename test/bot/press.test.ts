import { describe, expect, it } from 'vitest';
import { blogFrom } from '../blog/fixture.ts';
import { readers, shipped, stage } from '../commands/stage.ts';

const path = 'posts/memory.md';
const text = (title: string, second = 'Forgetting') =>
  `---\ntitle: ${title}\ndate: 2025-01-01\n---\nOpening.\n\n## Remembering\n\nFirst part.\n\n## ${second}\n\nSecond part.`;

describe('a button pressed after a restart', () => {
  it('does what it did, on a public and on a private answer', async () => {
    const before = stage(shipped);
    const shown = await readers(before.discord).ming.types('/insight 5');
    const after = stage(shipped);
    const { ming, ann } = readers(after.discord);
    const old = after.discord.leaves(ming.channel, {
      flags: 32_768,
      components: shown.message.components ?? [],
    });
    const copy = await ann.presses(old, '看这一节');
    expect(copy).toMatchObject({ change: 'new', private: true });
    expect(copy.text).toContain('### 5\\. 关于 Long Context');
    expect((await ann.presses(copy, 'Next section')).change).toBe('edited');
  });
});

describe('a button pressed after the post changed', () => {
  it('finds a section by its heading wherever it stands now', async () => {
    const { discord, serve } = stage(blogFrom({ [path]: text('Memory') }));
    const { bob } = readers(discord);
    const page = await bob.types('/post section', { post: 'Memory', section: 'Remembering' });
    serve(blogFrom({ [path]: text('Memory, corrected').replace('Opening.', 'Opening.\n\n## New\n\nMore.') }));
    expect((await bob.presses(page, 'Next section')).text).toContain('### Forgetting');
  });

  it('says that a section is gone, and shows the sections that there are', async () => {
    const { discord, serve } = stage(blogFrom({ [path]: text('Memory') }));
    const { bob, ming } = readers(discord);
    const page = await bob.types('/post section', { post: 'Memory', section: 'Remembering' });
    const chinese = await ming.types('/post section', { post: 'Memory', section: 'Remembering' });
    serve(blogFrom({ [path]: text('Memory', 'Sleeping') }));
    const gone = await bob.presses(page, 'Next section');
    expect(gone.text).toContain('That section was rewritten or removed. The post is still here;');
    expect((await bob.chooses(gone, 'Sleeping')).text).toContain('Second part.');
    expect((await ming.presses(chinese, '下一节')).text).toContain('这一节已经改写或删掉了。');
  });

  it('finds a moved post by the title in the pressed message', async () => {
    const { discord, serve } = stage(blogFrom({ [path]: text('Memory') }));
    const { bob } = readers(discord);
    const card = await bob.types('/post latest', { private: true });
    const page = await bob.types('/post section', { post: 'Memory', section: 'Remembering' });
    serve(blogFrom({ 'archive/2025/memory.md': text('Memory'), 'other.md': text('Something else') }));
    expect((await bob.presses(card, 'Read here')).text).toContain('Opening.');
    expect((await bob.presses(page, 'Next section')).text).toContain('### Forgetting');
  });

  it('says that a post is gone, and shows the one that comes nearest, or all', async () => {
    const { discord, serve } = stage(blogFrom({ [path]: text('Notes on memory') }));
    const { bob } = readers(discord);
    const card = await bob.types('/post latest', { private: true });
    serve(blogFrom({ 'b.md': text('Notes on memory and sleep') }));
    const near = await bob.presses(card, 'Read here');
    expect(near.text).toContain('That post is no longer here. Perhaps you mean:');
    expect(near.text).toContain('### Notes on memory and sleep');
    const other = await bob.types('/post latest', { private: true });
    serve(blogFrom({ 'c.md': text('面包') }));
    expect((await bob.presses(other, 'Read here')).text).toContain(
      'That post is no longer here. These are all posts:',
    );
  });

  it('opens the last page where a section has become shorter', async () => {
    const { discord } = stage(blogFrom({ [path]: text('Memory') }));
    const { bob } = readers(discord);
    const page = await bob.types('/post section', { post: 'Memory', section: 'Remembering' });
    const [post] = blogFrom({ [path]: text('Memory') }).posts;
    const forged = await bob.forges(page, `1|read|${post?.key}|${post?.sections[1]?.id}|999`);
    expect(forged.text).toContain('First part.');
  });
});

describe('a forged or outdated custom_id', () => {
  it.each(['', '1', '1|read', '1|read|x|y|z', 'a|b|c', '1|choose|section', '1|__proto__|x', '💥'.repeat(40)])(
    'gets a true sentence and the newest post: %j',
    async customId => {
      const { discord, lines } = stage(shipped);
      const { bob } = readers(discord);
      const seen = await bob.forges(await bob.types('/post latest'), customId);
      expect(seen.private).toBe(true);
      expect(seen.text).toContain('That button is from an older version. Here is the post:');
      expect(lines).toEqual([]);
    },
  );

  it('of a later version leads to the post that it names', async () => {
    const blog = blogFrom({ [path]: text('Memory'), 'new.md': '---\ntitle: New\ndate: 2026-01-01\n---\nx' });
    const { discord } = stage(blog);
    const { bob } = readers(discord);
    const old = blog.posts.find(({ title }) => title === 'Memory');
    const seen = await bob.forges(await bob.types('/post latest'), `9|open|${old?.key}|abc`);
    expect(seen.text).toContain('### Memory');
  });

  it('cannot post in a channel that is not open for posting', async () => {
    const { discord } = stage(shipped);
    const { bob } = readers(discord);
    const there = bob.at(
      discord.channel(discord.guild(), 'quiet', { deny: ['SendMessages'], allowBot: ['SendMessages'] }),
    );
    const seen = await there.types('/search CoT');
    const [post] = shipped.posts;
    const forged = await there.forges(seen, `1|share|card|${post?.key}`);
    expect(forged.private).toBe(true);
  });
});

describe('posting to the channel after the post went away', () => {
  it('tells the asker, and nobody else', async () => {
    const { discord, serve } = stage(shipped);
    const { ming } = readers(discord);
    const hits = await ming.types('/insight 5', { private: true });
    serve(blogFrom({}));
    const seen = await ming.presses(hits, '发到频道');
    expect(seen).toMatchObject({ private: true, text: '博客里还没有文章。' });
  });
});
