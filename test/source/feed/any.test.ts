import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArticle } from '../../../src/blog/article.ts';
import { collect, takenBack } from '../../../src/source/feed/collect.ts';
import { readFeed } from '../../../src/source/feed/read-feed.ts';
import { rss } from './feeds.ts';

const url = 'https://blog.example/feed';
const settings = { timezone: 'UTC' };

const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://blog.example/"><title>B</title>
<entry><id>1</id><title type="html">A &amp;amp; b</title><link href="/a"/><updated>2025-06-12T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text</p></div></content></entry></feed>`;
const json = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'B',
  items: [{ id: '1', url: '/a', content_html: '<p>x</p>', date_published: '2025-06-12', tags: ['AI'] }],
});

/** A feed of which a piece is missing, doubled or another one. */
const broken = fc
  .tuple(
    fc.constantFrom(rss(['A', { title: 'B', html: '<p>x <b>y</b></p>' }]), atom, json),
    fc.nat(),
    fc.nat({ max: 60 }),
    fc.oneof(
      fc.constantFrom('', '<', '>', '&', ']]>', '<![CDATA[', '<!--', '"', '</item>', '{', 'null', '\0'),
      fc.string(),
    ),
  )
  .map(([text, at, length, instead]) => {
    const start = at % text.length;
    return text.slice(0, start) + instead + text.slice(start + length);
  });

test('however a feed is broken, it is refused or its posts can be read', () => {
  fc.assert(
    fc.property(broken, text => {
      let items: ReturnType<typeof readFeed>['items'];
      try {
        ({ items } = readFeed(text, url));
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
        return;
      }
      for (const file of collect(items)) {
        const post = readArticle(file.name, file.text, settings);
        expect(post?.title).not.toBe('');
        expect(post?.url ?? 'https:').toMatch(/^https?:/);
      }
    }),
    { numRuns: 300 },
  );
});

test('whatever stands in the place of an article is refused or read', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc
          .record({
            html: fc.string(),
            tags: fc.array(fc.string()),
            title: fc.string(),
            link: fc.string(),
            published: fc.string(),
          })
          .map(value => JSON.stringify(value)),
      ),
      text => {
        const post = readArticle('0123456789abcdef.quoth.json', text, settings);
        expect(post === undefined || post.title !== '').toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

const names = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 8 });

test('nothing is taken back that the feed shows, nor anything behind the last that it shows', () => {
  fc.assert(
    fc.property(names, names, (before, now) => {
      const gone = takenBack(before, now);
      const last = before.indexOf(now.at(-1) ?? '');
      for (const name of gone) {
        expect(now).not.toContain(name);
        expect(before.indexOf(name)).toBeLessThan(last);
      }
    }),
  );
});

test('a feed that only goes on takes nothing back', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 30 }),
      fc.nat({ max: 30 }),
      fc.integer({ min: 1, max: 10 }),
      (older, newer, length) => {
        const shown = (newest: number) =>
          Array.from({ length }, (_, index) => newest - index)
            .filter(id => id >= 0)
            .map(String);
        expect(takenBack(shown(older), shown(older + newer))).toEqual([]);
      },
    ),
  );
});
