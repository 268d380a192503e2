import { useEffect, useState } from 'preact/hooks';
import { localeOf, wordsOf } from '../../../words/words.ts';
import { readTyped } from '../../terminal/typed.ts';
import type { Start } from '../wire.ts';
import { Channel } from './channel.tsx';
import { seenBy } from './entries.ts';
import { Frame } from './frame.tsx';
import { Panel } from './panel/panel.tsx';
import { keepPreferences, type Preferences, readPreferences } from './preferences.ts';
import { type Scene, SceneContext } from './scene.ts';
import { type Talk, useTalk } from './talk.ts';

/** What the address asks for; else the newest post, so that there is something to see. */
function opening(): readonly string[] {
  const asked = new URLSearchParams(location.search).getAll('ask');
  return asked.length > 0 ? asked : ['/post latest'];
}

/** Does what a line asks for; the text of a message command is said first. */
async function begin(typed: ReturnType<typeof readTyped>, line: string, { act, speak }: Talk): Promise<void> {
  if (typed.does === 'ask') await act(typed, { by: 'command', title: typed.title, typed: line });
  if (typed.does !== 'ask about') return;
  const message = speak(typed.text);
  const { command } = typed;
  const cause = { by: 'command', title: command.name, typed: command.name } as const;
  if (message) await act({ does: 'ask about', command, message }, cause);
}

/** The whole page. */
export function App({ start }: { readonly start: Start }) {
  const [preferences, setPreferences] = useState(() => readPreferences(start));
  const talk = useTalk(start, preferences);
  const locale = preferences.locales[preferences.reader] ?? 'en';
  const words = wordsOf(locale);

  const prefer = (changed: Partial<Preferences>) => {
    const now = { ...preferences, ...changed };
    setPreferences(now);
    keepPreferences(now);
  };

  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dataset.theme = preferences.theme;
    document.documentElement.toggleAttribute('data-alone', new URLSearchParams(location.search).has('alone'));
  }, [locale, preferences.theme]);

  useEffect(() => {
    const ask = async () => {
      for (const line of opening()) await begin(readTyped(line, start.commands), line, talk);
      document.documentElement.dataset.ready = 'true';
    };
    ask().catch(() => undefined);
    // Once, when the page opens.
  }, []);

  const scene: Scene = {
    start,
    preferences,
    prefer,
    locale,
    words,
    postLanguage: talk.found?.language ?? localeOf(start.guildLocale),
    act: talk.act,
    speak: talk.speak,
    dismiss: talk.dismiss,
  };
  const entries = seenBy(talk.entries, preferences.reader);
  const answer = entries.findLast(one => one.kind === 'answer' && one.state === 'shown');
  return (
    <SceneContext.Provider value={scene}>
      <Frame
        title={talk.found?.title ?? 'Quoth'}
        channel={<Channel entries={entries} />}
        panel={
          <Panel
            found={talk.found}
            answer={answer?.kind === 'answer' ? answer : undefined}
            stopped={talk.stopped}
          />
        }
      />
    </SceneContext.Provider>
  );
}
