import { setTimeout } from 'node:timers/promises';

/** What became of interactions that were sent. */
export interface Streamed {
  readonly sent: number;
  /** How long each took that was answered, in milliseconds, since it was due: one that had to wait to be sent waits too. */
  readonly durations: readonly number[];
  /** What went wrong with the others, as far as anybody said. */
  readonly faults: readonly string[];
}

export interface Pace {
  /** How many a second. */
  readonly rate: number;
  /** For how long, in milliseconds. */
  readonly ms: number;
  /** How long those are waited for in the end that are late, in milliseconds. */
  readonly patience?: number;
}

/** How often it is looked what is due, and how long what is late is waited for unless told, in milliseconds. */
const tick = 5;
const usual = 15_000;

/** Waits until it is so, but not for ever. */
export async function patiently(isSo: () => boolean, patience = usual): Promise<void> {
  const begun = performance.now();
  while (!isSo() && performance.now() - begun < patience) await setTimeout(tick);
}

/** Sends at a steady pace, whether or not what was sent before is answered. `send` resolves with the answer. */
export async function stream(send: () => Promise<unknown>, { rate, ms, patience }: Pace): Promise<Streamed> {
  const durations: number[] = [];
  const faults: string[] = [];
  const total = Math.round((rate * ms) / 1_000);
  const begun = performance.now();
  let sent = 0;
  const one = (due: number): void => {
    const answered = () => durations.push(performance.now() - due);
    send().then(answered, error => faults.push(String(error)));
  };
  while (sent < total) {
    const due = Math.min(total, ((performance.now() - begun) * rate) / 1_000);
    for (; sent < due; sent++) one(begun + (sent * 1_000) / rate);
    await setTimeout(tick);
  }
  await patiently(() => durations.length + faults.length >= sent, patience);
  return { sent, durations, faults };
}

/** Sends so many at once, and waits for so long, in milliseconds, where any is late. */
export async function burst(
  send: () => Promise<unknown>,
  count: number,
  patience = usual,
): Promise<Streamed> {
  return await stream(send, { rate: count * 1_000, ms: 1, patience });
}
