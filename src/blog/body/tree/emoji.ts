import { nameToEmoji } from 'gemoji';
import type { Root } from 'mdast';
import { changeTexts } from './walk.ts';

/** A name between colons that is no part of a time, an address, a path or a longer name. */
const shortcode = /(?<![\w:/]):([+-]?[a-z\d][a-z\d_+-]{0,40}):(?![\w:/])/g;

/** Emoji by their names, `:smile:`, as themselves, in place; what is no emoji's name stays. */
export function readEmoji(root: Root): void {
  changeTexts(root, ({ value }) => {
    if (!value.includes(':')) return undefined;
    const now = value.replace(shortcode, (written: string, name: string) =>
      Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? written) : written,
    );
    return now === value ? undefined : [{ type: 'text', value: now }];
  });
}
