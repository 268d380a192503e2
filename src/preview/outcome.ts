import type {
  APIInteraction,
  APIInteractionResponse,
  APIMessage,
  APIMessageInteractionMetadata,
} from 'discord-api-types/v10';
import type { Response } from '../bot/model.ts';
import { type Body, messageBy } from './message.ts';
import type { Place } from './place.ts';

/** What a reader sees of a response, once all of it has come. */
export type Outcome =
  /** `inPlace` where it stands where the pressed message stood. */
  | { readonly kind: 'message'; readonly message: APIMessage; readonly inPlace: boolean }
  | { readonly kind: 'removed' }
  | { readonly kind: 'unchanged' };

const EPHEMERAL = 64;

/**
 * Does with a response what Discord does: a new message, or one in the pressed message's place, and then what
 * follows it. Waits for what follows.
 */
export async function outcomeOf(
  interaction: APIInteraction,
  response: Response,
  place: Place,
  nextId: () => string,
): Promise<Outcome> {
  const { callback } = response;
  const pressed = interaction.type === 3 ? interaction.message : undefined;
  const inPlace = callback.type === 6 || callback.type === 7;
  const later = await response.later;
  if (later?.do === 'delete') return { kind: 'removed' };
  const body = later?.message ?? bodyOf(callback);
  if (!body) return { kind: 'unchanged' };
  const apart = later?.do === 'replace';
  const audience = inPlace ? pressed?.flags : flagsOf(callback);
  const privacy = apart ? EPHEMERAL : (audience ?? 0) & EPHEMERAL;
  const shown = { ...body, flags: (body.flags ?? 0) | privacy };
  const message = {
    ...messageBy(place.application, shown, place.channel.id, nextId()),
    interaction_metadata: askedBy(interaction, place),
  };
  if (apart || !inPlace || !pressed) return { kind: 'message', message, inPlace: false };
  return { kind: 'message', message: inPlaceOf(pressed, message), inPlace: true };
}

/** True while an answer is still being made. */
export function isDeferred({ callback, later }: Response): boolean {
  return later !== undefined && (callback.type === 5 || callback.type === 6);
}

function bodyOf(callback: APIInteractionResponse): Body | undefined {
  return callback.type === 4 || callback.type === 7 ? callback.data : undefined;
}

function flagsOf(callback: APIInteractionResponse): number | undefined {
  return callback.type === 4 || callback.type === 5 ? callback.data?.flags : undefined;
}

function inPlaceOf(pressed: APIMessage, message: APIMessage): APIMessage {
  const { id, timestamp, interaction_metadata: asked } = pressed;
  return {
    ...message,
    id,
    timestamp,
    edited_timestamp: message.timestamp,
    ...(asked && { interaction_metadata: asked }),
  };
}

function askedBy(interaction: APIInteraction, place: Place): APIMessageInteractionMetadata {
  const owners = { authorizing_integration_owners: { 0: place.guild.id } };
  const asked = { id: interaction.id, user: place.reader, ...owners };
  if (interaction.type !== 3) return { ...asked, type: 2 };
  return { ...asked, type: 3, interacted_message_id: interaction.message.id };
}
