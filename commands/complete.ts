import type { Blog, Insight, Post, Section, Tag } from '../src/blog/model.ts';
import { listedAs, oneOfTwins } from '../src/blog/twins.ts';
import type { Choice, Given, Scene } from '../src/bot/model.ts';
import { sectionName } from '../src/message/contents.ts';
import { insightLabel } from '../src/message/insight.ts';
import { limits } from '../src/message/limits.ts';
import { cut, shortTitle } from '../src/message/shorten.ts';
import type { SearchIndex } from '../src/search/build.ts';
import { suggest } from '../src/search/complete.ts';
import { findPost } from '../src/search/find.ts';
import type { Suggestion } from '../src/search/model.ts';
import { folded } from '../src/search/normalise.ts';
import { readNumber } from '../src/search/number.ts';
import type { Words } from '../src/words/model.ts';
import { yearsOf } from './answers/list.ts';
import { postOfThread } from './answers/thread.ts';

/** Most posts shown before anything is typed. */
const newestShown = 10;

const contains = (text: string, typed: string): boolean => folded(text).includes(folded(typed));

/** Cuts a name so that what follows it stays whole. */
function withTail(name: string, tail: string): string {
  return `${cut(name, limits.choiceName - tail.length)}${tail}`;
}

function postChoice({ title, date, key }: Post, words: Words): Choice {
  return { name: withTail(title, date ? words.small.afterTitle(words.small.isoDate(date)) : ''), value: key };
}

/** Posts whose titles fit, each in the reader's language. */
function suggestedPosts(blog: Blog, index: SearchIndex, typed: string): readonly Post[] {
  const found = suggest(index, typed, { kinds: ['post'], limit: limits.choices });
  return [...new Set(found.flatMap(({ post }) => (post && listedAs(blog.posts, post)) ?? []))];
}

/** Posts by title. */
export function completePost({ blog, index, words }: Scene, typed: string): readonly Choice[] {
  const posts = typed === '' ? blog.posts.slice(0, newestShown) : suggestedPosts(blog, index, typed);
  return posts.map(post => postChoice(post, words));
}

/** Posts that list insights. */
export function completePostWithInsights(scene: Scene, typed: string): readonly Choice[] {
  const { blog, index, words } = scene;
  const listed = blog.posts.filter(({ insights }) => insights.length > 0);
  if (typed === '') return listed.slice(0, newestShown).map(post => postChoice(post, words));
  const found = suggestedPosts(blog, index, typed);
  const first = found.filter(({ insights }) => insights.length > 0);
  return [...first, ...found.filter(post => !first.includes(post))].map(post => postChoice(post, words));
}

