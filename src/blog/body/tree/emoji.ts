import { nameToEmoji } from 'gemoji';
import type { Root } from 'mdast';
import { changeTexts } from './walk.ts';

/** Names between colons, one after the other, that are no part of a time, an address, a path or a longer name. */
const shortcodes = /(?<![\w:/])(?::[+-]?[a-z\d][a-z\d_+-]{0,40}:)+(?![\w:/])/g;

const shortcode = /:([^:]+):/g;

/** Icons by their names in a font, which sites show as pictures without words. */
const icons =
  /:(?:material|fontawesome|octicons|simple|bootstrap)-[a-z\d-]{1,60}:|:\((?:fa[bsrldt]?|fa-[a-z]{4,10}) fa-[\w -]{1,60}\):/g;

/** Emoji by their names, `:smile:`, as themselves, in place; what is no emoji's name stays. */
export function readEmoji(root: Root): void {
  changeTexts(root, ({ value }) => {
    if (!value.includes(':')) return undefined;
    const now = value
      .replace(icons, '')
      .replace(shortcodes, codes =>
        codes.replace(shortcode, (written: string, name: string) =>
          Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? written) : written,
        ),
      );
    return now === value ? undefined : [{ type: 'text', value: now }];
  });
}
