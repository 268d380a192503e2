import type { APIButtonComponent, APIEmbed } from 'discord-api-types/v10';
import type { Post } from '../blog/model.ts';
import { wholeSentences } from '../blog/sentences.ts';
import type { Words } from '../words/model.ts';
import { locales, wordsOf } from '../words/words.ts';
import { postButtons } from './card.ts';
import { limits } from './limits.ts';
import { escapeText } from './markdown/escape.ts';
import { webAddress } from './markdown/url.ts';
import type { Announcement, Row } from './model.ts';
import { button, buttons, showable } from './parts.ts';
import { cut } from './shorten.ts';
import { foreign } from './titles.ts';

/** Widest excerpt, in columns, and longest, in characters: some take no column. */
const excerptColumns = 400;
const excerptLength = 1_000;

/** Most tags, and their longest, in characters. */
const mostTags = 8;
const tagLength = 40;

/** Longest address that stands in the text; an embed's may be longer. */
const addressLength = 1_000;

/** Whom an announcement addresses. */
export interface Told {
  /** The role that is mentioned. */
  readonly role?: string;
  /** Whether readers can give themselves that role: Quoth may manage it. */
  readonly notify: boolean;
}

/** A title on one line, as plain text that is never empty. */
export function titleLine(title: string, most: number): string {
  const line = title.replace(/\s+/gu, ' ').trim();
  return line === '' ? '…' : cut(line, most);
}

/** The name of a thread for a post: its title, at most 100 characters, plain text. */
export const threadName = ({ title }: Pick<Post, 'title'>): string => titleLine(title, limits.threadName);

/** What a message starts with, and whom it may mention: that role and nobody else. */
export function addressed(said: string, { role }: Told): Pick<Announcement, 'content' | 'allowed_mentions'> {
  return role === undefined
    ? { content: said, allowed_mentions: { parse: [] } }
    : { content: `<@&${role}> ${said}`, allowed_mentions: { parse: [], roles: [role] } };
}

/** *Notify me*, where a role is mentioned and Quoth may give it. */
export const notifyButton = ({ role, notify }: Told, words: Words): APIButtonComponent | undefined =>
  role !== undefined && notify ? button(words.announce.buttons.notify, { to: 'notify', role }) : undefined;

/** Buttons into the post. One at least names it, so that the announcement can be told from others later. */
function ways(post: Post, words: Words): readonly Row[] {
  const rows = postButtons(post, words);
  return post.sections.length > 0 || post.insights.length > 0
    ? rows
    : [...buttons(button(words.buttons.readHere, { to: 'card', post: post.key })), ...rows];
}

function footerOf(post: Post, words: Words): string {
  const tags = post.tags.slice(0, mostTags).map(tag => cut(tag.replace(/\s+/gu, ' ').trim(), tagLength));
  const length = post.sections.length > 0 ? words.small.minutes(post.minutes) : words.small.titleOnly;
  return [...tags, length, foreign(post, words)].filter(part => part).join(' · ');
}

const webAddressOf = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : webAddress(url);

function embedOf(post: Post, address: string | undefined, words: Words): APIEmbed {
  const picture = webAddressOf(post.image?.url);
  const excerpt = cut(wholeSentences(post.excerpt, excerptColumns), excerptLength);
  return {
    title: titleLine(post.title, limits.embedTitle),
    ...(address !== undefined && address.length <= limits.mediaUrl && { url: address }),
    ...(excerpt !== '' && { description: escapeText(excerpt) }),
    ...(showable(picture) && { image: { url: picture } }),
    footer: { text: footerOf(post, words) },
  };
}

/**
 * A post as its announcement: a line with its title and its address, which is all that notifications, followers and
 * lists of threads show, then title, excerpt and picture, and buttons into it. It mentions that role and nobody else.
 */
export function announcement(post: Post, told: Told, words: Words): Announcement {
  const address = webAddressOf(post.url);
  const line = words.announce.message.newPost(escapeText(titleLine(post.title, limits.embedTitle)));
  const below = address !== undefined && address.length <= addressLength ? `\n<${address}>` : '';
  return {
    ...addressed(`${line}${below}`, told),
    embeds: [embedOf(post, address, words)],
    components: [...ways(post, words), ...buttons(notifyButton(told, words))],
  };
}

/** What is left of an announcement whose post was withdrawn: one line, in its language and in another. */
export function withdrawn(words: Words): Announcement {
  const other = wordsOf(words.locale === 'en' ? 'zh-CN' : 'en');
  return {
    content: `${words.announce.message.withdrawn} / ${other.announce.message.withdrawn}`,
    embeds: [],
    components: [],
    allowed_mentions: { parse: [] },
  };
}

const testLine = (words: Words): string => `*${words.announce.message.test}*`;

/** Whether a message says of itself that it is a test, in whatever language. */
export const isTest = (content: string): boolean =>
  locales.some(locale => content.startsWith(testLine(wordsOf(locale))));

/** An announcement as a test: it says so, and pings nobody. */
export function testMark(one: Announcement, words: Words): Announcement {
  return {
    ...one,
    content: `${testLine(words)}\n${one.content}`,
    allowed_mentions: { parse: [] },
  };
}
