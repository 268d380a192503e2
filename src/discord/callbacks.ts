import { setTimeout } from 'node:timers/promises';
import { RateLimitError, type REST, type RESTOptions } from '@discordjs/rest';
import type { APIInteraction, APIInteractionResponse } from 'discord-api-types/v10';
import type { Later, Log, Response } from '../bot/model.ts';
import { callbackOf, forEdit } from '../bot/show.ts';
import type { Message } from '../message/model.ts';
import type { Reach } from './reach.ts';
import { codeOf, codes, isRefusal, reasonOf } from './reason.ts';
import { closeRest, restOf, restOptions } from './rest.ts';
import { makeWebhook } from './webhook.ts';

export interface CallbackOptions {
  readonly reach: Reach;
  readonly log: Log;
  /** What a reader is told, privately, where Discord would not have the answer; writes the log line with its code. */
  readonly apology: (interaction: APIInteraction, error: Error) => Message;
  /** Milliseconds that one attempt may take. */
  readonly timeout?: number;
  /** Resolves after so many milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** Posts answers to interactions. Nothing here rejects: what fails is logged, and said to the reader where possible. */
export interface Callbacks {
  /** Posts the callback and then what follows it. */
  readonly answer: (interaction: APIInteraction, response: Response) => Promise<void>;
  /** Only what follows, where the callback went out as the response to an HTTP request. */
  readonly follow: (interaction: APIInteraction, response: Response) => Promise<void>;
  /** Resolves when everything begun is done, and ends the connections. */
  readonly close: () => Promise<void>;
}

/**
 * A REST client of their own posts callbacks, so that no rate limit of anything else holds them up: connections stay
 * open for 60 s, an attempt takes at most 1.2 s, and one more fits the three seconds that Discord waits.
 */
export function makeCallbacks({
  reach,
  log,
  apology,
  timeout = 1_200,
  wait = setTimeout,
}: CallbackOptions): Callbacks {
  const options: Partial<RESTOptions> = {
    ...restOptions(reach),
    timeout,
    retries: 1,
    // Callbacks and follow-ups are outside the bot's 50 requests a second.
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    rejectOnRateLimit: ({ route, retryAfter }) => route.endsWith('/callback') && retryAfter > timeout,
    handlerSweepInterval: 60_000,
  };
  const rest = restOf(options);
  const once = restOf({ ...options, retries: 0 });
  const webhook = makeWebhook(rest, once, wait);
  const begun = new Set<Promise<void>>();

  const carryOut = async (interaction: APIInteraction, later: Later): Promise<void> => {
    if (later.do === 'edit') return await webhook.edit(interaction, later.message);
    await webhook.remove(interaction);
    if (later.do === 'replace') await webhook.followUp(interaction, later.message);
  };

  const follow = async (interaction: APIInteraction, { callback, later }: Response): Promise<void> => {
    if (!later) return;
    const what = await later;
    try {
      await carryOut(interaction, what);
    } catch (error) {
      if (!isRefusal(error) || gone.has(error.code)) throw error;
      // Where "thinking…" still stands, the apology takes its place.
      const message = apology(interaction, error);
      if (callback.type === 5 && what.do === 'edit') await webhook.edit(interaction, forEdit(message));
      else await webhook.followUp(interaction, message);
    }
  };

  const answer = async (interaction: APIInteraction, response: Response): Promise<void> => {
    try {
      if (!(await post(once, interaction, response.callback))) return;
    } catch (error) {
      if (codeOf(error) === codes.unknownInteraction) throw error;
      if (isRefusal(error)) {
        await post(once, interaction, instead(interaction, apology(interaction, error)));
        return;
      }
      // It may have arrived all the same, so what follows is still tried.
      log.warn(fieldsOf(interaction), `the answer may not have been posted: ${reasonOf(error)}`);
    }
    await follow(interaction, response);
  };

  /** Keeps work in hand until it is done, and says in one line why it failed. */
  const begin = (interaction: APIInteraction, work: Promise<void>): Promise<void> => {
    const done = work
      .catch((error: unknown) =>
        log.warn(fieldsOf(interaction), `an answer was not shown: ${reasonOf(error)}`),
      )
      .finally(() => begun.delete(done));
    begun.add(done);
    return done;
  };

  return {
    answer: (interaction, response) => begin(interaction, answer(interaction, response)),
    follow: (interaction, response) => begin(interaction, follow(interaction, response)),
    close: async () => {
      await Promise.all(begun);
      await Promise.all([rest, once].map(closeRest));
    },
  };
}

/**
 * Posts a callback, and once more where that fails by the connection. False where another process has answered: while
 * one takes another's place, both are given what readers do.
 *
 * @param once a client that tries nothing again by itself.
 */
async function post(once: REST, interaction: APIInteraction, body: APIInteractionResponse): Promise<boolean> {
  const { id, token } = interaction;
  const send = () =>
    once.post(`/interactions/${id}/${encodeURIComponent(token)}/callback`, { body, auth: false });
  try {
    await send();
    return true;
  } catch (error) {
    if (codeOf(error) === codes.acknowledgedAlready) return false;
    if (isRefusal(error) || error instanceof RateLimitError) throw error;
  }
  try {
    await send();
  } catch (error) {
    // The first attempt had arrived; only its answer was lost.
    if (codeOf(error) !== codes.acknowledgedAlready) throw error;
  }
  return true;
}

/** Codes that say that there is nothing left to change. */
const gone = new Set<number | string>([codes.unknownMessage, codes.unknownWebhook, codes.tokenExpired]);

function instead(interaction: APIInteraction, apology: Message): APIInteractionResponse {
  return interaction.type === 4 ? { type: 8, data: { choices: [] } } : callbackOf(apology, 'new');
}

function fieldsOf({ id, type }: APIInteraction): object {
  return { interaction: id, type };
}
