import { setTimeout } from 'node:timers/promises';
import type { APIInteraction } from 'discord-api-types/v10';
import type { Pool } from 'undici';
import type { Discord } from '../discord/discord.ts';

/** An interaction as Discord would send it, and what its answer is to say. */
export interface Question {
  readonly interaction: APIInteraction;
  readonly expected: string;
}

/** What became of interactions that were sent one after the other by many at once. */
export interface Traffic {
  readonly sent: () => number;
  readonly answered: () => number;
  /** Why others were not, a sentence each. */
  readonly lost: readonly string[];
  /** Numbers of those that are not answered yet, in order. */
  readonly waiting: () => readonly number[];
  /** Resolves as soon as that is so. It is looked at after each answer. */
  readonly until: (isSo: () => boolean) => Promise<void>;
  /** Sends no more, and resolves once all that were sent are answered. */
  readonly stop: () => Promise<void>;
}

/** So many are on their way at once, and each makes such a pause before the next, in milliseconds. */
const atOnce = 12;
const pause = 50;

/** The same by another reader, and now. */
function asAnother(interaction: APIInteraction, id: string, reader: string): object {
  const { member } = interaction;
  const by = member && { member: { ...member, user: { ...member.user, id: reader } } };
  return { ...interaction, ...by, id, token: `token-${id}` };
}

/** Sends signed interactions, each of another reader, until it is stopped. */
export function startTraffic(
  pool: Pool,
  { signer, world }: Pick<Discord, 'signer' | 'world'>,
  questions: readonly [Question, ...Question[]],
): Traffic {
  const [first] = questions;
  let [sent, answered, isOver] = [0, 0, false];
  const lost: string[] = [];
  const waiting = new Set<number>();
  const watchers = new Set<() => void>();

  const ask = async (number: number): Promise<void> => {
    const { interaction, expected } = questions[number % questions.length] ?? first;
    const body = JSON.stringify(asAnother(interaction, world.nextId(), world.nextId()));
    try {
      const headers = signer.headers(body);
      const response = await pool.request({ path: '/interactions', method: 'POST', body, headers });
      const text = await response.body.text();
      // A machine that is slow has Quoth say that the answer comes later: type 5.
      if (response.statusCode !== 200 || !(text.includes(expected) || text.startsWith('{"type":5')))
        lost.push(`${number} was answered ${response.statusCode} ${text.slice(0, 200)}`);
      else answered += 1;
    } catch (error) {
      lost.push(`${number} was not answered: ${String(error)}`);
    }
  };
  const keepAsking = async (): Promise<void> => {
    while (!isOver) {
      const number = sent++;
      waiting.add(number);
      await ask(number);
      waiting.delete(number);
      for (const look of watchers) look();
      await setTimeout(pause);
    }
  };
  const asking = Promise.all(Array.from({ length: atOnce }, keepAsking));
  return {
    sent: () => sent,
    answered: () => answered,
    lost,
    waiting: () => [...waiting],
    until: isSo =>
      new Promise(resolve => {
        const look = () => {
          if (!isSo()) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
      }),
    stop: async () => {
      isOver = true;
      await asking;
    },
  };
}