/** Tags, the most used first. */
export function completeTag({ blog }: Scene, typed: string): readonly Choice[] {
  const tags = [...blog.byTag.values()].filter(
    ({ name }) => typed === '' || contains(name, typed.replace(/^#/, '')),
  );
  const starts = (tag: Tag) => Number(folded(tag.name).startsWith(folded(typed.replace(/^#/, ''))));
  return tags
    .sort((a, b) => starts(b) - starts(a))
    .map(({ name }) => ({ name: cut(name, limits.choiceName), value: cut(name, limits.choiceName) }));
}

/** Years that have posts, newest first. */
export function completeYear({ blog, words }: Scene, typed: string): readonly Choice[] {
  return yearsOf(blog.posts)
    .filter(({ year }) => typed === '' || String(year).includes(folded(typed)))
    .map(({ year, posts }) => ({ name: words.selects.yearOption(year, posts), value: String(year) }));
}

/** The post that an option names, else that of the thread, else the newest that `fits`. */
function chosenPost(scene: Scene, given: Given, fits: (post: Post) => boolean): Post | undefined {
  const { blog } = scene;
  if (given.post !== undefined) return findPost(blog, given.post)?.value;
  return postOfThread(scene) ?? blog.posts.find(fits);
}

/** Sections of the chosen post, indented by depth. */
export function completeSection(scene: Scene, typed: string, given: Given): readonly Choice[] {
  const post = chosenPost(scene, given, ({ sections }) => sections.length > 0);
  if (post === undefined) return [];
  const number = typed === '' ? undefined : readNumber(typed);
  const fits = (section: Section) =>
    typed === '' || section.number === number || contains(sectionName(post, section, scene.words), typed);
  return post.sections
    .filter(fits)
    .slice(0, limits.choices)
    .map(section => ({ name: sectionName(post, section, scene.words), value: section.id }));
}

function insightChoice(post: Post, insight: Insight, words: Words): Choice {
  const label = insight.label === '' ? insight.text.replace(/\s+/g, ' ') : insightLabel(insight, words);
  return {
    name: withTail(words.selects.pointOption(insight.number, label), ` — ${shortTitle(post.title)}`),
    value: String(insight.number),
  };
}

/** Insights of the chosen post by number, label or words of the quote; one choice that says so where none exist. */
export function completeNumber(scene: Scene, typed: string, given: Given): readonly Choice[] {
  const { words } = scene;
  const post = chosenPost(scene, given, ({ insights }) => insights.length > 0);
  if (post === undefined || post.insights.length === 0) {
    return [{ name: words.notices.noPointsChoice, value: words.notices.noPointsChoice }];
  }
  const number = typed === '' ? undefined : readNumber(typed);
  const rank = (insight: Insight): number => {
    if (typed === '' || insight.number === number) return 0;
    if (number !== undefined && String(insight.number).startsWith(String(number))) return 1;
    if (contains(insight.label, typed)) return 2;
    return contains(insight.text, typed) ? 3 : 4;
  };
  return post.insights
    .map(insight => ({ insight, rank: rank(insight) }))
    .filter(one => one.rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limits.choices)
    .map(({ insight }) => insightChoice(post, insight, words));
}

function kindName({ kind, post }: Suggestion, words: Words): string {
  switch (kind) {
    case 'tag':
      return '#';
    case 'post':
      return `${words.small.postHit} · `;
    case 'section':
      return `${words.small.sectionHit} · `;
    case 'insight':
      return `${words.small.pointKind(post?.insightKind)} · `;
  }
}

/** What was chosen, without the kind that completion shows before it: some clients send the name of a choice. */
export const withoutKind = (query: string): string => query.replace(/^(?:#|\p{L}{1,12} · )(?=\S)/u, '');

/** A tag that is being typed as a part of a query, and what stands before it. */
const tagInQuery = /^((?:.*\s)?(?:tag|标签|標籤)[:：])(\S*)$/isu;

/** A query that ends in a tag, with each tag that may be meant. */
function completeTagIn({ index }: Scene, typed: string): readonly Choice[] {
  const [, before = '', begun = ''] = tagInQuery.exec(typed) ?? [];
  if (before === '') return [];
  const named = ({ text }: Suggestion): string => (/\s/.test(text) ? `"${text}"` : text);
  return suggest(index, begun, { kinds: ['tag'], limit: limits.choices - 1 })
    .map(tag => `${before}${named(tag)}`)
    .filter(query => query.length <= limits.choiceName)
    .map(query => ({ name: query, value: query }));
}

/** What was typed first, so that Enter is safe; then labels, headings, titles and tags. */
export function completeQuery(scene: Scene, typed: string): readonly Choice[] {
  const { blog, index, words } = scene;
  if (typed.length > limits.choiceName) return [];
  const tagged = completeTagIn(scene, typed);
  const all = suggest(index, typed, { limit: limits.choices - 1 });
  const found = oneOfTwins(all, ({ post }) => post, blog.posts);
  const suggested = found.map(one => ({
    name: cut(`${kindName(one, words)}${one.text}`, limits.choiceName),
    value: cut(one.text, limits.choiceName),
  }));
  const asTyped = typed === '' ? [] : [{ name: typed, value: typed }];
  const choices = [...asTyped, ...(tagged.length > 0 ? tagged : suggested)];
  return [...new Map(choices.map(choice => [choice.value, choice])).values()];
}
