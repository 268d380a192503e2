import { MessageCreateRequestSchema, MessageEditRequestPartialSchema } from 'discord-api-spec/zod';
import { type APIMessage, ChannelType, type RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import type { Refusal } from '../desk.ts';
import { messageProblems, problem } from '../limits.ts';
import { afterEdit, edited, type Payload, plainMessage } from '../messages.ts';
import type { Channel, Kept } from '../model.ts';
import { isForum } from '../objects.ts';
import {
  type Answer,
  describe,
  invalidForm,
  missingPermissions,
  noTextChannel,
  notTheAuthor,
  type Problem,
  threadArchived,
  threadLocked,
  tooMany,
  unknownMessage,
} from '../problems.ts';
import { limits, type Rates } from '../rates.ts';
import { checkSchema } from '../schemas.ts';
import type { World } from '../world.ts';
import { type Ground, groundOf, isAnswer, writing } from './access.ts';
import { copyEdited } from './follow.ts';
import { makeNonces } from './nonces.ts';
import { type Mentioning, mentionProblems, pingsOf } from './pings.ts';

/** What the routes of channels work on. */
export interface Office {
  readonly world: World;
  readonly refused: Refusal[];
  readonly rates: Rates;
}

/** The bot's own messages in channels. */
export interface Posting {
  /** `POST /channels/:channel/messages` */
  readonly send: (channel: string, payload: unknown) => Answer;
  /** `PATCH /channels/:channel/messages/:message` */
  readonly edit: (channel: string, message: string, payload: unknown) => Answer;
}

export function makePosting({ world, refused, rates }: Office): Posting {
  const nonces = makeNonces(world.clock);
  const refuse = makeRefuse(refused);

  return {
    send: (id, payload) => {
      const ground = groundOf(world, id);
      if (isAnswer(ground)) return ground;
      const { channel } = ground;
      const barred = barredFrom(ground);
      if (barred) return barred;
      const checked = checkSchema(MessageCreateRequestSchema, payload);
      const problems = checked.ok ? newProblems(checked.value) : checked.problems;
      if (!checked.ok || problems.length > 0) return refuse(`message to #${channel.name}`, problems, payload);
      const { nonce, enforce_nonce: enforced } = checked.value;
      const before = enforced && nonce != null ? nonces.recall(channel, String(nonce)) : undefined;
      if (before) return { status: 200, body: { ...before.message, nonce } };
      if (lacksEmbeds(ground, checked.value)) return missingPermissions;
      const kept = post(world, ground, checked.value);
      if (nonce != null) nonces.remember(channel, String(nonce), kept);
      return { status: 200, body: { ...kept.message, nonce } };
    },
    edit: (id, messageId, payload) => {
      const ground = groundOf(world, id);
      if (isAnswer(ground)) return ground;
      const { channel } = ground;
      const kept = channel.messages.get(messageId);
      if (!kept) return unknownMessage;
      if (kept.message.author.id !== world.bot.id) return notTheAuthor;
      if (world.isArchived(channel)) return threadArchived;
      const checked = checkSchema(MessageEditRequestPartialSchema, payload);
      const problems = checked.ok ? editProblems(kept, checked.value) : checked.problems;
      if (!checked.ok || problems.length > 0)
        return refuse(`edit of a message in #${channel.name}`, problems, payload);
      const late = editedTooOften(rates, kept);
      if (late) return late;
      kept.message = edited(world, kept.message, checked.value);
      for (const copy of kept.copies ?? []) copyEdited(world, copy, kept.message);
      return { status: 200, body: kept.message };
    },
  };
}

/** What Discord answers where a bot that sees a channel may not write in it. */
function barredFrom({ channel, may }: Ground): Answer | undefined {
  if (isForum(channel) || channel.type === ChannelType.GuildCategory) return noTextChannel;
  if (!may(writing(channel))) return missingPermissions;
  return channel.locked && !may('ManageThreads') ? threadLocked : undefined;
}

function editProblems({ message }: Kept, payload: Payload & Mentioning): readonly Problem[] {
  return [...messageProblems(afterEdit(message, payload)), ...mentionProblems(payload)];
}

/** A published message takes few edits. */
function editedTooOften(rates: Rates, { copies, message: { id } }: Kept): Answer | undefined {
  if (!copies) return undefined;
  const { wait } = rates.take(limits.editingPublished, id);
  const message = 'This message cannot be edited due to announcement rate limits.';
  return wait === undefined ? undefined : tooMany(wait, 'user', { message, code: 20_022 });
}

/** Refuses a payload, and keeps it where tests look for it. */
export function makeRefuse(refused: Refusal[]) {
  return (what: string, problems: readonly Problem[], payload: unknown): Answer => {
    refused.push({ what, problems: problems.map(describe), payload });
    return invalidForm(problems);
  };
}

/** What is wrong with a new message beside what its schema says. */
export function newProblems(payload: Payload & RESTPostAPIChannelMessageJSONBody): readonly Problem[] {
  return [
    ...messageProblems(payload),
    ...mentionProblems(payload),
    ...problem(
      payload.enforce_nonce === true && payload.nonce == null,
      ['nonce'],
      'missing, and to be enforced',
    ),
  ];
}

/** A bot's embeds are not taken where it may not embed links. */
export function lacksEmbeds({ may }: Ground, { embeds }: Payload): boolean {
  return Boolean(embeds?.length) && !may('EmbedLinks');
}

/** Puts a message of the bot's into a channel, and wakes a thread that had fallen asleep. */
export function post(
  world: World,
  ground: Ground,
  payload: Payload & RESTPostAPIChannelMessageJSONBody,
  into: Channel = ground.channel,
  id: Pick<APIMessage, 'id'> | object = {},
): Kept {
  const pinged = pingsOf(payload, ground);
  const message: APIMessage = {
    ...plainMessage(world, into, world.bot, payload),
    ...id,
    mention_everyone: pinged.everyone,
    mention_roles: [...pinged.roles],
  };
  const kept: Kept = { message, pinged };
  into.messages.set(message.id, kept);
  into.activeAt = world.clock.now();
  into.archived = false;
  return kept;
}
