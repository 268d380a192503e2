import type { Element } from 'hast';

/** The first of these attributes that is a text; undefined where none is, or all are empty. */
export function attribute({ properties }: Element, ...names: readonly string[]): string | undefined {
  return names
    .map(name => properties[name])
    .map(value => (Array.isArray(value) ? value.join(' ') : value))
    .find(value => typeof value === 'string' && value.trim() !== '')
    ?.toString();
}
