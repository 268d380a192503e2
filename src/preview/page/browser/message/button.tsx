import type { APIButtonComponent, APIMessage } from 'discord-api-types/v10';
import { useState } from 'preact/hooks';
import { ExternalIcon } from '../icons.tsx';
import { useScene } from '../scene.ts';

const STYLES: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
  5: 'secondary',
};

/** A button of a message: pressed, it does what it does in Discord; a link opens. */
export function Button({ button, on }: { readonly button: APIButtonComponent; readonly on: APIMessage }) {
  const { act } = useScene();
  const [pressed, setPressed] = useState(false);
  const face = <Face button={button} />;
  const style = `button ${STYLES[button.style] ?? 'secondary'}`;
  if ('url' in button) {
    return (
      <a class={style} href={button.url} target="_blank" rel="noreferrer noopener">
        {face}
        <ExternalIcon />
      </a>
    );
  }
  if (!('custom_id' in button)) return null;
  const { custom_id: customId } = button;
  const press = async () => {
    setPressed(true);
    await act({ does: 'press', message: on, customId }, { by: 'press', on });
    setPressed(false);
  };
  return (
    <button
      type="button"
      class={pressed ? `${style} pressed` : style}
      disabled={button.disabled}
      aria-busy={pressed}
      onClick={pressed ? undefined : press}
    >
      {face}
    </button>
  );
}

function Face({ button }: { readonly button: APIButtonComponent }) {
  const emoji = 'emoji' in button ? button.emoji?.name : undefined;
  const label = 'label' in button ? button.label : undefined;
  return (
    <span class="face">
      {emoji && <span class="emoji">{emoji}</span>}
      {label && <span>{label}</span>}
    </span>
  );
}
