import type { APIMessage } from 'discord-api-types/v10';
import { type Channel, type Guild, messagesIn, starterOf } from '../../guild/model.ts';
import { isAfter } from '../../place.ts';
import type { Asked, Told } from '../wire.ts';

/** What stands in a channel. */
export type Entry = Spoken | Answer | Sent;

/** What the page's server keeps: what Quoth sent by itself, and what was there from the start. */
export interface Sent {
  readonly kind: 'sent';
  readonly id: string;
  readonly message: APIMessage;
}

/** What a person wrote. */
export interface Spoken {
  readonly kind: 'spoken';
  readonly id: string;
  /** Index of the reader. */
  readonly reader: number;
  readonly message: APIMessage;
}

/** What Quoth answered, or is about to. */
export interface Answer {
  readonly kind: 'answer';
  readonly id: string;
  /** Id of the channel that it stands in. */
  readonly channel: string;
  readonly reader: number;
  readonly state: 'waiting' | 'thinking' | 'shown' | 'failed';
  /** Seen by its reader alone. */
  readonly ephemeral: boolean;
  readonly cause: Cause;
  /** What made it what it is now; asking that again brings it up to date. */
  readonly asked: Asked;
  readonly message?: APIMessage;
  /** The response as it is posted to Discord. */
  readonly response?: object;
}

/** Why an answer stands in the channel: a command that was sent, or something that was pressed on a message. */
export type Cause =
  | { readonly by: 'command'; readonly title: string; readonly typed: string }
  | { readonly by: 'press'; readonly on: APIMessage };

/** What happens in the channels. */
export type Event =
  | { readonly type: 'spoke'; readonly entry: Spoken }
  | { readonly type: 'asked'; readonly entry: Answer }
  /** `id` is the entry that the act made or was done on. */
  | { readonly type: 'told'; readonly id: string; readonly told: Told; readonly asked: Asked }
  | { readonly type: 'failed'; readonly id: string }
  | { readonly type: 'dismissed'; readonly id: string };

const EPHEMERAL = 64;

/** The channels after an event. */
export function next(entries: readonly Entry[], event: Event): readonly Entry[] {
  switch (event.type) {
    case 'spoke':
    case 'asked':
      return [...entries, event.entry];
    case 'dismissed':
      return entries.filter(({ id }) => id !== event.id);
    case 'failed':
      return change(entries, event.id, answer =>
        answer.state === 'shown' ? answer : { ...answer, state: 'failed' },
      );
    case 'told':
      return told(entries, event);
  }
}

function told(entries: readonly Entry[], event: Extract<Event, { type: 'told' }>): readonly Entry[] {
  const { id, told: news, asked } = event;
  if (news.tells === 'choices') return entries;
  if (news.tells === 'thinking') {
    return change(entries, id, answer => ({ ...answer, state: 'thinking', ephemeral: news.ephemeral }));
  }
  const { outcome, response } = news;
  switch (outcome.kind) {
    case 'removed':
      return removed(entries, id, asked);
    case 'unchanged':
      return entries.filter(one => one.id !== id || one.kind !== 'answer' || one.message !== undefined);
    case 'message': {
      const shown = (answer: Answer): Answer => ({
        ...answer,
        state: 'shown',
        asked,
        message: outcome.message,
        response,
        ephemeral: ((outcome.message.flags ?? 0) & EPHEMERAL) !== 0,
      });
      return outcome.inPlace ? inPlace(entries, id, shown) : change(entries, id, shown);
    }
  }
}

/** The message that was pressed goes, and with it the answer that was expected. */
function removed(entries: readonly Entry[], id: string, { act }: Asked): readonly Entry[] {
  const pressed = 'message' in act ? act.message.id : undefined;
  return entries.filter(one => one.id !== id && (one.message?.id !== pressed || one.kind !== 'answer'));
}

/** The pressed message changes where it stands, and the entry that was made for an answer goes. */
function inPlace(entries: readonly Entry[], id: string, shown: (answer: Answer) => Answer): readonly Entry[] {
  const made = entries.find(one => one.id === id);
  if (made?.kind !== 'answer') return entries;
  const changed = shown(made);
  const stands = entries.some(one => one.id !== id && one.message?.id === changed.message?.id);
  if (!stands) return change(entries, id, shown);
  return entries.flatMap(one => {
    if (one.id === id) return [];
    return one.kind === 'answer' && one.message?.id === changed.message?.id ? [shown(one)] : [one];
  });
}

function change(entries: readonly Entry[], id: string, how: (answer: Answer) => Answer): readonly Entry[] {
  return entries.map(one => (one.id === id && one.kind === 'answer' ? how(one) : one));
}

/** What one reader sees in a channel, oldest first: everybody's public messages, and their own private ones. */
export function seenIn(
  channel: Channel,
  guild: Guild,
  entries: readonly Entry[],
  reader: number,
): readonly Entry[] {
  const sent = messagesIn(guild, channel.id).map(
    message => ({ kind: 'sent', id: message.id, message }) as const,
  );
  const own = entries.filter(one => channelOfEntry(one) === channel.id && isSeenBy(one, reader));
  const starter = starterOf(guild, channel);
  const first = starter ? [{ kind: 'sent', id: starter.id, message: starter } as const] : [];
  return [...first, ...[...sent, ...own].sort((one, other) => (isAfter(one.id, other.id) ? 1 : -1))];
}

function isSeenBy(entry: Entry, reader: number): boolean {
  return entry.kind !== 'answer' || !entry.ephemeral || entry.reader === reader;
}

function channelOfEntry(entry: Entry): string {
  return entry.kind === 'answer' ? entry.channel : entry.message.channel_id;
}
