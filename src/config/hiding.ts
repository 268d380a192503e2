import { inspect } from 'node:util';

/** A copy that shows `[secret]` in place of one of its fields wherever all of it is printed: console, JSON, log. */
export function hiding<T extends object>(value: T, field: keyof T): T {
  const shown = { value: () => ({ ...value, [field]: '[secret]' }) };
  return Object.defineProperties({ ...value }, { toJSON: shown, [inspect.custom]: shown });
}
