import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Calls `leave` when something outside of `box` is pressed while `open`. */
export function useOutside(box: RefObject<HTMLElement | null>, open: boolean, leave: () => void): void {
  useLayoutEffect(() => {
    if (!open) return;
    const pressed = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) leave();
    };
    document.addEventListener('pointerdown', pressed);
    return () => document.removeEventListener('pointerdown', pressed);
  }, [open]);
}
