import type { Post } from '../../src/blog/model.ts';
import { postByKey } from '../../src/blog/moved.ts';
import type { Scene } from '../../src/bot/model.ts';

/** The post that the thread was opened for in which somebody asks, where Quoth opened it. */
export function postOfThread({ announcing, place, blog }: Scene): Post | undefined {
  const key = announcing?.postOfThread(place.channel);
  return key === undefined ? undefined : postByKey(blog, key);
}
