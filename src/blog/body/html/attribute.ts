import type { Element } from 'hast';

const literal = /^\s*(?:[\w$.]{1,30}\(\s*)?(["'`])([^"'`$]{1,1000})\1/;

/** A text that Vue binds to an attribute, `:src="withBase('/a.png')"`; undefined where it is not written out. */
export function bound({ properties }: Element, name: string): string | undefined {
  const value = properties[`:${name}`] ?? properties[`vBind:${name}`] ?? properties[`v-bind:${name}`];
  return typeof value === 'string' ? literal.exec(value)?.[2] : undefined;
}

/** The first of these attributes that is a text; undefined where none is, or all are empty. */
export function attribute({ properties }: Element, ...names: readonly string[]): string | undefined {
  return names
    .map(name => properties[name])
    .map(value => (Array.isArray(value) ? value.join(' ') : value))
    .find(value => typeof value === 'string' && value.trim() !== '')
    ?.toString();
}
