import { describe, expect, it } from 'vitest';
import { withdrawn } from '../../../src/message/announcement.ts';
import { READERS_ROLE } from '../../../src/preview/guild/guild.ts';
import { messagesIn, pings, starterOf, threadsOf } from '../../../src/preview/guild/model.ts';
import { makeServers } from '../../../src/preview/guild/servers.ts';
import { GUILD, READERS } from '../../../src/preview/place.ts';
import { wordsOf } from '../../../src/words/words.ts';
import { postFrom } from '../../blog/fixture.ts';
import { announced, makeStage, named, placeIn } from './stage.ts';

const post = postFrom(
  '---\ntitle: On memory\ndate: 2025-06-12\ntags: [AI, Notes]\n---\n## One\n\nIt says so.\n',
);
const other = postFrom('---\ntitle: Another\ndate: 2025-06-11\n---\nIt says more.\n', { path: 'posts/b.md' });
const more = { nonce: 'n1', name: post.title, tags: post.tags };

describe('an announcement in the pretended server', () => {
  it('stands in its channel, and mentions nobody but its role', async () => {
    const { guild, sender } = makeStage();
    await sender.send(placeIn(guild, 'general'), announced(post, READERS_ROLE), more);
    const [message] = messagesIn(guild.now(), named(guild, 'general').id);
    expect(message).toMatchObject({
      content: `<@&${READERS_ROLE}> New post: On memory`,
      mention_roles: [READERS_ROLE],
    });
    expect(message?.embeds[0]?.title).toBe('On memory');
  });

  it('is sent once by the same nonce, and again once Discord has forgotten it', async () => {
    const { guild, sender, time } = makeStage();
    const to = placeIn(guild, 'general');
    const first = await sender.send(to, announced(post), more);
    expect(await sender.send(to, announced(post), more)).toEqual(first);
    expect(messagesIn(guild.now(), to.channel)).toHaveLength(1);
    time.now += 5 * 60_000;
    await sender.send(to, announced(post), more);
    expect(messagesIn(guild.now(), to.channel)).toHaveLength(2);
  });

  it('becomes a thread of a forum, with the forum’s tags that are called like the post’s', async () => {
    const { guild, sender } = makeStage();
    guild.tag(['ai', 'Else']);
    const to = placeIn(guild, 'posts');
    const sent = await sender.send(to, announced(post), more);
    const [thread] = threadsOf(guild.now(), to.channel);
    expect(thread).toMatchObject({ name: 'On memory', kind: 'thread', tags: [{ name: 'ai' }] });
    expect(sent).toMatchObject({ done: true, message: thread?.id, thread: thread?.id });
    expect(messagesIn(guild.now(), thread?.id ?? '')).toHaveLength(1);
  });

  it('is found again by its post, unless it was sent before', async () => {
    const { guild, sender, time } = makeStage();
    for (const name of ['blog', 'posts']) {
      const to = placeIn(guild, name);
      const sent = await sender.send(to, announced(post), { ...more, nonce: name });
      const { done, ...where } = sent;
      expect(done).toBe(true);
      expect(await sender.find(to, post.key, time.now)).toEqual({ done: true, sent: where });
      expect(await sender.find(to, other.key, time.now)).toEqual({ done: true, sent: 'none' });
      expect(await sender.find(to, post.key, time.now + 1)).toEqual({ done: true, sent: 'none' });
    }
  });

  it('is edited in place, and nothing of it is left but a line once it is withdrawn', async () => {
    const { guild, sender, time } = makeStage();
    const to = placeIn(guild, 'posts');
    const sent = await sender.send(to, announced(post), more);
    if (!sent.done) throw new Error('It was not sent.');
    time.now += 60_000;
    expect(await sender.edit(to, sent, withdrawn(wordsOf('en')))).toEqual({ done: true });
    const [message, ...rest] = messagesIn(guild.now(), sent.thread ?? '');
    expect(rest).toEqual([]);
    expect(message).toMatchObject({
      id: sent.message,
      embeds: [],
      components: [],
      edited_timestamp: '2025-06-13T00:01:00.000Z',
    });
  });

  it('is published, and stays so when it is edited', async () => {
    const { guild, sender } = makeStage();
    const to = placeIn(guild, 'blog');
    const sent = await sender.send(to, announced(post), more);
    if (!sent.done) throw new Error('It was not sent.');
    await sender.publish(to, sent);
    await sender.publish(to, sent);
    await sender.edit(to, sent, announced(other));
    expect(messagesIn(guild.now(), to.channel)[0]).toMatchObject({ flags: 1 });
  });

  it('is copied once into a text channel that follows, without its buttons', async () => {
    const { guild, sender } = makeStage();
    const { follow } = makeServers(guild, GUILD);
    const to = placeIn(guild, 'blog');
    const { id } = named(guild, 'general');
    expect(await follow(to.channel, GUILD, id)).toEqual({ is: 'following' });
    expect(await follow(to.channel, GUILD, id)).toEqual({ is: 'already' });
    expect(await follow(to.channel, GUILD, to.channel)).toEqual({ is: 'home' });
    expect(await follow(to.channel, GUILD, named(guild, 'posts').id)).toEqual({ is: 'otherKind' });
    const sent = await sender.send(to, announced(post), more);
    if (!sent.done) throw new Error('It was not sent.');
    await sender.publish(to, sent);
    await sender.publish(to, sent);
    const [copy, ...others] = messagesIn(guild.now(), id);
    expect(others).toEqual([]);
    expect(copy).toMatchObject({ content: 'New post: On memory', embeds: [{ title: 'On memory' }] });
    expect(copy?.components ?? []).toEqual([]);
  });

  it('has one thread for talk, which begins with it', async () => {
    const { guild, sender } = makeStage();
    const to = placeIn(guild, 'general', true);
    const sent = await sender.send(to, announced(post), more);
    if (!sent.done) throw new Error('It was not sent.');
    const opened = await sender.open(to, sent, 'On memory');
    expect(await sender.open(to, sent, 'On memory')).toEqual(opened);
    const threads = threadsOf(guild.now(), to.channel);
    expect(threads).toEqual([{ id: sent.message, name: 'On memory', kind: 'thread', parent: to.channel }]);
    expect(threads[0] && starterOf(guild.now(), threads[0])?.id).toBe(sent.message);
  });

  it('pings who has its role', async () => {
    const { guild, sender } = makeStage();
    const [{ user: lin }, { user: ann }] = READERS;
    await sender.send(placeIn(guild, 'general'), announced(post, READERS_ROLE), more);
    const [message] = messagesIn(guild.now(), named(guild, 'general').id);
    if (!message) throw new Error('It was not sent.');
    const [readers] = guild.now().roles;
    if (readers) guild.change({ role: { ...readers, holders: [ann.id] } });
    expect(pings(guild.now(), message, ann.id)).toBe(true);
    expect(pings(guild.now(), message, lin.id)).toBe(false);
  });

  it.each(['send', 'edit', 'publish', 'open'] as const)(
    'cannot be reached where it is not: %s',
    async way => {
      const { guild, sender } = makeStage();
      const to = { ...placeIn(guild, 'general'), channel: '1' };
      const sent = { message: '2' };
      const ways = {
        send: () => sender.send(to, announced(post), more),
        edit: () => sender.edit(to, sent, announced(post)),
        publish: () => sender.publish(to, sent),
        open: () => sender.open(to, sent, 'On memory'),
      };
      expect(await ways[way]()).toMatchObject({ done: false, refused: 'gone' });
    },
  );
});
