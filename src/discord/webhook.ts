import type { REST } from '@discordjs/rest';
import type { APIInteraction } from 'discord-api-types/v10';
import type { Message } from '../message/model.ts';
import { codeOf, codes, isRefusal } from './reason.ts';

/** What an interaction's token is good for, for a quarter of an hour after the first answer. */
export interface Webhook {
  readonly edit: (interaction: APIInteraction, message: Message) => Promise<void>;
  /** A message that is gone already counts as deleted. */
  readonly remove: (interaction: APIInteraction) => Promise<void>;
  readonly followUp: (interaction: APIInteraction, message: Message) => Promise<void>;
}

/** Pauses before something is tried again, in milliseconds. */
const pauses = [250, 1_000, 4_000];

/**
 * Edits, deletions and follow-ups. They are tried again while the connection is at fault, and while Discord has not
 * yet taken in a first answer that went out as the response to its own request.
 *
 * @param wait resolves after so many milliseconds.
 */
export function makeWebhook(rest: REST, wait: (milliseconds: number) => Promise<unknown>): Webhook {
  const persist = async (send: () => Promise<unknown>): Promise<void> => {
    for (const pause of pauses) {
      try {
        await send();
        return;
      } catch (error) {
        if (isRefusal(error) && error.code !== codes.unknownWebhook) throw error;
        await wait(pause);
      }
    }
    await send();
  };

  return {
    edit: (interaction, body) => persist(() => rest.patch(original(interaction), { body, auth: false })),
    remove: interaction =>
      persist(() => rest.delete(original(interaction), { auth: false })).catch((error: unknown) => {
        if (codeOf(error) !== codes.unknownMessage) throw error;
      }),
    followUp: (interaction, body) => persist(() => rest.post(path(interaction), { body, auth: false })),
  };
}

function path({ application_id, token }: APIInteraction): `/${string}` {
  return `/webhooks/${application_id}/${encodeURIComponent(token)}`;
}

function original(interaction: APIInteraction): `/${string}` {
  return `${path(interaction)}/messages/@original`;
}
