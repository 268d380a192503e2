import { describe, expect, it } from 'vitest';
import { blogFrom } from '../../blog/fixture.ts';
import { shipped } from '../stage.ts';
import { announcingStage, chinese, type Options } from './open.ts';

/** Where Quoth may manage webhooks, and there is a home channel, which is told of new posts. */
async function homeStage(options: Options = {}) {
  const staged = await announcingStage(shipped, {
    home: true,
    server: { bot: ['ManageWebhooks'] },
    known: blogFrom({}),
    ...options,
  });
  const { discord, homeChannel } = staged;
  if (!homeChannel) throw new Error('The stage has no home channel.');
  const author = discord.reader({ name: 'Author', in: homeChannel, may: ['ManageGuild'] });
  const followings = () =>
    discord.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/followers'));
  return { ...staged, homeChannel, author, followings };
}

const follow = { follow: true };

describe('/announce here follow:true', () => {
  it('has the channel follow the home channel, and what is announced there appears without buttons', async () => {
    const { author, manager, reader, news, homeChannel, followings, passes, set } = await homeStage();
    await author.types('/announce here');
    const seen = await manager.types('/announce here', follow);
    expect(seen.private).toBe(true);
    expect(seen.text).toContain('This channel now follows Quoth’s home channel');
    expect(seen.text).toContain('as a text with a preview, without buttons');
    expect(seen.text).toContain('Server Settings → Integrations → Channels Followed.');
    expect(followings().map(({ path, body }) => [path, body])).toEqual([
      [`/channels/${homeChannel.id}/followers`, { webhook_channel_id: news.id }],
    ]);
    await passes(20);
    const [copy, ...more] = reader.sees();
    expect(more).toEqual([]);
    expect(copy?.content).toContain('从压缩到推理');
    expect(copy?.embeds).toHaveLength(1);
    expect(copy?.components ?? []).toEqual([]);
    expect(reader.at(homeChannel).sees()).toHaveLength(1);
    expect(await set()).toEqual([]);
  });

  it('follows once, however often it is asked', async () => {
    const { manager, followings } = await homeStage();
    await manager.types('/announce here', follow);
    expect((await manager.types('/announce here', follow)).text).toContain(
      'follows Quoth’s home channel already.',
    );
    expect(followings()).toHaveLength(1);
  });

  it('ends what was set in the channel before, so that no post appears twice', async () => {
    const { author, manager, reader, passes, set } = await homeStage();
    await author.types('/announce here');
    await manager.types('/announce here');
    expect(await set()).toHaveLength(1);
    const seen = await manager.types('/announce here', follow);
    expect(seen.text).toContain('What was set here before is ended');
    expect(await set()).toEqual([]);
    await passes(20);
    expect(reader.sees()).toHaveLength(1);
  });

  it('takes neither tag nor role nor thread, and says so', async () => {
    const { discord, guild, manager, followings, set } = await homeStage();
    const { id: role } = discord.role(guild, { name: 'Readers', mentionable: true });
    const options: readonly Record<string, string | boolean>[] = [{ tag: 'AI' }, { role }, { thread: true }];
    for (const option of options) {
      const seen = await manager.types('/announce here', { ...follow, ...option });
      expect(seen.text).toContain('neither tag nor role nor thread can be chosen');
    }
    expect(followings()).toEqual([]);
    expect(await set()).toEqual([]);
  });

  it('says that Manage Webhooks is missing, and where to give it', async () => {
    const { manager, followings } = await homeStage({ server: {} });
    const seen = await manager.types('/announce here', follow);
    expect(seen.text).toContain(
      'Here I still lack: Manage Webhooks. Channel settings → Permissions → Quoth.',
    );
    expect(followings()).toEqual([]);
  });

  it('says that in Chinese to whoever speaks it', async () => {
    const { discord, news } = await homeStage({ server: chinese });
    const ming = discord.reader({ locale: 'zh-CN', in: news, may: ['ManageGuild'] });
    expect((await ming.types('/announce here', follow)).text).toContain('我在这里还缺：管理 Webhook。');
    const mei = discord.reader({ locale: 'zh-TW', in: news, may: ['ManageGuild'] });
    expect((await mei.types('/announce here', follow)).text).toContain('管理 Webhook');
  });

  it('sets nothing in a channel that it does not see', async () => {
    const { discord, guild, manager } = await homeStage();
    const unseen = discord.channel(guild, 'unseen', { denyBot: ['ViewChannel'] });
    expect((await manager.at(unseen).types('/announce here', follow)).text).toContain(
      'Here I still lack: View Channel.',
    );
  });

  it('is for text channels alone', async () => {
    const { discord, guild, manager, followings, news } = await homeStage();
    const others = [
      discord.channel(guild, 'announcements', { kind: 'announcement' }),
      discord.thread(discord.channel(guild, 'posts', { kind: 'forum' }), 'talk'),
      discord.thread(news, 'talk'),
      discord.channel(guild, 'voice', { kind: 'voice' }),
    ];
    for (const other of others) {
      const seen = await manager.at(other).types('/announce here', follow);
      expect(seen.text).toContain('Discord lets only text channels follow another.');
    }
    expect(followings()).toEqual([]);
  });

  it('says in the home channel that it is that itself', async () => {
    const { author, followings } = await homeStage();
    expect((await author.types('/announce here', follow)).text).toContain('this is the home channel itself');
    expect(followings()).toEqual([]);
  });

  it('says that the channel has too many webhooks', async () => {
    const { discord, manager, news } = await homeStage();
    const other = discord.channel(discord.guild(), 'other', { kind: 'announcement' });
    for (let made = 0; made < 15; made++) news.webhooks.push({ id: String(made + 1), source: other });
    expect((await manager.types('/announce here', follow)).text).toContain(
      'as many webhooks as Discord allows (15)',
    );
  });

  it.each([
    ['is gone', { status: 404, body: { code: 10_003, message: 'Unknown Channel' } }],
    ['is not to be seen', { status: 403, body: { code: 50_001, message: 'Missing Access' } }],
    [
      'cannot be followed',
      { status: 400, body: { code: 50_024, message: 'Cannot execute action on this channel type' } },
    ],
  ])('says who has to mend it where the home channel %s', async (_how, answer) => {
    const { discord, manager, set } = await homeStage();
    await manager.types('/announce here');
    discord.plan(/followers/, answer);
    const seen = await manager.types('/announce here', follow);
    expect(seen.text).toContain('Quoth’s home channel cannot be followed (');
    expect(seen.text).toContain('Who runs Quoth should check HOME_CHANNEL');
    expect(await set()).toHaveLength(1);
  });

  it('says that Discord is away with a code, and leaves what was set', async () => {
    const { discord, manager, set } = await homeStage();
    await manager.types('/announce here');
    discord.plan(/followers/, { status: 503, body: {} });
    expect((await manager.types('/announce here', follow)).text).not.toContain('now follows');
    expect(await set()).toHaveLength(1);
  });

  it('is not offered where there is no home channel, and says so where it is asked all the same', async () => {
    const { manager } = await announcingStage(shipped);
    await expect(manager.types('/announce here', follow)).rejects.toThrow('follow');
    const data = { name: 'announce', type: 1 };
    const options = [{ type: 1, name: 'here', options: [{ type: 5, name: 'follow', value: true }] }];
    const seen = await manager.sends({ type: 2, data: { ...data, id: '1', options } });
    expect(seen.text).toContain('there is no home channel to follow');
    expect(seen.text).toContain('HOME_CHANNEL');
  });
});

describe('where there is a home channel', () => {
  it('/announce stop says where a channel that follows is told to do so no more', async () => {
    const { author, manager } = await homeStage();
    const way = 'Server Settings → Integrations → Channels Followed ends that.';
    expect((await manager.types('/announce stop')).text).toContain(way);
    await author.types('/announce here');
    expect((await author.types('/announce list')).text).toContain('Announcements · 1 channel');
    expect((await author.types('/announce stop')).text).toContain(way);
  });
});

describe('where there is none', () => {
  it('/announce stop says nothing of that', async () => {
    const { manager } = await announcingStage(shipped);
    expect((await manager.types('/announce stop')).text).not.toContain('Channels Followed');
  });
});
