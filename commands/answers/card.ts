import type { Blog, Post } from '../../src/blog/model.ts';
import { placeInSeries } from '../../src/blog/series.ts';
import { listedAs } from '../../src/blog/twins.ts';
import type { Answer, Scene } from '../../src/bot/model.ts';
import { type CardPlace, card } from '../../src/message/card.ts';

function placeOf({ posts }: Blog, post: Post): CardPlace {
  const listed = listedAs(posts, post);
  const series = listed && placeInSeries(posts, listed);
  return { newest: listed !== undefined && listed === posts[0], ...(series ? { series } : {}) };
}

/** A post's card. */
export const cardOf = (scene: Scene, post: Post): Answer => ({
  tone: 'answer',
  route: { to: 'card', post: post.key },
  lay: words => card(post, placeOf(scene.blog, post), words),
});
