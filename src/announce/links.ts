import type { Blog, PostKey } from '../blog/model.ts';
import type { Moment } from './model.ts';
import type { Store } from './store.ts';

/** Where a post stands in Discord, so that a site can say where it is discussed. */
export interface PostLinks {
  readonly key: PostKey;
  /** Path within CONTENT. */
  readonly path: string;
  readonly title: string;
  /** Its address on the site, where that is known. */
  readonly url?: string;
  /** Its announcements, oldest first. */
  readonly announcements: readonly {
    readonly url: string;
    readonly guild: string;
    readonly channel: string;
    /** The thread that was opened for it. */
    readonly thread?: string;
    readonly sentAt?: Moment;
  }[];
}

/** The links of all posts that are listed and were announced, newest post first. Rejects where the store is away. */
export async function linksOf(blog: Blog, store: Pick<Store, 'standing'>): Promise<readonly PostLinks[]> {
  const standing = Map.groupBy(await store.standing(), ({ post }) => post);
  return blog.posts.flatMap(({ key, path, title, url }) => {
    const announcements = (standing.get(key) ?? []).flatMap(
      ({ url: message, guild, channel, thread, sentAt }) => {
        const more = {
          ...(thread === undefined ? {} : { thread }),
          ...(sentAt === undefined ? {} : { sentAt }),
        };
        return message === undefined ? [] : [{ url: message, guild, channel, ...more }];
      },
    );
    return announcements.length === 0
      ? []
      : [{ key, path, title, ...(url === undefined ? {} : { url }), announcements }];
  });
}
