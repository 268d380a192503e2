import type { APIInteraction, APIInteractionResponse } from 'discord-api-types/v10';
import type { Message } from '../message/model.ts';

/** What follows a first answer, by the interaction's own token. */
export type Later = { readonly do: 'edit'; readonly message: Message } | { readonly do: 'delete' };

/** What a way in posts for one interaction. */
export interface Response {
  /** Body of the interaction's callback, sent within three seconds of the interaction. */
  readonly callback: APIInteractionResponse;
  /** Then, where there is one: an edit or deletion of the original response. Never rejects. */
  readonly later?: Promise<Later>;
}

/** Answers one interaction. Never rejects and never takes longer than about 1.5 s: slow answers are deferred. */
export type Respond = (interaction: APIInteraction) => Promise<Response>;
