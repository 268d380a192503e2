import { inspect } from 'node:util';

/** A value that prints as `[secret]` wherever it ends up: in a log, an error, JSON, the console. */
export interface Secret {
  /** The value itself, for the one place that needs it. */
  readonly reveal: () => string;
}

/** Keeps `value` out of everything that is printed. */
export function secret(value: string): Secret {
  const hidden = () => '[secret]';
  const kept = { reveal: () => value, toString: hidden, toJSON: hidden, [inspect.custom]: hidden };
  return kept;
}
