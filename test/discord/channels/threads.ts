import {
  CreateForumThreadRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  UpdateThreadRequestPartialSchema,
} from 'discord-api-spec/zod';
import { ChannelType, MessageFlags } from 'discord-api-types/v10';
import { problem } from '../limits.ts';
import type { Channel } from '../model.ts';
import { channelObject, isForum } from '../objects.ts';
import {
  type Answer,
  missingPermissions,
  type Problem,
  tagRequired,
  threadThere,
  unknownGuild,
  unknownMessage,
  wrongChannelType,
} from '../problems.ts';
import { checkSchema } from '../schemas.ts';
import { type Ground, groundOf, isAnswer } from './access.ts';
import { lacksEmbeds, makeRefuse, newProblems, type Office, post } from './post.ts';

/** Threads that the bot opens, lists and wakes. */
export interface Threads {
  /** `POST /channels/:channel/messages/:message/threads` */
  readonly openOn: (channel: string, message: string, payload: unknown) => Answer;
  /** `POST /channels/:forum/threads` */
  readonly openIn: (forum: string, payload: unknown) => Answer;
  /** `GET /guilds/:guild/threads/active` */
  readonly active: (guild: string) => Answer;
  /** `GET /channels/:channel/threads/archived/public` */
  readonly archived: (channel: string, query: URLSearchParams) => Answer;
  /** `PATCH /channels/:thread`, of which this fake knows `archived` alone. */
  readonly change: (thread: string, payload: unknown) => Answer;
}

const parents = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement]);

export function makeThreads({ world, refused }: Office): Threads {
  const refuse = makeRefuse(refused);
  const show = (thread: Channel): object => channelObject(world, thread);

  return {
    openOn: (id, messageId, payload) => {
      const ground = groundOf(world, id, 'CreatePublicThreads');
      if (isAnswer(ground)) return ground;
      const { channel } = ground;
      if (!parents.has(channel.type)) return wrongChannelType;
      const kept = channel.messages.get(messageId);
      if (!kept) return unknownMessage;
      if (world.channels.has(messageId)) return threadThere;
      const checked = checkSchema(CreateTextThreadWithMessageRequestSchema, payload);
      if (!checked.ok) return refuse(`thread in #${channel.name}`, checked.problems, payload);
      const thread = world.thread(channel, checked.value.name, { id: messageId, owner: world.bot.id });
      kept.message = {
        ...kept.message,
        flags: (kept.message.flags ?? 0) | MessageFlags.HasThread,
      };
      return { status: 201, body: show(thread) };
    },
    openIn: (id, payload) => {
      const ground = groundOf(world, id, 'SendMessages');
      if (isAnswer(ground)) return ground;
      const { channel } = ground;
      if (!isForum(channel)) return wrongChannelType;
      const checked = checkSchema(CreateForumThreadRequestSchema, payload);
      if (!checked.ok) return refuse(`thread in #${channel.name}`, checked.problems, payload);
      const { name, message, applied_tags: tags } = checked.value;
      const problems = [
        ...tagProblems(channel, tags ?? []),
        ...newProblems(message).map(one => ({ ...one, path: ['message', ...one.path] })),
      ];
      if (problems.length > 0) return refuse(`thread in #${channel.name}`, problems, payload);
      if (channel.requiresTag && !tags?.length) return tagRequired;
      if (lacksEmbeds(ground, message) || mayNotTag(ground, tags ?? [])) return missingPermissions;
      const thread = world.thread(channel, name, { owner: world.bot.id, tags: tags ?? [] });
      const kept = post(world, ground, message, thread, { id: thread.id });
      return { status: 201, body: { ...show(thread), message: kept.message } };
    },
    active: id => {
      const guild = world.guilds.get(id);
      if (!guild?.members.has(world.bot.id)) return unknownGuild;
      const threads = [...world.channels.values()].filter(
        one =>
          one.parent && one.guild === guild && !world.isArchived(one) && !isAnswer(groundOf(world, one.id)),
      );
      return { status: 200, body: { threads: threads.map(show).toReversed(), members: [] } };
    },
    archived: (id, query) => {
      const ground = groundOf(world, id, 'ReadMessageHistory');
      if (isAnswer(ground)) return ground;
      const before = query.get('before');
      const limit = Number(query.get('limit') ?? 50);
      const threads = [...world.channels.values()]
        .filter(one => one.parent === ground.channel && world.isArchived(one))
        .filter(one => before === null || one.activeAt < Date.parse(before))
        .toSorted((one, other) => other.activeAt - one.activeAt);
      const body = {
        threads: threads.slice(0, limit).map(show),
        members: [],
        has_more: threads.length > limit,
      };
      return { status: 200, body };
    },
    change: (id, payload) => {
      const ground = groundOf(world, id);
      if (isAnswer(ground)) return ground;
      const { channel } = ground;
      const checked = checkSchema(UpdateThreadRequestPartialSchema, payload);
      const problems = checked.ok ? changeProblems(channel, checked.value) : checked.problems;
      if (!checked.ok || problems.length > 0) return refuse(`change of #${channel.name}`, problems, payload);
      if (!ground.may(channel.locked ? 'ManageThreads' : 'SendMessagesInThreads')) return missingPermissions;
      channel.archived = checked.value.archived === true;
      channel.activeAt = world.clock.now();
      return { status: 200, body: show(channel) };
    },
  };
}

function tagProblems({ tags }: Channel, applied: readonly string[]): readonly Problem[] {
  return applied.flatMap((id, index) =>
    problem(!tags.some(tag => tag.id === id), ['applied_tags', index], 'the channel has no such tag'),
  );
}

function mayNotTag({ channel, may }: Ground, applied: readonly string[]): boolean {
  const moderated = channel.tags.some(tag => tag.moderated && applied.includes(tag.id));
  return moderated && !may('ManageThreads');
}

function changeProblems({ parent }: Channel, { archived, ...others }: { archived?: unknown }) {
  return [
    ...problem(!parent, [], 'this fake changes threads alone'),
    ...problem(
      typeof archived !== 'boolean' || Object.keys(others).length > 0,
      [],
      'this fake changes whether a thread is archived, and nothing else',
    ),
  ];
}
