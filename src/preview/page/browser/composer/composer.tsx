import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Offered, offeredBy } from '../../../offered.ts';
import { refusal } from '../../../terminal/said.ts';
import { readTyped } from '../../../terminal/typed.ts';
import { SendIcon } from '../icons.tsx';
import { sendLine } from '../lines.ts';
import { useScene } from '../scene.ts';
import { Combo } from './combo.tsx';
import { Command } from './command.tsx';
import { type CommandDraft, chosen, type Draft, drafted, EMPTY, sentOf, typedOf } from './draft.ts';
import { picked } from './picker.ts';

/** The message box: what people write, and commands with their options. */
export function Composer() {
  const scene = useScene();
  const { start, words, locale, act, speak } = scene;
  const offered = useMemo(() => offeredBy(start.commands), [start]);
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [refused, setRefused] = useState('');
  const box = useRef<HTMLElement | null>(null);
  const command = draft.kind === 'command';
  const wasCommand = useRef(false);

  useLayoutEffect(() => {
    if (wasCommand.current && !command) box.current?.focus();
    wasCommand.current = command;
  }, [command]);

  const change = (changed: Draft) => {
    setRefused('');
    setDraft(changed);
  };
  const sendCommand = async (sent: CommandDraft) => {
    const typed = sentOf(sent);
    if (typed.does === 'nothing') return setRefused(refusal(typed, words.terminal));
    if (typed.does !== 'ask') return;
    change(EMPTY);
    await act(typed, { by: 'command', title: typed.title, typed: typedOf(sent) });
  };
  const sendText = async (text: string) => {
    if (text.trim() === '') return;
    if (!/^[/／]/.test(text)) {
      change(EMPTY);
      return speak(text.trim());
    }
    const typed = readTyped(text, start.commands);
    if (typed.does === 'nothing') return setRefused(refusal(typed, words.terminal));
    change(EMPTY);
    await sendLine(text.trim(), scene);
  };

  return (
    <form
      class="composer"
      onSubmit={event => {
        event.preventDefault();
      }}
    >
      {draft.kind === 'command' ? (
        <Command draft={draft} change={change} send={() => sendCommand(draft)} />
      ) : (
        <TextBox
          box={element => {
            box.current = element;
          }}
          text={draft.text}
          offered={offered}
          change={change}
          send={() => sendText(draft.text)}
        />
      )}
      {refused !== '' && (
        <p class="refused" role="alert" lang={locale}>
          {refused}
        </p>
      )}
    </form>
  );
}

interface TextBoxProps {
  readonly box: (box: HTMLElement | null) => void;
  readonly text: string;
  readonly offered: readonly Offered[];
  readonly change: (draft: Draft) => void;
  readonly send: () => void;
}

/** What people write; after a slash, the commands that there are. */
function TextBox({ box, text, offered, change, send }: TextBoxProps) {
  const { start, channel: here, words, locale } = useScene();
  const begins = /^[/／]/.test(text);
  const options = useMemo(
    () => (begins ? picked(text, offered, start, locale) : []),
    [begins, text, offered, start, locale],
  );
  const { channel, command } = words.preview;
  const pick = (title: string) => {
    const one = offered.find(known => known.title === title);
    if (one) change(chosen(one));
  };
  return (
    <div class="composer-box">
      <Combo
        box={box}
        multiline
        name={channel.placeholder(here.name)}
        placeholder={channel.placeholder(here.name)}
        text={text}
        options={options}
        heading={command.list}
        empty={options.length > 0 ? undefined : command.none}
        eager
        open={begins}
        onText={typed => change(drafted(typed, offered))}
        onPick={({ key }) => pick(key)}
        onEnter={send}
        onEscape={() => change(EMPTY)}
      />
      <button
        type="button"
        class="send"
        aria-label={channel.send}
        disabled={text.trim() === ''}
        onClick={send}
      >
        <SendIcon />
      </button>
    </div>
  );
}
