import { setImmediate } from 'node:timers/promises';
import type { Log, Respond } from '../../src/bot/model.ts';
import { type Callbacks, makeCallbacks } from '../../src/discord/callbacks.ts';
import { type Gateway, openGateway } from '../../src/gateway/gateway.ts';
import type { HttpProxy } from '../../src/network/proxy.ts';
import type { Discord } from './discord.ts';
import { sampleRespond } from './sample.ts';

/** A log that keeps its lines. */
export interface KeptLog extends Log {
  readonly lines: readonly string[];
  /** All that was logged, with its fields. */
  readonly text: () => string;
}

export function keepLog(): KeptLog {
  const lines: string[] = [];
  const all: string[] = [];
  const keep = (fields: object, line: string): void => {
    lines.push(line);
    all.push(`${line} ${JSON.stringify(fields)}`);
  };
  return { lines, text: () => all.join('\n'), info: keep, warn: keep, error: keep };
}

export interface BotOptions {
  readonly respond?: Respond;
  readonly token?: string;
  readonly apiUrl?: string;
  readonly proxy?: HttpProxy;
  /** Milliseconds that an attempt to post an answer may take: as Quoth has it unless told. */
  readonly timeout?: number;
  /** The same for a request while it logs in. */
  readonly patience?: number;
}

/** What an answer that Discord refused is replaced by in tests. */
export const apologyText = 'Something went wrong on our side.';

/** Callbacks to a fake Discord that try again at once. */
export function callbacksTo(discord: Discord, log: Log = keepLog(), options: BotOptions = {}): Callbacks {
  return makeCallbacks({
    reach: { apiUrl: options.apiUrl ?? discord.apiUrl, ...(options.proxy && { proxy: options.proxy }) },
    log,
    apology: () => ({ content: apologyText, flags: 64, allowed_mentions: { parse: [] } }),
    ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
    wait: () => Promise.resolve(),
  });
}

/** The bot of the tests. */
export interface TestBot extends Gateway {
  readonly log: KeptLog;
  /** How long it waited before it tried to log in again, each time, in milliseconds. */
  readonly pauses: readonly number[];
}

/** The bot of the tests, about to log in to a fake Discord by the real discord.js; it waits for no time to pass. */
export function openBot(discord: Discord, options: BotOptions = {}): TestBot {
  const log = keepLog();
  const pauses: number[] = [];
  const callbacks = callbacksTo(discord, log, options);
  const gateway = openGateway({
    token: options.token ?? discord.token,
    reach: { apiUrl: options.apiUrl ?? discord.apiUrl, ...(options.proxy && { proxy: options.proxy }) },
    respond: options.respond ?? sampleRespond,
    callbacks,
    log,
    ...(options.patience === undefined ? {} : { patience: options.patience }),
    wait: milliseconds => {
      pauses.push(milliseconds);
      return setImmediate();
    },
  });
  let closed: Promise<void> | undefined;
  return {
    ...gateway,
    log,
    pauses,
    close: () => {
      closed ??= gateway.close().then(callbacks.close);
      return closed;
    },
  };
}

/** The same once it is there; throws with the reason where it is not let in. */
export async function logIn(discord: Discord, options: BotOptions = {}) {
  const bot = openBot(discord, options);
  const account = await Promise.race([bot.ready, bot.ended]);
  if (typeof account !== 'string') return { ...bot, account };
  await bot.close();
  throw new Error(account);
}
