import { setImmediate } from 'node:timers/promises';
import { makeAnnouncer } from '../../../src/announce/announcer.ts';
import type { Announcing } from '../../../src/announce/model.ts';
import type { Blog } from '../../../src/blog/model.ts';
import { openAnnouncer } from '../../discord/announcing/open.ts';
import type { InProcess } from '../../discord/in-process.ts';
import type { GuildOptions } from '../../discord/world.ts';
import { sqlite, storeAt } from '../../store/databases.ts';
import { stage } from '../stage.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long posts are unchanged before they are announced here. */
const after = 10 * minute;

/** What a test changes. */
export interface Options {
  readonly server?: GuildOptions;
  /** Posts that were there when Quoth first started; all of them unless told. */
  readonly known?: Blog;
  /** Whether addresses of posts answer. */
  readonly answers?: boolean;
  /** Whether there is a home channel that other channels may follow. */
  readonly home?: boolean;
  /** Announcing in the place of the real one, which is given. */
  readonly instead?: (real: Announcing) => Announcing | undefined;
}

/** Chinese, which only a Community can choose. */
export const chinese: GuildOptions = { locale: 'zh-CN', community: true };

/** The whole bot that announces, with its database, in a server in which somebody manages and others read. */
export async function announcingStage(blog: Blog, options: Options = {}) {
  const { server = {}, known = blog, answers = true, home = false, instead = real => real } = options;
  const store = storeAt(await sqlite.fresh());
  const announcerIn = (discord: InProcess) => {
    const { sender, servers } = openAnnouncer(discord);
    const { now } = discord.clock;
    const patience = { after, within: 10_000 * day };
    const wait = () => setImmediate();
    const log = { info: () => undefined, warn: () => undefined };
    const asked = { answers: () => Promise.resolve(answers), random: Math.random, otherWork: wait, wait };
    const homeChannel = home ? discord.channel(discord.guild(), 'blog', { kind: 'announcement' }) : undefined;
    const parts = { store, sender, servers, patience, now, log, ...asked };
    const announcer = makeAnnouncer(
      { ...parts, ...(homeChannel ? { home: homeChannel.id } : {}) },
      () => undefined,
    );
    return { announcer, homeChannel };
  };
  let made: ReturnType<typeof announcerIn> | undefined;
  const partsIn = (discord: InProcess) => {
    made = announcerIn(discord);
    const announcing = instead(made.announcer.announcing);
    return announcing ? { announcing } : {};
  };
  const staged = stage(blog, partsIn, home);
  if (made === undefined) throw new Error('The stage has no announcing.');
  const { announcer, homeChannel } = made;
  const { announcing, seen, keep, deliver } = announcer;
  const { discord } = staged;

  let readings = 0;
  /** A round of announcing over what is read now. */
  const reads = async (content: Blog): Promise<void> => {
    readings += 1;
    seen(content, { hash: content.posts.map(({ key, title }) => `${key}${title}`).join(' '), at: readings });
    await keep();
    await deliver(() => false);
  };
  await reads(known);
  if (known !== blog) await reads(blog);

  const guild = discord.guild(server);
  const news = discord.channel(guild, 'news');
  return {
    ...staged,
    ...{ announcing, guild, news, reads, homeChannel },
    /** Time passes, with rounds over what is there. */
    passes: async (minutes: number, content = blog): Promise<void> => {
      for (let passed = 0; passed < minutes; passed += 5) {
        discord.clock.passes(5 * minute);
        await reads(content);
      }
    },
    /** The subscriptions of the server. */
    set: async () => (await announcing.list(guild.id)).map(({ subscription }) => subscription),
    manager: discord.reader({ name: 'Ada', in: news, may: ['ManageGuild'] }),
    reader: discord.reader({ name: 'Bob', in: news }),
  };
}
