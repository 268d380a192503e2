import type { Blog } from '../../../src/blog/model.ts';
import type { Parts } from '../../../src/bot/model.ts';
import { pretend } from '../../announce/pretend.ts';
import type { GuildOptions } from '../../discord/world.ts';
import { stage } from '../stage.ts';

/** The whole bot with announcing, in a server in which somebody manages and others read. */
export function announcingStage(blog: Blog, server: GuildOptions = {}, changed: Partial<Parts> = {}) {
  const pretended = pretend();
  const staged = stage(blog, { announcing: pretended.announcing, ...changed });
  const { discord } = staged;
  pretended.connect(discord, blog);
  const guild = discord.guild(server);
  const news = discord.channel(guild, 'news');
  return {
    ...staged,
    ...pretended,
    guild,
    news,
    manager: discord.reader({ name: 'Ada', in: news, may: ['ManageGuild'] }),
    reader: discord.reader({ name: 'Bob', in: news }),
  };
}

/** In Chinese, which only a Community can choose. */
export const chinese: GuildOptions = { locale: 'zh-CN', community: true };
