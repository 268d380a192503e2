import type { Locale } from '../words/model.ts';
import { locales } from '../words/words.ts';
import type { Checked, Values } from './check.ts';

/** An answer that is to be drawn. */
export interface Picture {
  /** The command, as it is typed. */
  readonly line: string;
  /** The PNG file to be written. */
  readonly file: string;
  readonly dark: boolean;
  /** Of the window, in CSS pixels. */
  readonly width: number;
  /** Of reader and server; the blog's own where absent. */
  readonly locale?: Locale;
  /** Path of the browser; the one that is found where absent. */
  readonly browser?: string;
}

const STANDARD_WIDTH = 720;

/** `"/post latest" out.png --dark --width 375 --locale zh-CN`; undefined where that is not what is written. */
export function readPicture(
  args: readonly string[],
  { CHROMIUM_PATH: browser }: Values,
): Checked<{ readonly open: 'picture' } & Picture> | undefined {
  let dark = false;
  let width = STANDARD_WIDTH;
  let locale: Locale | undefined;
  const words: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? '';
    if (word === '--dark') dark = true;
    else if (word === '--width') width = Number(args[++at]);
    else if (word === '--locale') {
      const named = args[++at];
      locale = locales.find(known => known === named);
      if (!locale) return undefined;
    } else if (word.startsWith('--')) return undefined;
    else words.push(word);
  }
  const file = words.pop();
  const line = words.join(' ');
  const fits = Number.isInteger(width) && width >= 280 && width <= 3000;
  if (file === undefined || line === '' || !/\.png$/i.test(file) || !fits) return undefined;
  const named = { ...(locale ? { locale } : {}), ...(browser === undefined ? {} : { browser }) };
  return { ok: true, value: { open: 'picture', line, file, dark, width, ...named } };
}
