import type { APIInteraction } from 'discord-api-types/v10';
import type { Response as Answer, Respond } from '../bot/model.ts';
import { makeOnce } from '../bot/once.ts';

export interface OnceOptions {
  readonly respond: Respond;
  /** Does what follows an answer; resolves when it is done, and never rejects. */
  readonly follow: (interaction: APIInteraction, answer: Answer) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Answers an interaction, and does what follows. One that comes again while it is in hand gets the same answer, and
 * nothing is done for it; `undefined` where it comes later still. `waitUntil` is told how long there is work to do.
 */
export function makeAnswerOnce({ respond, follow, now }: OnceOptions) {
  const isNew = makeOnce(now);
  const inHand = new Map<string, Promise<Answer>>();
  return async (
    interaction: APIInteraction,
    waitUntil: (work: Promise<void>) => void,
  ): Promise<Answer | undefined> => {
    const { id } = interaction;
    if (!isNew(id)) return await inHand.get(id);
    const answering = respond(interaction);
    inHand.set(id, answering);
    try {
      const answer = await answering;
      if (answer.later) waitUntil(follow(interaction, answer));
      return answer;
    } finally {
      inHand.delete(id);
    }
  };
}
