import type { APIButtonComponent, APIComponentInContainer } from 'discord-api-types/v10';
import type { Picture, Post } from '../blog/model.ts';
import { wholeSentences } from '../blog/sentences.ts';
import type { SeriesPlace } from '../blog/series.ts';
import type { Words } from '../words/model.ts';
import { limits } from './limits.ts';
import { escapeText } from './markdown/escape.ts';
import type { Layout, Row } from './model.ts';
import { button, buttons, linkButton, showable, small, text } from './parts.ts';
import { cut, shortTitle } from './shorten.ts';
import { foreign, heading } from './titles.ts';

/** Widest excerpt on a card, in columns: with title, tags and buttons it fills one phone screen. */
const excerptColumns = 400;

/** Most tags on a card. */
const mostTags = 8;

/** Longest tag on a card, in characters. */
const tagLength = 40;

const described = ({ alt }: Picture) => (alt ? { description: cut(alt, limits.pictureDescription) } : {});

function excerptBeside(post: Post): readonly APIComponentInContainer[] {
  const excerpt = text(escapeText(wholeSentences(post.excerpt, excerptColumns)));
  const { image } = post;
  if (post.excerpt === '') {
    return image && showable(image.url)
      ? [
          {
            type: 12,
            items: [{ media: { url: image.url }, ...described(image) }],
          },
        ]
      : [];
  }
  if (!image || !showable(image.url)) return [excerpt];
  return [
    {
      type: 9,
      components: [excerpt],
      accessory: { type: 11, media: { url: image.url }, ...described(image) },
    },
  ];
}

function pointsOrContents(post: Post, words: Words): APIButtonComponent | undefined {
  const { key, insights, insightKind, sections } = post;
  if (insights.length > 0) {
    return button(words.buttons.points(insights.length, insightKind), { to: 'insights', post: key, page: 0 });
  }
  return sections.length > 1
    ? button(words.buttons.contents, { to: 'contents', post: key, page: 0 })
    : undefined;
}

/** Buttons that lead into a post: read it here, its points or else its contents, the site. */
export function postButtons(post: Post, words: Words): readonly Row[] {
  const [first] = post.sections;
  return buttons(
    first && button(words.buttons.readHere, { to: 'read', post: post.key, section: first.id, page: 0 }),
    pointsOrContents(post, words),
    linkButton(words.buttons.site, post.url),
  );
}

/** Languages in which a post can be read as well that a card names: those that readers have. */
const mostTwins = 3;

/** What a card says of its post's place in the blog. */
export interface CardPlace {
  readonly newest: boolean;
  readonly series?: SeriesPlace;
}

/** The post in other languages: what the small line says, and buttons that open them. */
function twinsOf({ twins = {} }: Post, words: Words) {
  const others = Object.entries(twins).slice(0, mostTwins);
  return {
    said: others.map(([language]) => words.small.alsoIn(language)),
    rows: buttons(
      ...others.map(([language, key]) =>
        button(words.buttons.inLanguage(language), { to: 'card', post: key }),
      ),
    ),
  };
}

/** A post's card: date, reading time, title, excerpt, picture, tags, and the ways into it. */
export function card(post: Post, { newest, series }: CardPlace, words: Words): Layout {
  const { sections, date, tags } = post;
  const tagged = tags.slice(0, mostTags).map(tag => words.small.tagged(escapeText(cut(tag, tagLength))));
  const where = [
    newest ? words.small.newest : undefined,
    date && words.small.date(date),
    sections.length > 0 ? words.small.minutes(post.minutes) : words.small.titleOnly,
    series && words.small.inSeries(escapeText(shortTitle(series.name)), series.part, series.of),
  ];
  const twins = twinsOf(post, words);
  const below = [tagged.join(' '), foreign(post, words), ...twins.said].filter(
    part => part !== undefined && part !== '',
  );
  return {
    body: [
      text(`${small(...where)}\n${heading(post.title, post.url)}`),
      ...excerptBeside(post),
      ...(below.length > 0 ? [text(small(...below))] : []),
    ],
    rows: postButtons(post, words),
    ...(twins.rows.length > 0 ? { ownRows: twins.rows } : {}),
  };
}
