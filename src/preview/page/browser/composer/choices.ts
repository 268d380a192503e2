import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Guild } from '../../../guild/model.ts';
import { GUILD } from '../../../place.ts';
import { respond } from '../respond.ts';
import { discordLocale, useScene } from '../scene.ts';
import type { ComboOption } from './combo.tsx';
import { type CommandDraft, completing, optionOf } from './draft.ts';

/** How long Discord waits after a key before it asks the bot, in milliseconds. */
const PAUSE = 300;

export interface Choices {
  readonly options: readonly ComboOption[];
  readonly looking: boolean;
}

const NONE: Choices = { options: [], looking: false };

/** What may be picked for the option that the cursor is in: a role of the server, or what the bot completes. */
export function useChoices(draft: CommandDraft): Choices {
  const { words, preferences, locale, channel, guild } = useScene();
  const [choices, setChoices] = useState(NONE);
  const option = draft.at === undefined ? undefined : optionOf(draft, draft.at);
  const wanted =
    option && option.type === 3 && option.autocomplete ? completing(draft, option.name) : undefined;
  const question = wanted && JSON.stringify(wanted);
  const typed = draft.filled.find(({ name }) => name === draft.at)?.text ?? '';
  const own = useMemo(() => {
    if (option?.type === 5) return yesOrNo(words.preview.command);
    return option?.type === 8 ? rolesOf(guild) : undefined;
  }, [option?.type, words, guild.roles]);
  const begun = useMemo(() => own && begunWith(typed, own), [typed, own]);

  useEffect(() => {
    if (!wanted) return setChoices(NONE);
    const stop = new AbortController();
    setChoices(before => ({ ...before, looking: true }));
    const ask = async () => {
      const asked = {
        act: wanted,
        channel: channel.id,
        reader: preferences.reader,
        locale: discordLocale(locale),
        guildLocale: discordLocale(preferences.guildLocale),
        chance: 0,
      };
      for await (const told of respond(asked, stop.signal)) {
        if (told.tells !== 'choices') continue;
        const options = told.choices.map(({ name, value }) => ({ key: String(value), label: name }));
        setChoices({ options, looking: false });
      }
    };
    // Where nothing is typed yet, there is no pause to wait for.
    const timer = setTimeout(() => ask().catch(() => setChoices(NONE)), typed === '' ? 0 : PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [question, option?.name, locale, preferences.reader]);

  return begun ? { options: begun, looking: false } : choices;
}

function yesOrNo({ yes, no }: { readonly yes: string; readonly no: string }): readonly ComboOption[] {
  return [
    { key: 'true', label: yes },
    { key: 'false', label: no },
  ];
}

function rolesOf({ roles }: Guild): readonly ComboOption[] {
  return [
    ...roles.map(({ id, name }) => ({ key: id, label: `@${name}` })),
    { key: GUILD, label: '@everyone' },
  ];
}

/** Those that begin as what was typed; all where none does. */
function begunWith(typed: string, all: readonly ComboOption[]): readonly ComboOption[] {
  const begun = all.filter(({ label }) => label.toLowerCase().startsWith(typed.toLowerCase()));
  return begun.length > 0 ? begun : all;
}
