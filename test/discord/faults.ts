import type { Answer } from './problems.ts';

/** What goes wrong with a request. */
export type Fault =
  /** Nothing is done, and nothing ever answered. */
  | 'stalls'
  /** It is done, but nothing is ever answered. */
  | 'loses the answer'
  /** The connection breaks before anything is done. */
  | 'resets'
  /** It is done, and the connection breaks instead of an answer. */
  | 'breaks after it'
  /** It is done and answered only then. */
  | { readonly until: Promise<unknown> }
  /** Something else is answered, and nothing done. */
  | Answer;

/** Requests that are going to go wrong. */
export interface Faults {
  /** The next `times` requests whose `POST /interactions/…/callback` matches go wrong that way. */
  readonly plan: (matching: RegExp, fault: Fault, times?: number) => void;
  /** What goes wrong with this request, if anything. */
  readonly take: (request: string) => Fault | undefined;
}

export function makeFaults(): Faults {
  const planned: { readonly matching: RegExp; readonly fault: Fault; left: number }[] = [];
  return {
    plan: (matching, fault, times = 1) => {
      planned.push({ matching, fault, left: times });
    },
    take: request => {
      const one = planned.find(({ matching, left }) => left > 0 && matching.test(request));
      if (one) one.left -= 1;
      return one?.fault;
    },
  };
}
