import type { APIMessage, APISelectMenuOption, APIStringSelectComponent } from 'discord-api-types/v10';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { CheckIcon, DownIcon } from '../icons.tsx';
import { useOutside } from '../outside.ts';
import { useScene } from '../scene.ts';

interface SelectProps {
  readonly select: APIStringSelectComponent;
  readonly on: APIMessage;
}

/** Whether the list is open, which option is gone to, and what keys do. */
function useSelect({ select, on }: SelectProps, id: string) {
  const { act } = useScene();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [up, setUp] = useState(false);
  const [at, setAt] = useState(0);
  const { options, custom_id: customId } = select;
  const chosen = options.findIndex(option => option.default);

  useOutside(box, open, () => setOpen(false));
  useEffect(() => {
    if (open) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [open, at, id]);

  const unfold = () => {
    setUp(hasLittleRoom(box.current));
    setAt(Math.max(0, chosen));
    setOpen(true);
  };
  const choose = async (option: APISelectMenuOption | undefined) => {
    setOpen(false);
    if (option) {
      await act({ does: 'choose', message: on, customId, values: [option.value] }, { by: 'press', on });
    }
  };
  const typed = (event: KeyboardEvent) => {
    const to = moved(event.key, at, options.length);
    if (!open) {
      if (!['ArrowDown', 'ArrowUp'].includes(event.key)) return;
      event.preventDefault();
      unfold();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(options[at]).catch(report);
    } else if (to !== undefined) {
      event.preventDefault();
      setAt(to);
    } else {
      setAt(begun(options, event.key) ?? at);
    }
  };
  const toggle = () => (open ? setOpen(false) : unfold());
  return { box, open, up, at, setAt, choose, typed, toggle, shown: options[chosen] };
}

/** A select of a message, with its options as Discord lists them. */
export function Select(props: SelectProps) {
  const { options, placeholder = '', disabled } = props.select;
  const id = useId();
  const { box, open, up, at, setAt, choose, typed, toggle, shown } = useSelect(props, id);
  return (
    <div class="select" ref={box}>
      <button
        type="button"
        class="select-box"
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open ? `${id}-${at}` : undefined}
        aria-label={shown ? `${placeholder} ${shown.label}` : placeholder}
        disabled={disabled}
        onKeyDown={typed}
        onClick={toggle}
      >
        <span class={shown ? 'select-shown' : 'select-placeholder'}>{shown?.label ?? placeholder}</span>
        <DownIcon />
      </button>
      <div
        class={up ? 'select-list up' : 'select-list'}
        role="listbox"
        id={`${id}-list`}
        aria-label={placeholder}
        hidden={!open}
      >
        {open &&
          options.map((option, index) => (
            <Option
              key={option.value}
              id={`${id}-${index}`}
              option={option}
              active={index === at}
              choose={() => choose(option)}
              hover={() => setAt(index)}
            />
          ))}
      </div>
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly option: APISelectMenuOption;
  readonly active: boolean;
  readonly choose: () => Promise<void>;
  readonly hover: () => void;
}

/** Keys go to the box, which names the active option. */
function Option({ id, option, active, choose, hover }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={option.default === true}
      class={active ? 'option active' : 'option'}
      onClick={choose}
      onKeyDown={undefined}
      onPointerMove={hover}
    >
      <span class="option-text">
        <span class="option-label">{option.label}</span>
        {option.description && <span class="option-description">{option.description}</span>}
      </span>
      {option.default && <CheckIcon />}
    </div>
  );
}

/** Height of a whole list, in CSS pixels. */
const LIST = 268;

/** Whether a list below the box would be hidden behind the message box: then it opens above. */
function hasLittleRoom(box: HTMLElement | null): boolean {
  const scroller = box?.closest('.scroller');
  if (!box || !scroller) return false;
  return box.getBoundingClientRect().bottom + LIST > scroller.getBoundingClientRect().bottom;
}

function moved(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

function begun(options: readonly APISelectMenuOption[], key: string): number | undefined {
  if (key.length !== 1) return undefined;
  const found = options.findIndex(({ label }) => label.toLowerCase().startsWith(key.toLowerCase()));
  return found === -1 ? undefined : found;
}

function report(error: unknown): void {
  console.error(error);
}
