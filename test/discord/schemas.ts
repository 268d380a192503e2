import { isDeepStrictEqual } from 'node:util';
import type { ZodMiniType } from 'zod/mini';
import { wire } from './clock.ts';
import type { Problem } from './problems.ts';

/** A payload that holds to its schema, or what is wrong with it. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Checks a payload as it came over the wire against one of Discord's own schemas.
 * The schemas strip keys that they do not know instead of refusing them, so what comes out must equal what went in.
 */
export function checkSchema<T>(schema: ZodMiniType<T>, payload: unknown): Checked<T> {
  const parsed = schema.safeParse(payload);
  if (!parsed.success)
    return { ok: false, problems: parsed.error.issues.flatMap(issue => problemsOf(issue, [])) };
  const value = parsed.data;
  if (typeof value === 'object' && value !== null && !isDeepStrictEqual(wire(value), payload)) {
    return { ok: false, problems: strangers(payload, wire(value), []) };
  }
  return { ok: true, value };
}

interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly errors?: readonly (readonly Issue[])[];
}

/** Of a union's branches, the one that was meant is the one whose `type` fits, and that sees least wrong. */
function problemsOf(issue: Issue, above: readonly (string | number)[]): readonly Problem[] {
  const path = [...above, ...issue.path.map(key => (typeof key === 'symbol' ? String(key) : key))];
  const branches = issue.code === 'invalid_union' ? (issue.errors ?? []) : [];
  const fitting = branches.filter(branch =>
    branch.every(({ path: [key] }) => key !== undefined && key !== 'type'),
  );
  const meant = fitting.toSorted((one, other) => one.length - other.length)[0];
  if (meant) return meant.flatMap(inner => problemsOf(inner, path));
  return [{ path, message: issue.message }];
}

/** Keys of what was sent that the schema does not know. */
function strangers(sent: unknown, known: unknown, path: readonly (string | number)[]): readonly Problem[] {
  if (!isRecord(sent) || !isRecord(known)) {
    return isDeepStrictEqual(sent, known)
      ? []
      : [{ path, message: `${JSON.stringify(sent)} is not what Discord reads here` }];
  }
  return Object.entries(sent).flatMap(([key, value]) =>
    key in known
      ? strangers(value, known[key], [...path, key])
      : [{ path: [...path, key], message: 'Discord knows no such key here' }],
  );
}

/** Whether a value is an object or an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
