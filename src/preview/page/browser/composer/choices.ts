import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { useEffect, useState } from 'preact/hooks';
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

/** What may be picked for the option that the cursor is in, by the bot's own completion. */
export function useChoices(draft: CommandDraft): Choices {
  const { words, preferences, locale } = useScene();
  const [choices, setChoices] = useState(NONE);
  const option = draft.at === undefined ? undefined : optionOf(draft, draft.at);
  const wanted =
    option && option.type === 3 && option.autocomplete ? completing(draft, option.name) : undefined;
  const question = wanted && JSON.stringify(wanted);

  useEffect(() => {
    if (option?.type === 5)
      return setChoices({ options: yesOrNo(draft, option, words.preview.command), looking: false });
    if (!wanted) return setChoices(NONE);
    const stop = new AbortController();
    setChoices(before => ({ ...before, looking: true }));
    const ask = async () => {
      const asked = {
        act: wanted,
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
    const typed = draft.filled.find(({ name }) => name === draft.at)?.text ?? '';
    const timer = setTimeout(() => ask().catch(() => setChoices(NONE)), typed === '' ? 0 : PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [question, option?.name, locale, preferences.reader]);

  return choices;
}

function yesOrNo(
  { filled }: CommandDraft,
  { name }: APIApplicationCommandBasicOption,
  { yes, no }: { readonly yes: string; readonly no: string },
): readonly ComboOption[] {
  const typed = filled.find(one => one.name === name)?.text.toLowerCase() ?? '';
  const both = [
    { key: 'true', label: yes },
    { key: 'false', label: no },
  ];
  const begun = both.filter(({ label }) => label.toLowerCase().startsWith(typed));
  return begun.length > 0 ? begun : both;
}
