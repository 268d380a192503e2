import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest, digestName } from '../../src/message/digest.ts';
import { wordsOf } from '../../src/words/words.ts';
import { blogFrom } from '../blog/fixture.ts';
import { controlsOf, hostilePost, problemsOf } from './classic.ts';

const [zh, en] = [wordsOf('zh-CN'), wordsOf('en')];

const days = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1).padStart(2, '0'));

const { posts } = blogFrom(
  Object.fromEntries(
    days(28).map(day => [`${day}.md`, `---\ntitle: Day ${day}\ndate: 2025-06-${day}\n---\n\nText.`]),
  ),
  { url: 'https://blog.example' },
);

describe('a digest of many posts', () => {
  it('says how many there are, and names each with its address and date', () => {
    const two = digest(posts.slice(0, 2), { role: '12', notify: true }, zh);
    expect(two.content).toBe('<@&12> 2 篇新文章');
    expect(two.embeds[0]?.description?.split('\n')).toEqual([
      `- [Day 28](<${posts[0]?.url}>) 2025-06-28`,
      `- [Day 27](<${posts[1]?.url}>) 2025-06-27`,
    ]);
    expect(digestName(posts.slice(0, 2), en)).toBe('2 new posts');
  });

  it('names as many as fit, and says how many more there are', () => {
    const many = digest(posts, { notify: false }, en);
    const lines = many.embeds[0]?.description?.split('\n') ?? [];
    expect(lines).toHaveLength(26);
    expect(lines.at(-1)).toBe('and 3 more');
    expect(controlsOf(many)[0]).toMatchObject({ options: expect.toSatisfy(all => all.length === 25) });
  });

  it('is never refused, and pings nobody but its role, whatever the posts hold', () => {
    const some = fc.uniqueArray(hostilePost, { selector: ({ key }) => key, minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(some, all => {
        const one = digest(all, { role: '12', notify: true }, en);
        expect(problemsOf(one)).toEqual([]);
        expect(one.allowed_mentions).toEqual({ parse: [], roles: ['12'] });
        const named = one.embeds[0]?.description?.split('\n').length ?? 0;
        expect(named).toBeLessThanOrEqual(26);
      }),
      { numRuns: 30 },
    );
  });
});
