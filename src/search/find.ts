import { fold } from '../blog/fold.ts';
import { lookUpName } from '../blog/former.ts';
import type { Blog, Insight, Post, Section, Tag } from '../blog/model.ts';
import { leadingNumber } from '../blog/number.ts';
import { locales, wordsOf } from '../words/words.ts';
import type { Named } from './model.ts';
import { type Nameable, named } from './naming.ts';
import { readNumber } from './number.ts';

const exactly = <T>(value: T | undefined): Named<T> | undefined =>
  value === undefined ? undefined : { value, exact: true };

const dateShown = /[（(](\d{4})-(\d{1,2})-(\d{1,2})[)）]$/u;

/** The posts of the day that completion shows behind a title; all posts where none is shown. */
const postsOfDate = ({ posts }: Blog, typed: string): readonly Post[] => {
  const [, ...parts] = dateShown.exec(typed) ?? [];
  const [year, month, day] = parts.map(Number);
  const ofDay = posts.filter(({ date }) => date?.year === year && date?.month === month && date?.day === day);
  return year === undefined || ofDay.length === 0 ? posts : ofDay;
};

/** An address without what may follow it or not. */
const addressOf = (url: string): string => url.replace(/[#?].*$/s, '').replace(/\/$/, '');

const titlesOfTwins = ({ byKey }: Blog, { twins = {} }: Post): readonly string[] =>
  Object.values(twins).flatMap(key => byKey.get(key)?.title ?? []);

/** A slug without the date that it begins with: people remember `from-compression-to-reasoning`. */
const undated = (slug: string): string =>
  slug.replace(/^(?:\d{4}-\d{1,2}-\d{1,2}|\d{8}(?:\d{6})?)[-_](?=\S)/, '');

/**
 * The post that someone typed: its key (or one that it had), slug, address (also those that it had), title, a title as completion shows
 * it (`从压缩到推理：张祥雨…（2025-06-12）`), or a part of it. See `named` for what is exact.
 */
export const findPost = (blog: Blog, typed: string): Named<Post> | undefined => {
  const text = typed.trim();
  const address = addressOf(text);
  const all = [...new Set(blog.byKey.values())];
  const known =
    blog.byKey.get(text) ??
    blog.bySlug.get(lookUpName(text)) ??
    all.find(({ url, path }) => path === text || (url !== undefined && addressOf(url) === address));
  if (known) return exactly(known);
  const found = named(
    text,
    postsOfDate(blog, text).map(post => ({
      value: post,
      names: [post.title, undated(post.slug), ...titlesOfTwins(blog, post)],
    })),
  );
  // What is in no list is found by whoever knows its whole name, and is no guess.
  if (found?.exact) return found;
  return exactly(blog.unlisted.find(({ title }) => fold(title) === fold(text))) ?? found;
};

const introductions = locales.map(locale => wordsOf(locale).small.introduction);

const namesOfSection = ({ heading, depth }: Section): readonly string[] => {
  if (depth === 0) return introductions;
  return [heading, leadingNumber(heading)?.rest ?? ''];
};

/** The section that a number means: the one whose heading carries it; where no heading has one, by its place. */
const sectionNumbered = ({ sections }: Post, number: number): Named<Section> | undefined => {
  const [first, ...more] = sections.filter(section => section.number === number);
  if (first) return { value: first, exact: more.length === 0 };
  if (sections.some(section => section.number !== undefined)) return undefined;
  const headed = sections.filter(({ depth }) => depth > 0);
  return exactly((headed.length > 0 ? headed : sections)[number - 1]);
};

/**
 * The section that someone typed: its id, the fragment of its address, its heading (with or without its number,
 * or a part), or a number: 5 is the section whose heading carries 5, else, where the headings of the post carry
 * no numbers, the fifth. Undefined where the headings are numbered and none has that number.
 */
export const findSection = (post: Post, typed: string): Named<Section> | undefined => {
  const text = typed.trim();
  const anchor = text.replace(/^#/, '');
  const known = post.sections.find(section => section.id === text || section.heading === text);
  if (known) return exactly(known);
  const number = readNumber(text);
  if (number !== undefined) return sectionNumbered(post, number);
  const anchored = post.sections.find(section => section.anchor !== undefined && section.anchor === anchor);
  return (
    exactly(anchored) ??
    named(
      text,
      post.sections.map(section => ({ value: section, names: namesOfSection(section) })),
    )
  );
};

/** What completion shows: `5 · 关于Long Context的警示 — 从压缩到推理`. */
const numberShown = /^(\S{1,12}) · (.*)$/su;

const namesOfInsight = ({ number, label, text }: Insight): readonly string[] =>
  label === '' ? [text, ...locales.map(locale => wordsOf(locale).unlabelled(number))] : [label];

/**
 * The insight that someone typed: its number in any writing, its label or a part of it, what completion shows,
 * or words of what it says. Undefined for a number that the post has no insight of.
 */
export const findInsight = (post: Post, typed: string): Named<Insight> | undefined => {
  const text = typed.trim();
  const numbered = (number: number | undefined): Insight | undefined =>
    post.insights.find(insight => insight.number === number);
  const labelled: readonly Nameable<Insight>[] = post.insights.map(insight => ({
    value: insight,
    names: namesOfInsight(insight),
  }));
  const known = post.insights.find(({ label }) => label !== '' && label === text);
  if (known) return exactly(known);
  const number = readNumber(text);
  if (number !== undefined) return exactly(numbered(number));
  const byLabel = named(text, labelled);
  if (byLabel?.exact) return byLabel;
  const [, shown = ''] = numberShown.exec(text) ?? [];
  const byNumber = exactly(numbered(readNumber(shown)));
  const said = named(
    text,
    post.insights.map(insight => ({ value: insight, names: [insight.text] })),
  );
  return byNumber ?? byLabel ?? (said && { ...said, exact: false });
};

/** The tag that someone typed, with or without `#`: as written but for case, width and 繁简, or a part, or misspelt. */
export const findTag = (blog: Blog, typed: string): Named<Tag> | undefined => {
  const text = typed.trim().replace(/^[#＃]+\s*/u, '');
  return (
    exactly(blog.byTag.get(fold(text))) ??
    named(
      text,
      [...blog.byTag.values()].map(tag => ({ value: tag, names: [tag.name] })),
    )
  );
};
