import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Act } from '../../interaction.ts';
import { messageBy } from '../../message.ts';
import { channelFor, snowflakes } from '../../place.ts';
import type { AskChoices } from '../../terminal/choices.ts';
import type { Asked, Change, Found, Start } from '../wire.ts';
import { type Answer, type Cause, type Entry, next, showsAny } from './entries.ts';
import type { Sender } from './lines.ts';
import { withProblems } from './panel/problems.ts';
import type { Preferences } from './preferences.ts';
import { findPosts, findProblems, respond } from './respond.ts';
import { discordLocale } from './scene.ts';

/** The channel as it stands, and what can be done in it. */
export interface Talk extends Omit<Sender, 'start'> {
  readonly entries: readonly Entry[];
  readonly dismiss: (id: string) => void;
  readonly found: Found | undefined;
  /** Whether Quoth is not there any more. */
  readonly stopped: boolean;
}

const nextId = snowflakes(Date.now);

/** The readers' talk with Quoth, kept up to date with the posts. */
export function useTalk(start: Start, { reader, locales, guildLocale }: Preferences): Talk {
  const [entries, happen] = useReducer(next, []);
  const standing = useRef<readonly Entry[]>(entries);
  standing.current = entries;
  const { found, stopped } = useChanges(async ({ posts }) => {
    for (const entry of standing.current) {
      if (entry.kind === 'answer' && entry.message && showsAny(entry.message, posts)) await refresh(entry);
    }
  });

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

  const askedFor = (does: Act): Asked => ({
    act: does,
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
    const entry = { kind: 'answer', id, reader, state: 'waiting', ephemeral: false, cause, asked } as const;
    happen({ type: 'asked', entry });
    await send(id, asked);
  };
  const speak = (text: string) => {
    const author = start.readers[reader];
    if (!author) return undefined;
    const id = nextId();
    const message = messageBy(author, { content: text }, channelFor('en-US'), id);
    happen({ type: 'spoke', entry: { kind: 'spoken', id, reader, message } });
    return message;
  };
  const dismiss = useCallback((id: string) => happen({ type: 'dismissed', id }), []);

  return { entries, act, speak, choices, dismiss, found, stopped };
}

/** What was found in the posts, now and after each change. */
function useChanges(changed: (change: Change) => Promise<void>): Pick<Talk, 'found' | 'stopped'> {
  const [found, setFound] = useState<Found>();
  const [stopped, setStopped] = useState(false);
  const listener = useRef(changed);
  listener.current = changed;

  useEffect(() => {
    const find = () => {
      look(setFound).catch(() => setStopped(true));
    };
    const events = new EventSource('/events');
    events.addEventListener('open', () => {
      setStopped(false);
      find();
    });
    events.addEventListener('error', () => setStopped(true));
    events.addEventListener('change', ({ data }) => {
      find();
      listener.current(JSON.parse(data)).catch(() => setStopped(true));
    });
    return () => events.close();
  }, []);

  return { found, stopped };
}

/** A check keeps the machine busy: answers that are on their way go first. In milliseconds. */
const CALM = 500;

/** Shows the posts at once, and all that is wrong with them once every file is checked. */
async function look(show: (found: Found) => void): Promise<void> {
  const found = await findPosts();
  show(found);
  await new Promise(calm => setTimeout(calm, CALM));
  show(withProblems(found, await findProblems()));
}
