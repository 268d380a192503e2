import type { APIInteractionResponse } from 'discord-api-types/v10';
import { inLanguage } from '../blog/blog.ts';
import { failure } from '../message/notice.ts';
import type { Locale } from '../words/model.ts';
import { wordsOf } from '../words/words.ts';
import type { Answer, Later, Library, Parts, Response, Scene } from './model.ts';
import type { Setting } from './setting.ts';
import { callbackOf, forEdit, localeFor, type Shown, showPrivately } from './show.ts';

/** How long an answer may take before Discord is told that one is coming, in milliseconds. */
const patience = 1_500;

/** Letters of failure codes; none that is read for another. */
const codeLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** The library as a command sees it, for one reader: posts in several languages in that of the answer. */
export function sceneOf(
  library: Library,
  setting: Setting,
  pressed: readonly string[],
  parts: Parts,
  locale: Locale = setting.locale,
): Scene {
  return {
    ...library,
    blog: inLanguage(library.blog, locale),
    words: wordsOf(setting.locale),
    managesServer: setting.managesServer,
    place: {
      ...(setting.guild === undefined ? {} : { guild: setting.guild }),
      channel: setting.channel,
      ...(setting.parent === undefined ? {} : { parent: setting.parent }),
      reader: setting.reader.id,
      locale: localeFor(setting, true, library, parts),
    },
    ...(parts.announcing ? { announcing: parts.announcing } : {}),
    pressed,
    now: parts.now(),
    random: parts.random,
  };
}

/** Where an answer goes: a new message, or the pressed one's place. */
export interface Target {
  readonly how: 'new' | 'update';
  /** Whether Discord is to show “thinking…” to the asker alone, where the answer takes long. */
  readonly ephemeral: boolean;
}

/**
 * What `answer` finds in the posts. While they are still being read it looks again each time that more are, until it
 * finds something; what it found in none is settled once all are read.
 */
export async function answered(
  parts: Parts,
  answer: (library: Library) => Answer | Promise<Answer>,
): Promise<{ readonly answer: Answer; readonly library: Library }> {
  for (;;) {
    const library = parts.library();
    const found = await answer(library);
    const settled = found.tone === 'answer' && found.done;
    if (settled || !library.loading || (found.tone !== 'notice' && library.loading.read > 0)) {
      return { answer: found, library };
    }
    await library.loading.more;
  }
}

/** Why nothing is waited for any more; without a reason a signal makes an error of its own, with its stack. */
const answeredInTime = 'answered';

/** Resolves once some posts are read, and in time for choices, which Discord lets nobody defer. */
export async function firstPosts(parts: Parts): Promise<void> {
  const { loading } = parts.library();
  if (loading?.read !== 0) return;
  const stop = new AbortController();
  await Promise.race([loading.more, parts.wait(patience, stop.signal)]);
  stop.abort(answeredInTime);
}

function waiting({ how, ephemeral }: Target): APIInteractionResponse {
  if (how === 'update') return { type: 6 };
  return ephemeral ? { type: 5, data: { flags: 64 } } : { type: 5 };
}

function afterwards(shown: Shown, target: Target): Later {
  const misplaced = target.how === 'new' && shown.ephemeral && !target.ephemeral;
  return misplaced
    ? { do: 'replace', message: shown.message }
    : { do: 'edit', message: forEdit(shown.message) };
}

/** Gives a failure a code, writes the one log line that holds it, and says it to the reader. */
export function failed(error: unknown, what: string, setting: Setting, parts: Parts): Shown {
  const code = Array.from(
    { length: 4 },
    () => codeLetters[Math.floor(parts.random() * codeLetters.length)],
  ).join('');
  parts.log.error({ code, what, err: error }, `${what} failed; readers were told the code ${code}`);
  const shown = showPrivately(failure(code, wordsOf(setting.locale), wordsOf('en')), setting);
  return { ...shown, apart: true, outcome: 'failed' };
}

/** The response that shows it at once. */
export function responseOf({ message, apart, outcome }: Shown, how: Target['how']): Response {
  const callback = callbackOf(message, apart ? 'new' : how);
  return outcome === undefined ? { callback } : { callback, outcome };
}

/** Answers in time: at once where `work` is quick and there is time for it, else with “thinking…” and an edit later. */
export async function timely(
  work: () => Promise<Shown>,
  target: Target,
  what: string,
  setting: Setting,
  parts: Parts,
): Promise<Response> {
  const { inTurn = begin => begin() } = parts;
  const done = inTurn(work).catch((error: unknown) => failed(error, what, setting, parts));
  const putOff = (): Response => ({
    callback: waiting(target),
    later: done.then(shown => afterwards(shown, target)),
    outcome: 'deferred',
  });
  if (parts.inTurn) return putOff();
  const stop = new AbortController();
  const first = await Promise.race([done, parts.wait(patience, stop.signal).then(() => undefined)]);
  stop.abort(answeredInTime);
  return first ? responseOf(first, target.how) : putOff();
}
