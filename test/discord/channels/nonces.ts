import type { Clock } from '../clock.ts';
import type { Channel, Kept } from '../model.ts';

/** How long an enforced nonce is remembered, in milliseconds: Discord says "a few minutes". */
const remembered = 3 * 60_000;

/** The nonces of the bot's messages, for a few minutes each, and for each channel by itself. */
export interface Nonces {
  readonly remember: (channel: Channel, nonce: string, kept: Kept) => void;
  /** The message that was sent with that nonce a while ago. */
  readonly recall: (channel: Channel, nonce: string) => Kept | undefined;
}

export function makeNonces(clock: Clock): Nonces {
  const sent = new Map<string, { readonly kept: Kept; readonly at: number }>();
  return {
    remember: ({ id }, nonce, kept) => sent.set(`${id} ${nonce}`, { kept, at: clock.now() }),
    recall: ({ id }, nonce) => {
      const one = sent.get(`${id} ${nonce}`);
      return one && clock.now() - one.at <= remembered ? one.kept : undefined;
    },
  };
}
