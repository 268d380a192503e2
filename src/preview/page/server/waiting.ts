import { z } from 'zod';
import type { Announcing, Listed, Place, SendNow, Subscription } from '../../../announce/model.ts';
import type { Blog, PostKey } from '../../../blog/model.ts';
import { postByKey } from '../../../blog/moved.ts';
import { GUILD, READERS } from '../../place.ts';
import type { Waits } from '../wire.ts';

/** What waits to be announced in the pretended server, and why: each post once. */
export async function waitsIn(announcing: Announcing, blog: Blog): Promise<Waits> {
  const listed = await announcing.list(GUILD);
  const waiting = listed.flatMap(({ subscription, waiting: posts }) =>
    posts.map(one => ({ ...one, channel: subscription.channel })),
  );
  const posts = [...Map.groupBy(waiting, ({ post }) => post)].flatMap(([post, [first, ...rest]]) => {
    if (!first) return [];
    const title = postByKey(blog, post)?.title;
    const channels = [first, ...rest].map(({ channel }) => channel);
    return [{ post, why: first.why, channels, ...(title === undefined ? {} : { title }) }];
  });
  return { channels: listed.map(({ subscription }) => subscription.channel), posts };
}

const wanted = z.object({
  do: z.enum(['hold', 'release', 'send']),
  post: z.string().regex(/^[\w-]{11}$/),
});

/** What can be done with a post that waits. */
export type Wanted = z.infer<typeof wanted>;

/** What the page sent, if it is something that can be done with a post. */
export function readWanted(body: unknown): Wanted | undefined {
  return wanted.safeParse(body).data;
}

/** Does it, and tells what came of each message that was sent. Rejects where the database is away. */
export async function doWith(
  announcing: Announcing,
  { do: what, post }: Wanted,
): Promise<readonly SendNow[]> {
  switch (what) {
    case 'hold':
      await announcing.hold(post, GUILD, READERS[0].user.id);
      return [];
    case 'release':
      await announcing.release(post, GUILD);
      return [];
    case 'send': {
      const waiting = (await announcing.list(GUILD)).filter(one => waitsFor(one, post));
      return Promise.all(
        waiting.map(({ subscription }) => announcing.send(post, placeOf(subscription), subscription)),
      );
    }
  }
}

function waitsFor({ waiting }: Listed, post: PostKey): boolean {
  return waiting.some(one => one.post === post);
}

function placeOf({ guild, channel, kind, thread }: Subscription): Place {
  return { guild, channel, kind, thread };
}
