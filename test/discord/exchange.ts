import type { APIInteraction, APIMessage } from 'discord-api-types/v10';
import type { Refusal } from './desk.ts';
import type { Channel } from './model.ts';

/** A choice offered while typing. */
export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** One thing that a bot did about an interaction. */
export type Happening =
  | { readonly kind: 'sent'; readonly message: APIMessage }
  | { readonly kind: 'edited'; readonly message: APIMessage }
  | { readonly kind: 'deleted'; readonly message: APIMessage }
  | { readonly kind: 'deferred' }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly reason: string }
  /** Nothing more will come. Only known where the bot runs in the test's own process. */
  | { readonly kind: 'over' };

/** An interaction that was given out, and what came of it. */
export interface Exchange {
  readonly interaction: APIInteraction;
  readonly channel: Channel;
  /** How a person would name it: `/insight`, `the button 下一节`. */
  readonly name: string;
  readonly reader: string;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  answered: boolean;
  /** The message that `@original` stands for. */
  original: string | undefined;
  readonly happens: (what: Happening) => void;
  /** The happening of that number, when it comes. */
  readonly happening: (index: number) => Promise<Happening>;
}

export function makeExchange(
  interaction: APIInteraction,
  channel: Channel,
  name: string,
  openedAt: number,
): Exchange {
  const happened: Happening[] = [];
  let wake = Promise.withResolvers<void>();
  return {
    interaction,
    channel,
    name,
    reader: interaction.member?.user.id ?? interaction.user?.id ?? '',
    openedAt,
    answered: false,
    original: undefined,
    happens: what => {
      happened.push(what);
      wake.resolve();
      wake = Promise.withResolvers();
    },
    happening: async index => {
      for (;;) {
        const what = happened[index];
        if (what) return what;
        await wake.promise;
      }
    },
  };
}
