import { toString as plainText } from 'mdast-util-to-string';
import type { Section, Tag } from '../../src/blog/model.ts';
import { oneOfTwins } from '../../src/blog/twins.ts';
import type { Answer, Scene } from '../../src/bot/model.ts';
import { escapeText, unescaped } from '../../src/message/markdown/escape.ts';
import { notice } from '../../src/message/notice.ts';
import { small, text } from '../../src/message/parts.ts';
import { pagesOf } from '../../src/message/reading.ts';
import { type Result, resultsPage } from '../../src/message/results.ts';
import type { Route } from '../../src/message/route.ts';
import { cut } from '../../src/message/shorten.ts';
import { search } from '../../src/search/index.ts';
import type { Found, Hit, Marked } from '../../src/search/model.ts';
import { latinNames } from '../../src/search/names.ts';
import type { Counts, Words } from '../../src/words/model.ts';
import { localeOf } from '../../src/words/words.ts';
import { emptyBlog, toAllPosts } from './notices.ts';

/** Hits a page: as many as a row of number buttons holds. */
const hitsPerPage = 5;

/** Most hits that a query is answered with; who needs more should ask more precisely. */
const mostHits = 50;

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** The page (0-based) of a section on which a snippet's first match stands. */
function pageWith(section: Section, snippet: Marked): number {
  const pages = pagesOf(section);
  if (pages.length === 1) return 0;
  const [start, end] = snippet.marks[0] ?? [0, 20];
  const around = [snippet.text.slice(Math.max(0, start - 8), end + 8), snippet.text.slice(start, end)];
  for (const sought of around.map(squeezed)) {
    const at = pages.findIndex(({ nodes }) =>
      squeezed(plainText({ type: 'root', children: [...nodes] })).includes(sought),
    );
    if (at >= 0) return at;
  }
  return 0;
}

function routeOf({ passage, snippet }: Hit): Route {
  const post = passage.post.key;
  switch (passage.kind) {
    case 'head':
      return { to: 'card', post };
    case 'insight':
      return { to: 'insight', post, number: passage.insight.number };
    case 'section':
      return { to: 'read', post, section: passage.section.id, page: pageWith(passage.section, snippet) };
  }
}

function resultOf(hit: Hit, words: Words): Result {
  const { passage, heading, snippet } = hit;
  const { post } = passage;
  const common = { post, heading, snippet, route: routeOf(hit) };
  switch (passage.kind) {
    case 'head':
      return { ...common, kind: 'post', name: words.small.postHit };
    case 'insight':
      return {
        ...common,
        kind: 'insight',
        name: words.small.pointHit(passage.insight.number, post.insightKind),
      };
    case 'section':
      return { ...common, kind: 'section', name: words.small.sectionHit };
  }
}

function counted({ hits }: Found): Counts {
  const of = (kind: Hit['passage']['kind']) => hits.filter(({ passage }) => passage.kind === kind);
  const insights = of('insight');
  const kinds = new Set(insights.map(({ passage }) => passage.post.insightKind));
  const [kind] = kinds.size === 1 ? kinds : [];
  return { insights: insights.length, kind, sections: of('section').length, posts: of('head').length };
}

/**
 * Hits page by page: five each, and each post once on a page, so that a long post that has its next turn begins
 * a new one.
 */
function pagesOfHits(hits: readonly Hit[]): readonly (readonly Hit[])[] {
  const pages: Hit[][] = [];
  for (const hit of hits) {
    const page = pages.at(-1);
    const { post } = hit.passage;
    const again = page?.at(-1)?.passage.post !== post && page?.some(one => one.passage.post === post);
    if (page && page.length < hitsPerPage && !again) page.push(hit);
    else pages.push([hit]);
  }
  return pages;
}

/** What of the query did not count, where there is any. */
const unusedLine = ({ unused }: Found, words: Words): readonly string[] =>
  unused.length > 0 ? [escapeText(words.small.unused(unused.map(one => cut(one, 40))))] : [];

/** To a reader of another language than the posts': what they could search for. */
function foreignAdvice({ blog }: Scene, words: Words): string | undefined {
  const isForeign = (localeOf(blog.language) === 'en') !== (words.locale === 'en');
  return isForeign ? words.small.tryNames(blog.language, latinNames(blog)) : undefined;
}

function nothing(query: string, scene: Scene, found: Found): Answer {
  const shown = cut(query, 100);
  if (found.hits.length === 0) {
    return {
      tone: 'notice',
      lay: words => {
        const layout = notice(words.notices.nothingNear(shown), toAllPosts(words));
        const advice = foreignAdvice(scene, words);
        return advice === undefined
          ? layout
          : { ...layout, body: [...layout.body, text(small(escapeText(advice)))] };
      },
    };
  }
  return {
    tone: 'notice',
    lay: words =>
      resultsPage(
        {
          opening: escapeText(words.notices.nothingFound(shown)),
          results: found.hits.slice(0, hitsPerPage).map(hit => resultOf(hit, words)),
          closing: [
            ...unusedLine(found, words),
            escapeText(foreignAdvice(scene, words) ?? words.small.tryShorter),
          ].join('\n-# '),
          ways: [{ label: words.buttons.allPosts, route: { to: 'list', page: 0 } }],
        },
        words,
      ),
  };
}

/** The hits for a query, at a page (0-based); the nearest things where nothing matches. */
export function hitsOf(scene: Scene, query: string, tag: Tag | undefined, page: number): Answer {
  if (scene.blog.posts.length === 0) return emptyBlog(scene);
  if (!/[\p{L}\p{N}\p{S}]/u.test(query)) {
    return { tone: 'notice', lay: words => notice(words.notices.nothingToSearch, toAllPosts(words)) };
  }
  const all = search(scene.index, query, { limit: mostHits, ...(tag ? { tag: tag.folded } : {}) });
  const found = { ...all, hits: oneOfTwins(all.hits, ({ passage }) => passage.post, scene.blog.posts) };
  if (found.nearest || found.hits.length === 0) return nothing(query, scene, found);
  const pages = pagesOfHits(found.hits);
  const at = Math.min(page, pages.length - 1);
  const to = (next: number): Route => ({ to: 'find', query, page: next, ...(tag ? { tag: tag.id } : {}) });
  return {
    tone: 'answer',
    route: to(at),
    lay: words =>
      resultsPage(
        {
          opening: small(
            escapeText(words.small.results(query, counted(found))),
            found.also.length > 0 ? escapeText(words.small.also(found.also)) : undefined,
            tag && words.small.tagged(escapeText(cut(tag.name, 40))),
            pages.length > 1 ? words.small.page(at + 1, pages.length) : undefined,
          ),
          results: (pages[at] ?? []).map(hit => resultOf(hit, words)),
          ...(found.unused.length > 0 && { closing: unusedLine(found, words).join('') }),
          ways: [
            ...(at > 0 ? [{ label: words.buttons.backToResults, route: to(at - 1) }] : []),
            ...(at + 1 < pages.length ? [{ label: words.buttons.moreResults, route: to(at + 1) }] : []),
          ],
        },
        words,
      ),
  };
}

/** The query in a results message's small line, where it was too long for a custom_id. */
export function queryIn(pressed: readonly string[]): string {
  const line = pressed.flatMap(text => text.split('\n')).find(one => /^-# [“「]/.test(one)) ?? '';
  const quoted = /^-# [“「](.*)[”」] · /.exec(line)?.[1] ?? '';
  return unescaped(quoted);
}
