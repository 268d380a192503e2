import type { APIMessage } from 'discord-api-types/v10';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type OfferedOnMessages, offeredOnMessages } from '../../../offered.ts';
import { MoreIcon } from '../icons.tsx';
import { useOutside } from '../outside.ts';
import { useScene } from '../scene.ts';

/** What can be done with a message: Discord's Apps, on a button that shows with the pointer or the keyboard. */
export function Menu({ on }: { readonly on: APIMessage }) {
  const { start, words, locale, act } = useScene();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const offered = offeredOnMessages(start.commands);

  useLayoutEffect(() => {
    if (open) box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [open]);
  useEffect(() => {
    const message = box.current?.parentElement;
    const ask = (event: MouseEvent) => {
      if (isOrdinary(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    message?.addEventListener('contextmenu', ask);
    return () => message?.removeEventListener('contextmenu', ask);
  }, []);
  useOutside(box, open, () => setOpen(false));

  const close = () => {
    setOpen(false);
    box.current?.querySelector<HTMLElement>('.menu-button')?.focus();
  };
  const use = async (one: OfferedOnMessages) => {
    close();
    const title = nameIn(one, start.commands, locale);
    const cause = { by: 'command', title, typed: title } as const;
    await act({ does: 'ask about', command: one.command, message: on }, cause);
  };

  return (
    <div class={open ? 'menu open' : 'menu'} ref={box}>
      <button
        type="button"
        class="menu-button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        aria-label={words.preview.message.more}
        title={words.preview.message.more}
        onClick={() => setOpen(!open)}
      >
        <MoreIcon />
      </button>
      <div class="menu-list" role="menu" id={id} aria-label={words.preview.message.apps} hidden={!open}>
        <p class="menu-heading" role="presentation">
          {words.preview.message.apps}
        </p>
        {offered.map(one => (
          <button
            key={one.command.id}
            type="button"
            role="menuitem"
            onClick={() => use(one)}
            onKeyDown={event => event.key === 'Escape' && close()}
          >
            {nameIn(one, start.commands, locale)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** On a link, a control or chosen text, the browser's own menu is what one wants. */
function isOrdinary({ target }: MouseEvent): boolean {
  const chosen = getSelection()?.isCollapsed === false;
  return chosen || (target instanceof Element && target.closest('a, button, input') !== null);
}

type Registered = ReturnType<typeof useScene>['start']['commands'];

/** The command's name in the reader's language. */
function nameIn({ command }: OfferedOnMessages, commands: Registered, locale: string): string {
  const registered = commands.find(({ name }) => name === command.name);
  const names: Readonly<Record<string, string | null>> = registered?.name_localizations ?? {};
  return names[locale] ?? command.name;
}
