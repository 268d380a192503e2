import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CloseIcon, SendIcon } from '../icons.tsx';
import { useScene } from '../scene.ts';
import { useChoices } from './choices.ts';
import { Combo } from './combo.tsx';
import {
  at,
  type CommandDraft,
  type Draft,
  descriptionIn,
  EMPTY,
  type Filled,
  fill,
  free,
  missing,
  nameIn,
  onward,
  optionOf,
  withdraw,
} from './draft.ts';

interface CommandProps {
  readonly draft: CommandDraft;
  readonly change: (draft: Draft) => void;
  readonly send: () => void;
}

/** A command with its options as pills, as Discord shows it once it is chosen. */
export function Command({ draft, change, send }: CommandProps) {
  const { words } = useScene();
  const choices = useChoices(draft);
  const [refused, setRefused] = useState(false);
  const lacking = missing(draft);
  const { offered } = draft;

  const enter = () => {
    if (lacking === undefined) return send();
    setRefused(true);
    change(at(draft, lacking));
  };

  return (
    <fieldset class="composer-box command" aria-label={offered.title}>
      <button
        type="button"
        class="command-name"
        title={words.preview.command.cancel}
        aria-label={`${offered.title}: ${words.preview.command.cancel}`}
        onClick={() => change(EMPTY)}
      >
        {offered.title}
        <CloseIcon />
      </button>
      {draft.filled.map(filled => (
        <Pill
          key={filled.name}
          draft={draft}
          filled={filled}
          choices={draft.at === filled.name ? choices : { options: [], looking: false }}
          invalid={refused && filled.name === lacking}
          change={change}
          enter={enter}
        />
      ))}
      <Tail draft={draft} change={change} enter={enter} />
      <button type="button" class="send" aria-label={words.preview.channel.send} onClick={enter}>
        <SendIcon />
      </button>
      {refused && lacking !== undefined && (
        <p class="refused" role="alert">
          {words.preview.command.missing}
        </p>
      )}
    </fieldset>
  );
}

interface PillProps {
  readonly draft: CommandDraft;
  readonly filled: Filled;
  readonly choices: ReturnType<typeof useChoices>;
  readonly invalid: boolean;
  readonly change: (draft: Draft) => void;
  readonly enter: () => void;
}

function Pill({ draft, filled, choices, invalid, change, enter }: PillProps) {
  const { locale, words } = useScene();
  const box = useRef<HTMLElement | null>(null);
  const option = optionOf(draft, filled.name);
  const current = draft.at === filled.name;

  useLayoutEffect(() => {
    if (current && document.activeElement !== box.current) box.current?.focus();
  }, [current]);

  if (!option) return null;
  const name = nameIn(option, locale);
  const hint = option.required ? ` · ${words.preview.command.required}` : '';
  const { looking, none } = { looking: words.preview.command.looking, none: words.preview.command.noChoices };
  const nothing = choices.looking ? looking : none;
  return (
    <span class={pillClass(current, invalid)}>
      <span class="pill-name" aria-hidden="true">
        {name}
        {option.required && <b>*</b>}
      </span>
      <Combo
        box={element => {
          box.current = element;
        }}
        name={`${name}${hint}`}
        text={filled.text}
        options={choices.options}
        heading={`${name} — ${descriptionIn(option, locale)}${hint}`}
        empty={choices.options.length > 0 ? undefined : emptyLine(option, nothing)}
        eager={!choices.looking}
        open={filled.value === undefined}
        required={option.required === true}
        invalid={invalid}
        onText={text => change(fill(draft, { name: filled.name, text }))}
        onPick={({ key, label }) =>
          change(onward(fill(draft, { name: filled.name, text: label, value: key })))
        }
        onEnter={enter}
        onEscape={() => change(EMPTY)}
        onBack={() => change(withdraw(draft, filled.name))}
        onFocus={() => current || change(at(draft, filled.name))}
      />
    </span>
  );
}

function pillClass(current: boolean, invalid: boolean): string {
  return ['option-pill', current ? 'current' : '', invalid ? 'invalid' : ''].filter(Boolean).join(' ');
}

function emptyLine(option: APIApplicationCommandBasicOption, line: string): string | undefined {
  return option.type === 3 && option.autocomplete ? line : undefined;
}

/** Behind the last pill: options that may still be added, and the place from which Enter sends. */
function Tail({ draft, change, enter }: Omit<PillProps, 'filled' | 'choices' | 'invalid'>) {
  const { locale, words } = useScene();
  const box = useRef<HTMLElement | null>(null);
  const [text, setText] = useState('');
  const current = draft.at === undefined;
  const left = free(draft);
  const options = left
    .filter(option => nameIn(option, locale).toLowerCase().startsWith(text.trim().toLowerCase()))
    .map(option => ({
      key: option.name,
      label: nameIn(option, locale),
      detail: descriptionIn(option, locale),
    }));

  useLayoutEffect(() => {
    if (current && document.activeElement !== box.current) box.current?.focus();
  }, [current]);

  const label = left.length === 0 ? draft.offered.title : words.preview.command.optional(left.length);
  return (
    <span class="tail">
      <Combo
        box={element => {
          box.current = element;
        }}
        name={label}
        text={text}
        options={useStable(options)}
        heading={label}
        eager={text !== ''}
        open
        placeholder={left.length === 0 ? '' : label}
        onText={setText}
        onPick={({ key }) => {
          setText('');
          change(fill(draft, { name: key, text: '' }));
        }}
        onEnter={enter}
        onEscape={() => change(EMPTY)}
        onBack={() => change(back(draft))}
        onFocus={() => current || change(at(draft, undefined))}
      />
    </span>
  );
}

/** Backspace behind the last pill goes back into it; without one, the command is gone. */
function back(draft: CommandDraft): Draft {
  const last = draft.filled.at(-1);
  return last ? at(draft, last.name) : EMPTY;
}

/** The same array as long as what it holds is the same. */
function useStable<Item extends { readonly key: string; readonly label: string }>(
  items: readonly Item[],
): readonly Item[] {
  const kept = useRef(items);
  const same = (list: readonly Item[]) => JSON.stringify(list);
  if (same(kept.current) !== same(items)) kept.current = items;
  return kept.current;
}
