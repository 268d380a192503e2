import type { z } from 'zod';
import { counted, type Fault, shown } from './fault.ts';

/** What is set by name: trimmed, never empty. */
export type Values = Readonly<Record<string, string>>;

/** A value, or all that is wrong with it. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads variables by a schema whose messages say what each one wants. */
export function check<T>(schema: z.ZodType<T>, set: Values): Checked<T> {
  const read = schema.safeParse(set);
  if (read.success) return { ok: true, value: read.data };
  const faults = read.error.issues.map(({ path, message }): Fault => {
    const name = String(path[0]);
    return { name, got: got(name, set[name]), wants: message };
  });
  return { ok: false, faults };
}

function got(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  return secrets.has(name) ? `a value of ${counted(value)}` : shown(value);
}

/** Values that are not printed even where they are wrong: most of a right one may stand in them. */
const secrets: ReadonlySet<string> = new Set([
  'DISCORD_TOKEN',
  'DISCORD_PUBLIC_KEY',
  'CONTENT_TOKEN',
  'CONTENT_SECRET',
  'DATABASE_URL',
]);
