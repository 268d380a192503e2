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

/** The bot of the tests, logged in to a fake Discord by the real discord.js. */
export async function logIn(
  discord: Discord,
  options: BotOptions = {},
): Promise<Gateway & { readonly log: KeptLog }> {
  const log = keepLog();
  const callbacks = callbacksTo(discord, log, options);
  const gateway = await openGateway({
    token: options.token ?? discord.token,
    reach: { apiUrl: options.apiUrl ?? discord.apiUrl, ...(options.proxy && { proxy: options.proxy }) },
    respond: options.respond ?? sampleRespond,
    callbacks,
    log,
  });
  let closed: Promise<void> | undefined;
  return {
    ...gateway,
    log,
    close: () => {
      closed ??= gateway.close().then(callbacks.close);
      return closed;
    },
  };
}
