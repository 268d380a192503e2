import type { Post } from '../../src/blog/model.ts';
import { listedAs } from '../../src/blog/twins.ts';
import type { Answer, Scene } from '../../src/bot/model.ts';
import { relatedPosts } from '../../src/message/archive.ts';
import { shortTitle } from '../../src/message/shorten.ts';
import { search } from '../../src/search/index.ts';

/** Most related posts shown. */
const most = 5;

/** How much a shared tag counts beside the place among the hits for the post's title. */
const tagWeight = 0.5;

/** The posts nearest to one: by what its title is about and by shared tags, then by date. */
function relatedTo({ blog, index }: Scene, post: Post): readonly Post[] {
  const scores = new Map<Post, number>();
  const own = listedAs(blog.posts, post) ?? post;
  const add = (other: Post, score: number) => {
    if (other !== own) scores.set(other, (scores.get(other) ?? 0) + score);
  };
  const found = search(index, post.title, { limit: 50 });
  const posts = found.hits
    .map(({ passage }) => listedAs(blog.posts, passage.post))
    .filter(one => one !== undefined);
  const hits = found.nearest ? [] : [...new Set(posts)];
  for (const [place, other] of hits.entries()) add(other, 1 / (place + 1));
  for (const tag of blog.byTag.values()) {
    if (tag.posts.includes(own))
      for (const other of tag.posts) add(other, tagWeight / Math.sqrt(tag.posts.length));
  }
  const ranked = [...scores].sort(([, a], [, b]) => b - a).map(([other]) => other);
  const rest = blog.posts.filter(other => other !== own && !scores.has(other));
  return [...ranked, ...rest].slice(0, most);
}

/** The posts related to one, each to be opened. */
export const relatedOf = (scene: Scene, post: Post): Answer => ({
  tone: 'answer',
  route: { to: 'related', post: post.key },
  lay: words => relatedPosts(relatedTo(scene, post), shortTitle(post.title), words),
});
