/** A value that Quoth cannot start with. */
export interface Fault {
  /** The variable, or the words on the command line. */
  readonly name: string;
  /** What stood there, fit to be printed; absent where nothing did. */
  readonly got?: string;
  /** What belongs there, and where to find it. */
  readonly wants: string;
}

/** One line for one fault: the name, what it got, what it wants. */
export function sayFault({ name, got, wants }: Fault): string {
  return got === undefined
    ? `${name} is not set. It wants ${wants}.`
    : `${name} is ${got}, but it wants ${wants}.`;
}

const longest = 80;
const tokenLike = /(?<![\w-])[\w-]{20,}\.[\w-]{4,}\.[\w-]{20,}/;

/**
 * A value as it may be printed: quoted, cut to 80 characters, without the name and password of an address,
 * and never a token, into whichever variable it was pasted.
 */
export function shown(value: string): string {
  if (tokenLike.test(value.slice(0, 300))) return `a value of ${counted(value)} that looks like a token`;
  const at = value.lastIndexOf('@');
  const open = at < 0 ? value : `…${value.slice(at)}`;
  return JSON.stringify(open.length > longest ? `${open.slice(0, longest)}…` : open);
}

/** The length of a value whose characters nobody should see. */
export function counted(value: string): string {
  return value.length === 1 ? '1 character' : `${value.length} characters`;
}
