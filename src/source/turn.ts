import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { makeFolder } from '../disk/make-folder.ts';

/** What one process does while the others on this machine wait. */
export interface Turn {
  /** Lets another have it; does nothing where that was done. */
  readonly end: () => void;
}

interface Waiting {
  /** Aborted, nobody is waited for any more. */
  readonly signal?: AbortSignal | undefined;
  /** How long somebody may have the turn before it is taken as well, in milliseconds. */
  readonly patience: number;
}

/** How often it is looked whether the turn is free, in milliseconds. */
const look = 50;

/** Where nothing can be locked, nobody waits: what is done in turn is safe without, and only done more than once. */
const nobodys: Turn = { end: () => undefined };

/** SQLITE_BUSY, whatever stands above it. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;

/**
 * The turn that a file stands for; undefined while another process, or another part of this one, has it. It is a lock
 * of the system's, by SQLite, and so ends with the process or the worker that has it, whatever ends that. The file
 * stays there, empty.
 */
export function tryTurn(file: string): Turn | undefined {
  let lock: DatabaseSync | undefined;
  try {
    makeFolder(dirname(file));
    const opened = new DatabaseSync(file);
    lock = opened;
    opened.exec('begin exclusive');
    return { end: () => (opened.isOpen ? opened.close() : undefined) };
  } catch (error) {
    lock?.close();
    return isBusy(error) ? undefined : nobodys;
  }
}

/** Waits for the turn that a file stands for. Never rejects. */
export async function takeTurn(file: string, { signal, patience }: Waiting): Promise<Turn> {
  for (let waited = 0; waited < patience && signal?.aborted !== true; waited += look) {
    const turn = tryTurn(file);
    if (turn) return turn;
    await setTimeout(look, undefined, { signal }).catch(() => undefined);
  }
  return nobodys;
}
