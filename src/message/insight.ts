import type { Insight, Post } from '../blog/model.ts';
import { columnsOf, wholeSentences } from '../blog/sentences.ts';
import type { Words } from '../words/model.ts';
import { insightAddress, sectionAddress } from './address.ts';
import { limits } from './limits.ts';
import { escapeText } from './markdown/escape.ts';
import { renderQuote } from './markdown/render.ts';
import type { Layout, Row } from './model.ts';
import { button, buttons, linkButton, select, small, text } from './parts.ts';
import { cut } from './shorten.ts';
import { foreign, heading, titleInLine } from './titles.ts';

/** Widest quote on a card, in columns; a longer one is cut at a sentence and leads on. */
const quoteColumns = 1_200;

/** Widest quote in a list of a post's points. */
const listedColumns = 240;

/** Longest label in that list, in characters. */
const labelLength = 120;

/** Widest page of a list of points. */
const pageColumns = 2_000;

/** A point's label, or its number where it has none. */
export const insightLabel = (insight: Insight, words: Words): string =>
  insight.label === '' ? words.unlabelled(insight.number) : insight.label;

/** Lines of Discord Markdown as a quote. */
const quoted = (markdown: string): string => markdown.replace(/^/gm, '> ');

function quoteText(insight: Insight, most: number, words: Words): string {
  if (columnsOf(insight.text) <= most) return renderQuote(insight.quote);
  const begun = wholeSentences(insight.text, most);
  return quoted(`${escapeText(begun)}${insight.section === undefined ? '…' : ` ${words.small.cutHere}`}`);
}

function neighbours(post: Post, insight: Insight, words: Words): readonly Row[] {
  const at = post.insights.indexOf(insight);
  const [previous, next] = [post.insights[at - 1], post.insights[at + 1]];
  const { previousPoint, nextPoint } = words.buttons;
  return buttons(
    previous &&
      button(previousPoint(previous.number), { to: 'insight', post: post.key, number: previous.number }),
    next && button(nextPoint(next.number), { to: 'insight', post: post.key, number: next.number }),
  );
}

/** One insight, quoted, with the ways to its section, to a copy, to its neighbours. */
export function insightCard(post: Post, insight: Insight, words: Words): Layout {
  const section = post.sections.find(({ id }) => id === insight.section);
  const place = words.small.pointOf(insight.number, post.insights.length, post.insightKind);
  const read = section && ({ to: 'read', post: post.key, section: section.id, page: 0 } as const);
  return {
    body: [
      text(
        [
          small(titleInLine(post, words), place, foreign(post, words)),
          heading(insightLabel(insight, words), insightAddress(post, insight)),
          quoteText(insight, quoteColumns, words),
        ].join('\n'),
      ),
    ],
    rows: [
      ...buttons(
        read && button(words.buttons.readSection, read),
        button(words.buttons.copyQuote, { to: 'quote', post: post.key, number: insight.number }),
        linkButton(words.buttons.site, insightAddress(post, insight)),
      ),
      ...neighbours(post, insight, words),
    ],
  };
}

/** What *Copy quote* answers: quote and source and nothing else, at most 1,900 characters. */
export function quoteToCopy(post: Post, insight: Insight, words: Words): string {
  const section = post.sections.find(({ id }) => id === insight.section);
  const address = section ? sectionAddress(post, section) : insightAddress(post, insight);
  const source = `${words.quoteSource(escapeText(cut(post.title, 256)), insight.number)}${address ? `\n<${address}>` : ''}`;
  const room = limits.content - 100 - source.length;
  const whole = renderQuote(insight.quote);
  return `${whole.length <= room ? whole : quoted(cut(escapeText(insight.text.replaceAll('\n', ' ')), room - 2))}\n${source}`;
}

/** A post's insights split so that each page fits a message. */
export function insightPages(post: Post): readonly (readonly Insight[])[] {
  const pages: Insight[][] = [];
  let room = 0;
  for (const insight of post.insights) {
    const columns = columnsOf(insight.label) + Math.min(columnsOf(insight.text), listedColumns) + 20;
    const page = pages.at(-1);
    if (page === undefined || columns > room || page.length === limits.selectOptions) {
      pages.push([insight]);
      room = pageColumns - columns;
    } else {
      page.push(insight);
      room -= columns;
    }
  }
  return pages;
}

/** All insights of a post, a page at a time, each to be chosen. */
export function insightList(post: Post, page: number, words: Words): Layout {
  const pages = insightPages(post);
  const at = Math.min(page, Math.max(0, pages.length - 1));
  const shown = pages[at] ?? [];
  const { key } = post;
  const count = words.small.pointCount(post.insights.length, post.insightKind);
  const items = shown.map(insight => {
    const label =
      `**${insight.number}.** ${insight.label ? `**${escapeText(cut(insight.label, labelLength))}**` : ''}`.trimEnd();
    return `${label}\n${quoteText(insight, listedColumns, words)}`;
  });
  const [first] = post.sections;
  return {
    body: [
      text(
        [
          small(
            count,
            pages.length > 1 ? words.small.page(at + 1, pages.length) : undefined,
            foreign(post, words),
          ),
          heading(post.title, post.url),
        ].join('\n'),
      ),
      ...items.map(text),
    ],
    rows: [
      ...buttons(
        at > 0 ? button(words.buttons.previousPage, { to: 'insights', post: key, page: at - 1 }) : undefined,
        at + 1 < pages.length
          ? button(words.buttons.nextPage, { to: 'insights', post: key, page: at + 1 })
          : undefined,
      ),
      ...buttons(
        first && button(words.buttons.readHere, { to: 'read', post: key, section: first.id, page: 0 }),
        linkButton(words.buttons.site, post.url),
      ),
      ...insightSelect(post, shown, words),
    ],
  };
}

/** A select that opens one of `insights`. */
export const insightSelect = (post: Post, insights: readonly Insight[], words: Words): readonly Row[] =>
  select(
    'insight',
    words.selects.point,
    insights.map(insight => ({
      label: words.selects.pointOption(insight.number, insight.label || insight.text),
      route: { to: 'insight', post: post.key, number: insight.number },
    })),
  );
