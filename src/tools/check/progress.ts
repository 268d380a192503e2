/** Where a bar is drawn: standard error, where that is a terminal. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** A bar is drawn again after so many milliseconds, and first after as many: short runs need none. */
const pace = 100;

const widest = 40;

/** A bar for a long run; on anything but a terminal nothing is drawn. `now` is in milliseconds. */
export function progressOn(screen: Screen, now: () => number) {
  let last = now();
  let isDrawn = false;
  return {
    show(done: number, total: number): void {
      if (!screen.isTTY || now() - last < pace) return;
      last = now();
      isDrawn = true;
      const count = ` ${done}/${total}`;
      const width = Math.max(0, Math.min(widest, (screen.columns ?? 80) - count.length - 1));
      const full = total === 0 ? width : Math.floor((width * done) / total);
      screen.write(`\r${'█'.repeat(full)}${'░'.repeat(width - full)}${count}`);
    },
    /** Wipes the bar away, so that what follows starts on an empty line. */
    clear(): void {
      if (isDrawn) screen.write('\r\u001b[K');
      isDrawn = false;
    },
  };
}
