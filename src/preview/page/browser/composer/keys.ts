/** How a text box with options stands when a key is pressed. */
export interface Standing {
  readonly text: string;
  /** Whether options are to be seen; `hidden` where Escape hid them. */
  readonly shown: boolean;
  readonly hidden: boolean;
  readonly count: number;
  /** The option that is gone to, or -1. */
  readonly at: number;
}

/** What a key does; undefined where it does what it does in every text box. */
export type Move =
  | { readonly does: 'go'; readonly to: number }
  | { readonly does: 'pick' | 'enter' | 'hide' | 'leave' | 'back' };

/** What a key does in a text box with options, as in Discord's. */
export function moveOf(key: string, shift: boolean, standing: Standing): Move | undefined {
  const { text, shown, at } = standing;
  switch (key) {
    case 'ArrowDown':
      return goTo(1, standing);
    case 'ArrowUp':
      return goTo(-1, standing);
    case 'Tab':
      return shown && at >= 0 && !shift ? { does: 'pick' } : undefined;
    case 'Enter':
      if (shift) return undefined;
      return { does: shown && at >= 0 ? 'pick' : 'enter' };
    case 'Escape':
      return { does: shown ? 'hide' : 'leave' };
    case 'Backspace':
      return text === '' ? { does: 'back' } : undefined;
    default:
      return undefined;
  }
}

/** The option after or before; what Escape hid comes back first. */
function goTo(step: number, { shown, hidden, count, at }: Standing): Move | undefined {
  if (count === 0 || !(shown || hidden)) return undefined;
  if (hidden) return { does: 'go', to: Math.max(0, at) };
  if (at < 0) return { does: 'go', to: step > 0 ? 0 : count - 1 };
  return { does: 'go', to: (at + step + count) % count };
}
