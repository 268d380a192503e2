import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { Post, Section } from '../blog/model.ts';
import type { SeriesPlace } from '../blog/series.ts';
import type { Words } from '../words/model.ts';
import { sectionAddress } from './address.ts';
import { contentsPageOf, sectionSelect } from './contents.ts';
import { limits } from './limits.ts';
import { escapeText } from './markdown/escape.ts';
import type { Layout, Page, Row } from './model.ts';
import { button, buttons, gallery, linkButton, small, text } from './parts.ts';
import { before, minutesLeft, opened, pagesOf } from './reading.ts';
import { shortTitle } from './shorten.ts';
import { foreign, heading, titleInLine, titleInSentence } from './titles.ts';

/** The posts that the end of a post leads on to; the newer one where there is none older. */
export interface Onward {
  readonly older?: Post;
  readonly newer?: Post;
  readonly series?: SeriesPlace;
  /** Whether the blog holds posts related to it. */
  readonly related: boolean;
}

const bodyOf = (page: Page): readonly APIComponentInContainer[] =>
  page.parts.flatMap<APIComponentInContainer>(part =>
    part.kind === 'text' ? [text(part.text)] : gallery(part.pictures),
  );

function pager(post: Post, section: Section, last: Section, page: number, words: Words): readonly Row[] {
  const pages = pagesOf(last).length;
  const previous = before(post, section);
  const next = post.sections[last.ordinal + 1];
  const at = (to: Section, number: number) =>
    ({ to: 'read', post: post.key, section: to.id, page: number }) as const;
  const { previousPage, nextPage, previousSection, nextSection } = words.buttons;
  const back =
    page > 0
      ? button(previousPage, at(section, page - 1))
      : previous && button(previousSection, at(previous, 0));
  const on =
    page + 1 < pages ? button(nextPage, at(section, page + 1)) : next && button(nextSection, at(next, 0));
  return buttons(back, on, linkButton(words.buttons.site, sectionAddress(post, last)));
}

function theEnd(
  post: Post,
  onward: Onward,
  words: Words,
): { readonly text: string; readonly rows: readonly Row[] } {
  const { older, newer, related, series } = onward;
  const following = series?.next;
  const named = (say: Words['small']['olderIs'], to: Post) =>
    say(titleInSentence(to), to.date ? words.small.isoDate(to.date) : '');
  const next = [older ?? newer].find(post => post !== following);
  const line = next && named(older ? words.small.olderIs : words.small.newerIs, next);
  const onwards =
    following &&
    series &&
    words.small.nextInSeries(escapeText(shortTitle(series.name)), titleInSentence(following));
  const { olderPost, newerPost, nextInSeries } = words.buttons;
  return {
    text: [`### ${words.small.theEnd}`, onwards, line].filter(one => one !== undefined).join('\n'),
    rows: buttons(
      following && button(nextInSeries, { to: 'card', post: following.key }),
      next && button(older ? olderPost : newerPost, { to: 'card', post: next.key }),
      related ? button(words.buttons.related, { to: 'related', post: post.key }) : undefined,
    ),
  };
}

/** What the small line, a note and a signature take at most, in characters. */
const reserve = 450;

/** How many characters are left for headings beside a page and what ends a post. */
function roomBeside({ parts }: Page, end = ''): number {
  const lengths = parts.map(part => (part.kind === 'text' ? part.text.length : 0));
  return limits.text - reserve - end.length - lengths.reduce((sum, length) => sum + length, 0);
}

/** Headings that lead to their places on the site, where there is room for the addresses. */
function headingsWithin(post: Post, sections: readonly Section[], room: number): readonly string[] {
  const named = sections.filter(one => one.heading !== '');
  const linked = named.map(one => heading(one.heading, sectionAddress(post, one)));
  return linked.join('\n').length <= room ? linked : named.map(one => heading(one.heading));
}

/** A page of a section (0-based; the last one where there are fewer), with the ways back, on and elsewhere. */
export function sectionPage(
  post: Post,
  section: Section,
  page: number,
  onward: Onward,
  words: Words,
): Layout {
  const shown = opened(post, section);
  const last = shown.at(-1) ?? section;
  const pages = pagesOf(last);
  const at = Math.min(page, pages.length - 1);
  const left = minutesLeft(post, last, at);
  const finished = last.ordinal === post.sections.length - 1 && at === pages.length - 1;
  const place = finished ? undefined : words.small.minutesLeft(left);
  const end = finished ? theEnd(post, onward, words) : undefined;
  const shownPage = pages[at] ?? pages[0];
  const headings = headingsWithin(post, shown, roomBeside(shownPage, end?.text));
  return {
    body: [
      text([small(titleInLine(post, words), place, foreign(post, words)), ...headings].join('\n')),
      ...bodyOf(shownPage),
      ...(end ? [{ type: 14, divider: true, spacing: 1 } as const, text(end.text)] : []),
    ],
    rows: [
      ...pager(post, section, last, at, words),
      ...(end?.rows ?? []),
      ...sectionSelect(post, contentsPageOf(last), words),
    ],
  };
}
