import type { Blog } from '../blog/model.ts';
import type { Words } from '../words/model.ts';
import { escapeText } from './markdown/escape.ts';
import type { Layout } from './model.ts';
import { button, buttons, linkButton, small, text } from './parts.ts';
import { cut, shortTitle } from './shorten.ts';

/**
 * What there is: the blog, how many posts, the newest, the commands; for those who may have channels told of new posts,
 * in their own copy, how.
 */
export function help(blog: Blog, mayAnnounce: boolean, words: Words): Layout {
  const [newest] = blog.posts;
  const { title, url } = blog.settings;
  const first = [
    words.help.title(title && escapeText(cut(title, 100)), blog.posts.length),
    ...(newest
      ? [
          words.help.newest(
            escapeText(shortTitle(newest.title)),
            newest.date && words.small.isoDate(newest.date),
          ),
        ]
      : []),
  ].join(' · ');
  return {
    body: [text([first, ...words.help.lines].join('\n')), text(small(words.help.pressing))],
    ...(mayAnnounce ? { ownBody: [text(small(words.announce.help))] } : {}),
    rows: buttons(
      newest && button(words.buttons.newestPost, { to: 'card', post: newest.key }),
      newest && button(words.buttons.allPosts, { to: 'list', page: 0 }),
      linkButton(words.help.blog, url),
    ),
  };
}
