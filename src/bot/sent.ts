/** What Discord sent, or somebody in its place: nothing is known of its fields. */
export type Sent = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Sent => typeof value === 'object' && value !== null;

/** An object's fields; none where it is no object. */
export const recordOf = (value: unknown): Sent => (isRecord(value) ? value : {});

/** A text; the empty one where it is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
