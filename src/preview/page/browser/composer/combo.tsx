import { useEffect, useId, useLayoutEffect, useState } from 'preact/hooks';
import { type Move, moveOf } from './keys.ts';

/** What can be picked while one types. */
export interface ComboOption {
  readonly key: string;
  readonly label: string;
  readonly detail?: string;
  readonly aside?: string;
}

export interface ComboProps {
  readonly name: string;
  readonly text: string;
  readonly options: readonly ComboOption[];
  /** Above the options; a line in their place where there are none. */
  readonly heading: string;
  readonly empty?: string | undefined;
  /** Whether the first option is taken by Enter before any was gone to. */
  readonly eager: boolean;
  readonly open: boolean;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly invalid?: boolean;
  /** Whether Shift and Enter begin another line. */
  readonly multiline?: boolean;
  /** Is given the text box when it is there. */
  readonly box?: (box: HTMLElement | null) => void;
  readonly onText: (text: string) => void;
  readonly onPick: (option: ComboOption) => void;
  readonly onEnter: () => void;
  readonly onEscape?: () => void;
  /** Backspace where nothing is typed. */
  readonly onBack?: () => void;
  readonly onFocus?: () => void;
}

/**
 * A text box with options above it, as Discord's message box has: up and down go to one, Tab and Enter take it,
 * Escape hides them. Keys that belong to an input method are left to it.
 */
export function Combo(props: ComboProps) {
  const { options, heading, empty } = props;
  const id = useId();
  const combo = useCombo(props, id);
  const { shown, at } = combo;
  return (
    <>
      <Field {...props} id={id} combo={combo} />
      <div class="popup" hidden={!shown}>
        <p class="popup-heading">{heading}</p>
        {empty !== undefined && <p class="popup-empty">{empty}</p>}
        <div class="popup-list" role="listbox" id={`${id}-list`} aria-label={heading}>
          {shown &&
            options.map((option, index) => (
              <Row
                key={option.key}
                id={`${id}-${index}`}
                option={option}
                active={index === at}
                pick={() => combo.pick(option)}
                hover={() => combo.go(index)}
              />
            ))}
        </div>
      </div>
    </>
  );
}

type ComboState = ReturnType<typeof useCombo>;

/** Which option is gone to, and what keys do. */
function useCombo(props: ComboProps, id: string) {
  const { text, options, empty, eager, open } = props;
  const [focused, setFocused] = useState(false);
  const [hidden, setHidden] = useState(false);
  const [at, go] = useState(-1);
  const shown = open && focused && !hidden && (options.length > 0 || empty !== undefined);

  // Before a key can pick what stood at the same place among the options of before.
  useLayoutEffect(() => go(eager && options.length > 0 ? 0 : -1), [options, eager]);
  useEffect(() => {
    if (shown) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [shown, at, id]);

  const pick = (option: ComboOption | undefined) => {
    setHidden(true);
    if (option) props.onPick(option);
  };
  const make = (move: Move) => {
    switch (move.does) {
      case 'go':
        setHidden(false);
        return go(move.to);
      case 'pick':
        return pick(options[at]);
      case 'enter':
        return props.onEnter();
      case 'hide':
        return setHidden(true);
      case 'leave':
        return props.onEscape?.();
      case 'back':
        return props.onBack?.();
    }
  };
  const typed = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const standing = { text, shown, hidden, count: options.length, at: at < options.length ? at : -1 };
    const move = moveOf(event.key, event.shiftKey, standing);
    if (!move) return;
    event.preventDefault();
    make(move);
  };
  return { shown, at, go, pick, typed, setHidden, setFocused };
}

function Field(props: ComboProps & { readonly id: string; readonly combo: ComboState }) {
  const { id, combo, text, multiline } = props;
  const { shown, at } = combo;
  const type = (typed: string) => {
    combo.setHidden(false);
    props.onText(typed);
  };
  const shared = {
    ref: props.box ?? null,
    'aria-label': props.name,
    'aria-autocomplete': 'list' as const,
    'aria-controls': `${id}-list`,
    'aria-activedescendant': shown && at >= 0 ? `${id}-${at}` : undefined,
    'aria-required': props.required,
    'aria-invalid': props.invalid,
    autocomplete: 'off' as const,
    autocapitalize: 'off' as const,
    spellcheck: false,
    enterkeyhint: 'send' as const,
    maxLength: 2000,
    placeholder: props.placeholder,
    value: text,
    onKeyDown: combo.typed,
    onFocus: () => {
      combo.setFocused(true);
      combo.setHidden(false);
      props.onFocus?.();
    },
    onBlur: () => combo.setFocused(false),
  };
  if (multiline) {
    return <textarea {...shared} rows={linesOf(text)} onInput={event => type(event.currentTarget.value)} />;
  }
  return (
    <input
      {...shared}
      type="text"
      role="combobox"
      aria-expanded={shown}
      size={Math.max(1, text.length)}
      onInput={event => type(event.currentTarget.value)}
    />
  );
}

/** Most lines that the box shows at once. */
const MOST_LINES = 12;

function linesOf(text: string): number {
  return Math.min(text.split('\n').length, MOST_LINES);
}

interface RowProps {
  readonly id: string;
  readonly option: ComboOption;
  readonly active: boolean;
  readonly pick: () => void;
  readonly hover: () => void;
}

function Row({ id, option, active, pick, hover }: RowProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      class={active ? 'option active' : 'option'}
      // The box keeps the focus.
      onMouseDown={event => event.preventDefault()}
      onClick={pick}
      onKeyDown={undefined}
      onPointerMove={active ? undefined : hover}
    >
      <span class="option-text">
        <span class="option-label">{option.label}</span>
        {option.detail && <span class="option-description">{option.detail}</span>}
      </span>
      {option.aside && <span class="option-aside">{option.aside}</span>}
    </div>
  );
}
