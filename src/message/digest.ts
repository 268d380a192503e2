import type { Post } from '../blog/model.ts';
import type { Words } from '../words/model.ts';
import { addressed, notifyButton, type Told, titleLine } from './announcement.ts';
import { limits } from './limits.ts';
import { escapeText } from './markdown/escape.ts';
import { link } from './markdown/link.ts';
import type { Announcement } from './model.ts';
import { button, buttons, select } from './parts.ts';

/** Longest title in a digest, in characters. */
const titleLength = 100;

function lineOf({ title, url, date }: Post, words: Words): string {
  const shown = titleLine(title, titleLength);
  const day = date ? ` ${words.small.isoDate(date)}` : '';
  return `- ${url === undefined ? escapeText(shown) : link(shown, url)}${day}`;
}

/** As many lines as an embed's description holds, and a select offers, then how many more there are. */
function listed(posts: readonly Post[], words: Words): string {
  const lines: string[] = [];
  let room = limits.embedDescription - words.announce.message.more(posts.length).length - 1;
  for (const post of posts.slice(0, limits.selectOptions)) {
    const line = lineOf(post, words);
    if (line.length + 1 > room) break;
    lines.push(line);
    room -= line.length + 1;
  }
  const more = posts.length - lines.length;
  return [...lines, ...(more > 0 ? [words.announce.message.more(more)] : [])].join('\n');
}

/** The name of a thread for many posts at once. */
export const digestName = (posts: readonly Post[], words: Words): string =>
  words.announce.message.newPosts(posts.length);

/**
 * One announcement of many posts: how many, then their titles with links and dates, as many as fit, a select that opens
 * one and a button to all posts. It mentions that role and nobody else.
 */
export function digest(posts: readonly Post[], told: Told, words: Words): Announcement {
  return {
    ...addressed(words.announce.message.newPosts(posts.length), told),
    embeds: [{ description: listed(posts, words) }],
    components: [
      ...select(
        'post',
        words.selects.post,
        posts.map(post => ({
          label: titleLine(post.title, limits.selectLabel),
          ...(post.date ? { description: words.small.isoDate(post.date) } : {}),
          route: { to: 'card', post: post.key },
        })),
      ),
      ...buttons(button(words.buttons.allPosts, { to: 'list', page: 0 }), notifyButton(told, words)),
    ],
  };
}
