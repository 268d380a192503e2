import type { REST } from '@discordjs/rest';
import type { APIInteraction } from 'discord-api-types/v10';
import type { Message } from '../message/model.ts';
import { codeOf, codes, isRefusal } from './reason.ts';
import { hasNotArrived } from './request.ts';

/** What an interaction's token is good for, for a quarter of an hour after the first answer. */
export interface Webhook {
  readonly edit: (interaction: APIInteraction, message: Message) => Promise<void>;
  /** A message that is gone already counts as deleted. */
  readonly remove: (interaction: APIInteraction) => Promise<void>;
  readonly followUp: (interaction: APIInteraction, message: Message) => Promise<void>;
}

/** Pauses before something is tried again, in milliseconds. */
const pauses = [250, 1_000, 4_000];

/** What Discord answers while it has not yet taken in a first answer that was the response to its own request. */
const isEarly = (error: unknown): boolean => codeOf(error) === codes.unknownWebhook;

/** Edits and deletions come to the same, however often they arrive. */
const mayComeTwice = (error: unknown): boolean => !isRefusal(error) || isEarly(error);

/** A follow-up that arrives twice is seen twice, and nothing marks it as the same. */
const mayComeOnce = (error: unknown): boolean => isEarly(error) || hasNotArrived(error);

/**
 * Edits, deletions and follow-ups. They are tried again while the connection is at fault, a follow-up only where it
 * has certainly not arrived, and while Discord has not yet taken in the first answer.
 *
 * @param once a client that tries nothing again by itself.
 * @param wait resolves after so many milliseconds.
 */
export function makeWebhook(
  rest: REST,
  once: REST,
  wait: (milliseconds: number) => Promise<unknown>,
): Webhook {
  const persist = async (
    send: () => Promise<unknown>,
    mayAgain: (error: unknown) => boolean,
  ): Promise<void> => {
    for (const pause of pauses) {
      try {
        await send();
        return;
      } catch (error) {
        if (!mayAgain(error)) throw error;
        await wait(pause);
      }
    }
    await send();
  };

  return {
    edit: (interaction, body) =>
      persist(() => rest.patch(original(interaction), { body, auth: false }), mayComeTwice),
    remove: interaction =>
      persist(() => rest.delete(original(interaction), { auth: false }), mayComeTwice).catch(
        (error: unknown) => {
          if (codeOf(error) !== codes.unknownMessage) throw error;
        },
      ),
    followUp: (interaction, body) =>
      persist(() => once.post(path(interaction), { body, auth: false }), mayComeOnce),
  };
}

function path({ application_id, token }: APIInteraction): `/${string}` {
  return `/webhooks/${application_id}/${encodeURIComponent(token)}`;
}

function original(interaction: APIInteraction): `/${string}` {
  return `${path(interaction)}/messages/@original`;
}
