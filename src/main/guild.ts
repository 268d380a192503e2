import { type LiveGuild, makeGuild } from '../preview/guild/guild.ts';
import { READERS } from '../preview/place.ts';
import type { Locale } from '../words/model.ts';
import { wordsOf } from '../words/words.ts';
import type { LiveLibrary } from './live.ts';

/** The server that the preview pretends; its forum's tags are called like the blog's, those of most posts first. */
export function openGuild(live: LiveLibrary, locale: Locale): LiveGuild {
  const guild = makeGuild(wordsOf(locale).preview.guild, READERS[0].user, Date.now);
  const tag = () => guild.tag([...live.current().byTag.values()].map(({ name }) => name));
  tag();
  live.onChange(tag);
  return guild;
}
