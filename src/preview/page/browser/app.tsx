import { useEffect, useMemo, useState } from 'preact/hooks';
import { localeOf, wordsOf } from '../../../words/words.ts';
import { channelOf, type Guild, type Channel as Place } from '../../guild/model.ts';
import { usableWith } from '../../offered.ts';
import { GENERAL } from '../../place.ts';
import type { Start } from '../wire.ts';
import { Channel } from './channel.tsx';
import { Forum } from './channels/forum.tsx';
import { seenIn } from './entries.ts';
import { Frame } from './frame.tsx';
import { sendLine } from './lines.ts';
import { useLive } from './live.ts';
import { Panel } from './panel/panel.tsx';
import { keepPreferences, type Preferences, readPreferences } from './preferences.ts';
import { type Scene, SceneContext } from './scene.ts';
import { useTalk } from './talk.ts';
import { useSeen } from './unread.ts';

/** What the address asks for; else the newest post, so that there is something to see. */
function opening(): readonly string[] {
  const asked = new URLSearchParams(location.search).getAll('ask');
  return asked.length > 0 ? asked : ['/post latest'];
}

/** Id of the channel that the address names. */
function opened({ channels }: Guild): string {
  const name = new URLSearchParams(location.search).get('channel');
  return channels.find(channel => channel.name === name)?.id ?? GENERAL.id;
}

/** A channel by its id; where there is none any more, as when Quoth was started anew, the one that always is. */
function channelAt(guild: Guild, id: string): Place {
  return channelOf(guild, id) ?? { ...GENERAL, kind: 'text' };
}

/** What the page knows from the start, with the commands that this reader may use. */
function useOwn(start: Start, reader: number): Start {
  return useMemo(() => {
    const commands = usableWith(BigInt(start.permissions[reader] ?? 0), start.commands);
    return { ...start, commands };
  }, [start, reader]);
}

function usePreferences(start: Start) {
  const [preferences, setPreferences] = useState(() => readPreferences(start));
  const locale = preferences.locales[preferences.reader] ?? 'en';
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
  return { preferences, prefer, locale, words: wordsOf(locale) };
}

/** The whole page. */
export function App({ start }: { readonly start: Start }) {
  const preferred = usePreferences(start);
  const { preferences } = preferred;
  const { reader } = preferences;
  const own = useOwn(start, reader);
  const [id, go] = useState(() => opened(start.guild));
  const talk = useTalk(own, preferences, id);
  const { found, guild, stopped } = useLive(start, talk.renew);
  const channel = channelAt(guild, id);
  const seen = useSeen(guild, reader, channel.id);

  useEffect(() => {
    const ask = async () => {
      for (const line of opening()) await sendLine(line, { start: own, ...talk });
      document.documentElement.dataset.ready = 'true';
    };
    ask().catch(() => undefined);
    // Once, when the page opens.
  }, []);

  const { act, speak, choices, dismiss } = talk;
  const postLanguage = found?.language ?? localeOf(start.guildLocale);
  const scene: Scene = {
    ...preferred,
    start: own,
    guild,
    channel,
    go,
    seen,
    postLanguage,
    act,
    speak,
    choices,
    dismiss,
  };
  const entries = seenIn(channel, guild, talk.entries, reader);
  const answer = entries.findLast(one => one.kind === 'answer' && one.state === 'shown');
  return (
    <SceneContext.Provider value={scene}>
      <Frame
        title={found?.title ?? 'Quoth'}
        channel={
          channel.kind === 'forum' ? (
            <Forum key={channel.id} />
          ) : (
            <Channel key={channel.id} entries={entries} />
          )
        }
        panel={
          <Panel found={found} answer={answer?.kind === 'answer' ? answer : undefined} stopped={stopped} />
        }
      />
    </SceneContext.Provider>
  );
}
