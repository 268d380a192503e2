import { useEffect, useState } from 'preact/hooks';
import { localeOf, wordsOf } from '../../../words/words.ts';
import type { Start } from '../wire.ts';
import { Channel } from './channel.tsx';
import { seenBy } from './entries.ts';
import { Frame } from './frame.tsx';
import { sendLine } from './lines.ts';
import { Panel } from './panel/panel.tsx';
import { keepPreferences, type Preferences, readPreferences } from './preferences.ts';
import { type Scene, SceneContext } from './scene.ts';
import { useTalk } from './talk.ts';

/** What the address asks for; else the newest post, so that there is something to see. */
function opening(): readonly string[] {
  const asked = new URLSearchParams(location.search).getAll('ask');
  return asked.length > 0 ? asked : ['/post latest'];
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
      for (const line of opening()) await sendLine(line, { start, ...talk });
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
    choices: talk.choices,
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
