import type { Post } from '../../src/blog/model.ts';
import type { Answer, Scene } from '../../src/bot/model.ts';
import { card } from '../../src/message/card.ts';

/** A post's card. */
export const cardOf = (scene: Scene, post: Post): Answer => ({
  tone: 'answer',
  route: { to: 'card', post: post.key },
  lay: words => card(post, post === scene.blog.posts[0], words),
});
