import { useCallback, useReducer, useRef } from 'preact/hooks';
import type { Act } from '../../interaction.ts';
import { messageBy } from '../../message.ts';
import { snowflakes } from '../../place.ts';
import { showsAny } from '../../shows.ts';
import type { AskChoices } from '../../terminal/choices.ts';
import type { Asked, Change, Start } from '../wire.ts';
import { type Answer, type Cause, type Entry, next } from './entries.ts';
import type { Sender } from './lines.ts';
import type { Preferences } from './preferences.ts';
import { isRepeatable } from './repeat.ts';
import { respond } from './respond.ts';
import { discordLocale } from './scene.ts';

/** What is said in the channels, and what can be done in the one that is looked at. */
export interface Talk extends Omit<Sender, 'start'> {
  readonly entries: readonly Entry[];
  readonly dismiss: (id: string) => void;
  /** Brings the answers up to date that show posts which changed. */
  readonly renew: (change: Change) => Promise<void>;
}

/** The page's server makes ids as well: this number tells theirs apart. */
const OWN = 1;
const nextId = snowflakes(Date.now, OWN);

/** The readers' talk with Quoth; `channel` is the id of the one that is looked at. */
export function useTalk(start: Start, { reader, locales, guildLocale }: Preferences, channel: string): Talk {
  const [entries, happen] = useReducer(next, []);
  const standing = useRef<readonly Entry[]>(entries);
  standing.current = entries;

  const send = async (id: string, asked: Asked) => {
    try {
      for await (const told of respond(asked)) happen({ type: 'told', id, told, asked });
    } catch {
      happen({ type: 'failed', id });
    }
  };
  const refresh = async (entry: Answer) => {
    for await (const told of respond(entry.asked)) {
      if (told.tells !== 'outcome' || told.outcome.kind !== 'message' || !entry.message) continue;
      const { id, timestamp } = entry.message;
      const message = { ...told.outcome.message, id, timestamp };
      const outcome = { ...told.outcome, message, inPlace: false };
      happen({ type: 'told', id: entry.id, told: { ...told, outcome }, asked: entry.asked });
    }
  };
  const renew = async ({ posts }: Change) => {
    for (const entry of standing.current) {
      if (entry.kind !== 'answer' || !entry.message || !showsAny(entry.message, posts)) continue;
      if (isRepeatable(entry.asked.act, start.commands)) await refresh(entry);
    }
  };

  const askedFor = (does: Act): Asked => ({
    act: does,
    channel,
    reader,
    locale: discordLocale(locales[reader] ?? 'en'),
    guildLocale: discordLocale(guildLocale),
    chance: Math.random(),
  });
  const choices: AskChoices = async does => {
    for await (const told of respond(askedFor(does))) if (told.tells === 'choices') return told.choices;
    return [];
  };
  const act = async (does: Act, cause: Cause) => {
    const asked = askedFor(does);
    const id = nextId();
    const begun = { kind: 'answer', state: 'waiting', ephemeral: false } as const;
    happen({ type: 'asked', entry: { ...begun, id, channel, reader, cause, asked } });
    await send(id, asked);
  };
  const speak = (text: string) => {
    const author = start.readers[reader];
    if (!author) return undefined;
    const id = nextId();
    const message = messageBy(author, { content: text }, channel, id);
    happen({ type: 'spoke', entry: { kind: 'spoken', id, reader, message } });
    return message;
  };
  const dismiss = useCallback((id: string) => happen({ type: 'dismissed', id }), []);

  return { entries, act, speak, choices, dismiss, renew };
}
