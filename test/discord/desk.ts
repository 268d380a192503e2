import {
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookUpdateRequestPartialSchema,
} from 'discord-api-spec/zod';
import { type APIInteraction, type APIInteractionResponse, MessageFlags } from 'discord-api-types/v10';
import { bodyProblems, checkCallback } from './callback.ts';
import { type Choice, type Exchange, makeExchange } from './exchange.ts';
import { afterEdit, answerMessage, edited, isLoading, type Payload } from './messages.ts';
import type { Channel, Kept } from './model.ts';
import {
  type Answer,
  acknowledgedAlready,
  describe,
  invalidForm,
  type Problem,
  tokenExpired,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from './problems.ts';
import { checkSchema } from './schemas.ts';
import type { World } from './world.ts';

/** A payload of the bot's that Discord would have refused. */
export interface Refusal {
  /** What was sent: `callback of /insight`, `edit of /search`. */
  readonly what: string;
  readonly problems: readonly string[];
  readonly payload: unknown;
}

/** How long the first answer to an interaction may take, and how long its token lives, in milliseconds. */
const firstAnswer = 3_000;
const tokenLife = 15 * 60_000;

/** Where answers to interactions come in, whichever way they come. */
export interface Desk {
  readonly refused: Refusal[];
  /** Gives an interaction out; its token is good from now on. */
  readonly open: (interaction: APIInteraction, channel: Channel, name: string) => Exchange;
  /** The exchange that a token belongs to. */
  readonly exchange: (token: string) => Exchange | undefined;
  /** `POST /interactions/:id/:token/callback`, or the body of an HTTP interaction's response. */
  readonly callback: (id: string, token: string, payload: unknown) => Answer;
  /** `GET`, `PATCH`, `DELETE /webhooks/:application/:token/messages/:message`; `@original` is the first answer. */
  readonly get: (token: string, message: string) => Answer;
  readonly edit: (token: string, message: string, payload: unknown) => Answer;
  readonly remove: (token: string, message: string) => Answer;
  /** `POST /webhooks/:application/:token` */
  readonly followUp: (token: string, payload: unknown) => Answer;
}

/** @param changed called after every answer, so that who waits for something can look again. */
export function makeDesk(world: World, changed: () => void): Desk {
  const open = new Map<string, Exchange>();
  const refused: Refusal[] = [];

  const refuse = (
    exchange: Exchange,
    what: string,
    problems: readonly Problem[],
    payload: unknown,
  ): Answer => {
    const refusal = { what: `${what} of ${exchange.name}`, problems: problems.map(describe), payload };
    refused.push(refusal);
    exchange.happens({ kind: 'refused', refusal });
    return invalidForm(problems);
  };

  const age = (exchange: Exchange): number => world.clock.now() - exchange.openedAt;

  /** The exchange of a token, where it may still be answered further. */
  const alive = (token: string): Exchange | Answer => {
    const exchange = open.get(token);
    if (exchange?.answered !== true) return unknownWebhook;
    return age(exchange) > tokenLife ? tokenExpired : exchange;
  };

  const kept = ({ channel, original }: Exchange, id: string): Kept | undefined =>
    channel.messages.get(id === '@original' ? (original ?? '') : id);

  const add = (exchange: Exchange, payload: Payload, original?: string): Kept => {
    const { interaction, channel } = exchange;
    const flags = (payload.flags ?? 0) | (forcedPrivate(interaction) ? MessageFlags.Ephemeral : 0);
    const message = answerMessage(
      world,
      { ...payload, flags },
      { interaction, channel, ...(original && { original }) },
    );
    const one: Kept = {
      message,
      ...((flags & MessageFlags.Ephemeral) !== 0 && { onlyFor: exchange.reader }),
    };
    channel.messages.set(message.id, one);
    return one;
  };

  const change = (exchange: Exchange, one: Kept, payload: Payload): void => {
    one.message = edited(world, one.message, payload);
    exchange.happens({ kind: 'edited', message: one.message });
  };

  const acknowledge = (exchange: Exchange, response: APIInteractionResponse): readonly Problem[] => {
    switch (response.type) {
      case 4: {
        const { message } = add(exchange, response.data);
        exchange.original = message.id;
        exchange.happens({ kind: 'sent', message });
        break;
      }
      case 5: {
        const { message } = add(exchange, { flags: (response.data?.flags ?? 0) | MessageFlags.Loading });
        exchange.original = message.id;
        exchange.happens({ kind: 'deferred' });
        break;
      }
      case 6:
      case 7: {
        exchange.original = exchange.interaction.message?.id;
        const one = kept(exchange, '@original');
        if (response.type === 6) exchange.happens({ kind: 'deferred' });
        else if (one) change(exchange, one, response.data ?? {});
        break;
      }
      case 8:
        exchange.happens({
          kind: 'choices',
          choices: (response.data.choices ?? []).map(({ name, value }): Choice => ({ name, value })),
        });
        break;
      default:
        return [{ path: ['type'], message: `a response of type ${response.type} is not known to this fake` }];
    }
    exchange.answered = true;
    return [];
  };

  const answered = (answer: Answer): Answer => {
    changed();
    return answer;
  };

  return {
    refused,
    open: (interaction, channel, name) => {
      const exchange = makeExchange(interaction, channel, name, world.clock.now());
      open.set(interaction.token, exchange);
      return exchange;
    },
    exchange: token => open.get(token),
    callback: (id, token, payload) => {
      const exchange = open.get(token);
      if (exchange?.interaction.id !== id) return unknownInteraction;
      if (exchange.answered) return acknowledgedAlready;
      if (age(exchange) > firstAnswer) {
        exchange.happens({ kind: 'failed', reason: 'the first answer came after more than three seconds' });
        return answered(unknownInteraction);
      }
      const checked = checkCallback(exchange.interaction, payload);
      const problems = checked.ok ? acknowledge(exchange, checked.value) : checked.problems;
      return answered(
        problems.length === 0 ? { status: 204 } : refuse(exchange, 'callback', problems, payload),
      );
    },
    get: (token, id) => {
      const exchange = alive(token);
      if ('status' in exchange) return exchange;
      const one = kept(exchange, id);
      return one ? { status: 200, body: one.message } : unknownMessage;
    },
    edit: (token, id, payload) => {
      const exchange = alive(token);
      if ('status' in exchange) return exchange;
      const one = kept(exchange, id);
      if (!one) return unknownMessage;
      const checked = checkSchema(IncomingWebhookUpdateRequestPartialSchema, payload);
      const problems = checked.ok
        ? bodyProblems(afterEdit(one.message, checked.value), checked.value)
        : checked.problems;
      if (!checked.ok || problems.length > 0) return answered(refuse(exchange, 'edit', problems, payload));
      change(exchange, one, checked.value);
      return answered({ status: 200, body: one.message });
    },
    remove: (token, id) => {
      const exchange = alive(token);
      if ('status' in exchange) return exchange;
      const one = kept(exchange, id);
      if (!one) return unknownMessage;
      exchange.channel.messages.delete(one.message.id);
      exchange.happens({ kind: 'deleted', message: one.message });
      return answered({ status: 204 });
    },
    followUp: (token, payload) => {
      const exchange = alive(token);
      if ('status' in exchange) return exchange;
      const checked = checkSchema(IncomingWebhookInteractionRequestSchema, payload);
      const problems = checked.ok ? bodyProblems(checked.value, checked.value) : checked.problems;
      if (!checked.ok || problems.length > 0)
        return answered(refuse(exchange, 'follow-up', problems, payload));
      const original = kept(exchange, '@original');
      if (original && isLoading(original.message)) {
        // So that old bots go on working, the first follow-up of a deferred answer fills that answer in.
        change(exchange, original, {
          ...checked.value,
          flags: (checked.value.flags ?? 0) & ~MessageFlags.Ephemeral,
        });
        return answered({ status: 200, body: original.message });
      }
      const { message } = add(exchange, checked.value, exchange.original);
      exchange.happens({ kind: 'sent', message });
      return answered({ status: 200, body: message });
    },
  };
}

/** Discord makes every answer of an application private that only its user installed, where the server says so. */
function forcedPrivate(interaction: APIInteraction): boolean {
  const external =
    interaction.guild_id !== undefined && interaction.authorizing_integration_owners[0] === undefined;
  const mayUseExternalApps = (BigInt(interaction.member?.permissions ?? 0) & (1n << 50n)) !== 0n;
  return external && !mayUseExternalApps;
}
