import type { APIInteractionResponse, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { flags, frame, plain } from '../message/frame.ts';
import { escapeText } from '../message/markdown/escape.ts';
import type { Layout, Message } from '../message/model.ts';
import type { Locale } from '../words/model.ts';
import { localeOf, wordsOf } from '../words/words.ts';
import type { Audience } from './audience.ts';
import type { Answer, Library, Parts } from './model.ts';
import type { Setting } from './setting.ts';

/** An answer as a message, and who sees it. */
export interface Shown {
  readonly message: Message;
  readonly ephemeral: boolean;
  readonly public: boolean;
  /** Never takes the pressed message's place: what the reader was looking at stays. */
  readonly apart?: boolean;
  readonly outcome?: 'notice' | 'failed' | 'refused';
}

/** The language of an answer: the server's where others see it, the reader's where they do not. */
export function localeFor(setting: Setting, isPublic: boolean, library: Library, parts: Parts): Locale {
  const fallback = parts.defaultLocale ?? localeOf(library.blog.language);
  return isPublic ? (setting.serverLocale ?? fallback) : setting.locale;
}

/** What is private always: errors, guesses, empty results, a quote to copy. */
const privately = (setting: Setting, audience: Audience): Audience => ({
  ephemeral: !setting.direct,
  public: false,
  shareable: audience.public || audience.shareable,
});

/** Turns an answer into the message for its audience. `sharer` is who posts it to the channel, if someone does. */
export function show(
  answer: Answer,
  wanted: Audience,
  setting: Setting,
  library: Library,
  parts: Parts,
  sharer?: string,
): Shown {
  const audience = answer.tone === 'answer' ? wanted : privately(setting, wanted);
  const words = wordsOf(localeFor(setting, audience.public, library, parts));
  const seen = { ephemeral: audience.ephemeral, public: audience.public };
  if (answer.tone === 'copy') return { message: plain(answer.content(words), audience.ephemeral), ...seen };
  const { loading } = library;
  const notes = [
    ...(loading ? [words.notices.loading(loading.read, loading.total)] : []),
    ...(audience.because ? [words.notices.madePrivate[audience.because]] : []),
  ];
  const message = frame(answer.lay(words), words, {
    ephemeral: audience.ephemeral,
    notes,
    ...(sharer !== undefined && audience.public
      ? { signature: words.small.postedBy(escapeText(sharer)) }
      : {}),
    ...(audience.shareable && answer.route ? { share: answer.route } : {}),
    removable: audience.public,
  });
  return { message, ...seen, ...(answer.tone === 'notice' ? { outcome: 'notice' } : {}) };
}

/** A layout for the asker alone, such as a failure. */
export function showPrivately(layout: Layout, setting: Setting): Shown {
  const words = wordsOf(setting.locale);
  const ephemeral = !setting.direct;
  return { message: frame(layout, words, { ephemeral }), ephemeral, public: false };
}

function data(message: Message) {
  const components: APIMessageTopLevelComponent[] = [...(message.components ?? [])];
  return {
    ...(message.flags ? { flags: message.flags } : {}),
    ...(message.content === undefined ? {} : { content: message.content }),
    ...(message.components ? { components } : {}),
    allowed_mentions: { parse: [] },
  };
}

/** Who sees a message is settled by the first response: an edit must not name it. */
export const forEdit = (message: Message): Message => ({
  ...message,
  flags: (message.flags ?? 0) & ~flags.ephemeral,
});

/** The callback that posts a message as a new one, or puts it in the pressed message's place. */
export const callbackOf = (message: Message, how: 'new' | 'update'): APIInteractionResponse =>
  how === 'new' ? { type: 4, data: data(message) } : { type: 7, data: data(forEdit(message)) };
