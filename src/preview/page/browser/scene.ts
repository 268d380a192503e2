import type { APIMessage, APIUser } from 'discord-api-types/v10';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale, Words } from '../../../words/model.ts';
import type { Channel, Guild } from '../../guild/model.ts';
import type { Sender } from './lines.ts';
import type { Preferences } from './preferences.ts';
import type { Seen } from './unread.ts';

/** What every part of the page may know and do. */
export interface Scene extends Sender {
  readonly guild: Guild;
  /** The channel that is looked at. */
  readonly channel: Channel;
  /** Goes to a channel by its id. */
  readonly go: (channel: string) => void;
  readonly seen: Seen;
  readonly preferences: Preferences;
  readonly prefer: (changed: Partial<Preferences>) => void;
  /** The language and the words of the reader who looks at the channel. */
  readonly locale: Locale;
  readonly words: Words;
  /** Language of what the posts say. */
  readonly postLanguage: string;
  readonly dismiss: (id: string) => void;
}

export const SceneContext = createContext<Scene | undefined>(undefined);

/** The scene; parts of the page stand within one always. */
export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (!scene) throw new Error('A part of the page stands outside of its scene.');
  return scene;
}

/** Who wrote a message, as the page shows names. */
export function nameOf({ global_name, username }: APIUser): string {
  return global_name ?? username;
}

/** The first words of a message, for the line that says what an answer replies to. */
export function gist({ content, components }: APIMessage): string {
  const texts: string[] = content ? [content] : [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null) {
      if ('type' in value && value.type === 10 && 'content' in value) texts.push(String(value.content));
      if ('components' in value) collect(value.components);
    }
  };
  collect(components);
  const lines = texts
    .join('\n')
    .split('\n')
    .filter(line => line.trim() !== '');
  const heading = lines.find(line => line.startsWith('#')) ?? lines[0] ?? '';
  return heading.replace(/^(?:#{1,3}|-#|>) /, '').replaceAll(/\*\*|\[|\]\([^)]*\)|\\/g, '');
}

/** Discord's name of a language. */
export function discordLocale(locale: Locale): 'en-US' | 'zh-CN' | 'zh-TW' {
  return locale === 'en' ? 'en-US' : locale;
}
