import type { APIMessage } from 'discord-api-types/v10';
import type { Channel } from '../model.ts';
import { channelObject } from '../objects.ts';
import { type Answer, missingPermissions, unknownMessage } from '../problems.ts';
import type { World } from '../world.ts';
import { groundOf, isAnswer } from './access.ts';

/** `GET /channels/:channel` */
export function getChannel(world: World, id: string): Answer {
  const ground = groundOf(world, id);
  return isAnswer(ground) ? ground : { status: 200, body: channelObject(world, ground.channel) };
}

/** `GET /channels/:channel/messages`: newest first, nothing for who may not read the history. */
export function listMessages(world: World, id: string, query: URLSearchParams): Answer {
  const ground = groundOf(world, id);
  if (isAnswer(ground)) return ground;
  if (!ground.may('ReadMessageHistory')) return { status: 200, body: [] };
  const [before, after] = [query.get('before'), query.get('after')];
  const all = shown(world, ground.channel).filter(
    one =>
      (before === null || BigInt(one.id) < BigInt(before)) &&
      (after === null || BigInt(one.id) > BigInt(after)),
  );
  const limit = Number(query.get('limit') ?? 50);
  // Behind `after`, the oldest are given.
  const some = after === null ? all.toReversed().slice(0, limit) : all.slice(0, limit).toReversed();
  return { status: 200, body: some };
}

/** `GET /channels/:channel/messages/:message` */
export function getMessage(world: World, id: string, messageId: string): Answer {
  const ground = groundOf(world, id);
  if (isAnswer(ground)) return ground;
  if (!ground.may('ReadMessageHistory')) return missingPermissions;
  const message = shown(world, ground.channel).find(one => one.id === messageId);
  return message ? { status: 200, body: message } : unknownMessage;
}

/** Messages as a bot without the message content intent is shown them: others' are empty. */
function shown(world: World, { messages }: Channel): readonly APIMessage[] {
  return [...messages.values()]
    .filter(({ onlyFor }) => onlyFor === undefined)
    .map(({ message }) =>
      message.author.id === world.bot.id
        ? message
        : { ...message, content: '', embeds: [], components: [], attachments: [] },
    );
}
