import type { Locale } from '../../../words/model.ts';
import { locales } from '../../../words/words.ts';
import { Avatar } from './avatar.tsx';
import { nameOf, useScene } from './scene.ts';

interface SwitchProps<Value extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: Value;
  readonly values: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
  readonly change: (value: Value) => void;
}

/** A few things of which one holds, side by side. */
function Switch<Value extends string>({ name, label, value, values, change }: SwitchProps<Value>) {
  return (
    <fieldset class="switch">
      <legend>{label}</legend>
      <div class="switch-values">
        {values.map(one => (
          <label key={one.value} lang={one.lang}>
            <input
              type="radio"
              name={name}
              value={one.value}
              checked={one.value === value}
              onChange={() => change(one.value)}
            />
            <span>{one.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Who looks, in which language, at which server, how. `within` tells two sets of switches on one page apart. */
export function Switches({ within }: { readonly within: string }) {
  const { preferences, prefer, words, locale } = useScene();
  const { switches, languages } = words.preview;
  const named = locales.map(value => ({ value, label: languages[value], lang: value }));
  const speak = (spoken: Locale) =>
    prefer({ locales: preferences.locales.map((one, at) => (at === preferences.reader ? spoken : one)) });
  return (
    <div class="switches">
      <Readers within={within} />
      <Switch
        name={`${within}-reader`}
        label={switches.readerLanguage}
        value={locale}
        values={named}
        change={speak}
      />
      <Switch
        name={`${within}-server`}
        label={switches.serverLanguage}
        value={preferences.guildLocale}
        values={named}
        change={guildLocale => prefer({ guildLocale })}
      />
      <Switch
        name={`${within}-theme`}
        label={switches.look}
        value={preferences.theme}
        values={[
          { value: 'dark', label: switches.dark },
          { value: 'light', label: switches.light },
        ]}
        change={theme => prefer({ theme })}
      />
      <Switch
        name={`${within}-width`}
        label={switches.width}
        value={preferences.width}
        values={[
          { value: 'desktop', label: switches.desktop },
          { value: 'phone', label: switches.phone },
        ]}
        change={width => prefer({ width })}
      />
    </div>
  );
}

/** The two readers: whose eyes the channel is seen with. */
function Readers({ within }: { readonly within: string }) {
  const { start, preferences, prefer, words } = useScene();
  return (
    <fieldset class="switch readers">
      <legend>{words.preview.switches.reader}</legend>
      <div class="switch-values">
        {start.readers.map((reader, at) => (
          <label key={reader.id}>
            <input
              type="radio"
              name={`${within}-who`}
              checked={preferences.reader === at}
              onChange={() => prefer({ reader: at })}
            />
            <span>
              <Avatar name={nameOf(reader)} reader={at} />
              {nameOf(reader)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
