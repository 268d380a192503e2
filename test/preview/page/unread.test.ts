import { describe, expect, it } from 'vitest';
import { READERS_ROLE } from '../../../src/preview/guild/guild.ts';
import { messageBy } from '../../../src/preview/message.ts';
import { unreadIn } from '../../../src/preview/page/browser/unread.ts';
import { APPLICATION, READERS } from '../../../src/preview/place.ts';
import { makeStage, named } from '../guild/stage.ts';

const [{ user: lin }, { user: ann }] = READERS;

describe('what a reader has not seen of a channel', () => {
  const { guild } = makeStage();
  const blog = named(guild, 'blog');
  const say = (roles: readonly string[]) => {
    const id = guild.nextId();
    guild.change({ message: messageBy(APPLICATION, { content: 'x', roles }, blog.id, id) });
    return id;
  };
  const [readers] = guild.now().roles;
  if (readers) guild.change({ role: { ...readers, holders: [ann.id] } });
  const first = say([READERS_ROLE]);
  const second = say([READERS_ROLE]);

  it('is what came after what they saw last, and what of it mentions them', () => {
    expect(unreadIn(guild.now(), blog, undefined, ann.id)).toEqual({ any: true, pings: 2 });
    expect(unreadIn(guild.now(), blog, first, ann.id)).toEqual({ any: true, pings: 1 });
    expect(unreadIn(guild.now(), blog, first, lin.id)).toEqual({ any: true, pings: 0 });
    expect(unreadIn(guild.now(), blog, second, ann.id)).toEqual({ any: false, pings: 0 });
  });

  it('is in a forum each thread that is new', () => {
    const forum = named(guild, 'posts');
    const seen = guild.now().channels.findLast(({ parent }) => parent === forum.id)?.id;
    expect(unreadIn(guild.now(), forum, seen, ann.id).any).toBe(false);
    guild.change({ channel: { id: guild.nextId(), name: 'New', kind: 'thread', parent: forum.id } });
    expect(unreadIn(guild.now(), forum, seen, ann.id).any).toBe(true);
  });
});
