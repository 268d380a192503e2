import type { Fault, SourceState, Update } from './model.ts';

export interface RemoteOptions {
  /** The source's address, as it may be shown. */
  readonly source: string;
  /** Asks it. Aborted, it may answer nothing. Never rejects. */
  readonly ask: (signal: AbortSignal) => Promise<Update | undefined>;
  /** Is given where its posts lie, each time that is another folder. */
  readonly moved: (folder: string) => void;
  /** Is told a sentence of what is wrong, once, and of its end. */
  readonly warn: (sentence: string) => void;
  /** How often it is asked while it answers, in milliseconds. */
  readonly every: number;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A source that is asked again and again. */
export interface Remote {
  /** What it answered first. */
  readonly first: Promise<Update | undefined>;
  readonly state: () => SourceState;
  /** Asks it now, and once more where it is being asked already: what it says then may be old. */
  readonly hurry: () => void;
  readonly close: () => Promise<void>;
}

/** The first pause after a fault, in milliseconds; each next one is twice as long. */
const shortest = 5_000;

/** How long to wait after so many faults in a row, in milliseconds. */
export function pauseAfter(faults: number, every: number, needsPerson = false): number {
  if (faults === 0 || needsPerson) return every;
  return Math.min(every, shortest * 2 ** Math.min(faults - 1, 20));
}

const minutes = (milliseconds: number): string => {
  const count = Math.max(1, Math.round(milliseconds / 60_000));
  return count === 1 ? 'a minute' : `${count} minutes`;
};

/** Follows a source until it is closed: it is asked each `every`, sooner after a fault, and when it is told to hurry. */
export function followRemote({ source, ask, moved, warn, every, wait, now }: RemoteOptions): Remote {
  const end = new AbortController();
  const first = Promise.withResolvers<Update | undefined>();
  let hurried = Promise.withResolvers<void>();
  let state: SourceState = { source, state: 'asking' };
  let folder: string | undefined;
  let faults = 0;
  let told: ReadonlySet<string> = new Set();

  const tell = (sentences: readonly string[]): void => {
    for (const sentence of sentences) if (!told.has(sentence)) warn(sentence);
    told = new Set(sentences);
  };

  const failed = ({ sentence }: Fault): void => {
    faults++;
    state = { source, state: 'away', since: state.since ?? now(), reason: sentence };
    tell([sentence]);
  };

  const answered = (update: Extract<Update, { folder: string }>): void => {
    if (state.since !== undefined) warn(`${source} answers again, after ${minutes(now() - state.since)}.`);
    faults = 0;
    state = { source, state: 'current' };
    tell(update.notes);
    if (update.folder === folder) return;
    folder = update.folder;
    moved(folder);
  };

  const pause = async (milliseconds: number): Promise<void> => {
    const over = new AbortController();
    const waiting = wait(milliseconds, AbortSignal.any([end.signal, over.signal])).catch(() => undefined);
    await Promise.race([waiting, hurried.promise]);
    over.abort();
  };

  const run = async (): Promise<void> => {
    while (!end.signal.aborted) {
      hurried = Promise.withResolvers();
      const update = await ask(end.signal);
      if (update === undefined || end.signal.aborted) break;
      if ('fault' in update) failed(update.fault);
      else answered(update);
      first.resolve(update);
      await pause(pauseAfter(faults, every, 'fault' in update && update.fault.needsPerson));
    }
    first.resolve(undefined);
  };
  const running = run();

  return {
    first: first.promise,
    state: () => state,
    hurry: () => hurried.resolve(),
    close: async () => {
      end.abort();
      hurried.resolve();
      await running;
    },
  };
}
