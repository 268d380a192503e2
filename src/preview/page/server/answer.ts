import type { Respond, Response } from '../../../bot/model.ts';
import { interactionOf } from '../../interaction.ts';
import { isDeferred, outcomeOf } from '../../outcome.ts';
import { type Place, placeFor, READERS } from '../../place.ts';
import type { Asked, Told } from '../wire.ts';

/** A bot for which chance falls as said. */
export type RespondBy = (chance: number) => Respond;

const EPHEMERAL = 64;

/** Does what a reader does there, and tells what comes of it, as Discord would show it. */
export async function* answer(
  { act, reader, locale, guildLocale, chance }: Asked,
  where: Pick<Place, 'channel' | 'roles'>,
  respondBy: RespondBy,
  nextId: () => string,
): AsyncGenerator<Told> {
  const { user, permissions } = READERS[reader] ?? READERS[0];
  const place = placeFor(locale, { guildLocale, reader: user, permissions, ...where });
  const interaction = interactionOf(place, act, nextId);
  const response = await respondBy(chance)(interaction);
  const { callback } = response;
  if (callback.type === 8) {
    yield { tells: 'choices', choices: callback.data.choices ?? [] };
    return;
  }
  if (isDeferred(response)) yield { tells: 'thinking', ephemeral: isPrivate(response) };
  const outcome = await outcomeOf(interaction, response, place, nextId);
  yield { tells: 'outcome', outcome, response: await whole(response) };
}

function isPrivate({ callback }: Response): boolean {
  return callback.type === 5 && ((callback.data?.flags ?? 0) & EPHEMERAL) !== 0;
}

async function whole(response: Response): Promise<object> {
  const { callback } = response;
  const later = await response.later;
  return later ? { callback, later } : { callback };
}
