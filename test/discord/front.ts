import type { Machinery } from './backstage.ts';
import { type Faults, makeFaults } from './faults.ts';
import type { Answer } from './problems.ts';
import { type Advice, makeRest } from './rest.ts';
import type { Request } from './routes.ts';

/** What comes back to the bot: an answer, silence, or a connection that breaks. */
export type Reply = Answer | 'silence' | 'broken';

/** Where the bot's requests come in, over sockets or in process, and where they go wrong as planned. */
export interface Front {
  /** Every request to the REST API, in order. */
  readonly requests: readonly Request[];
  readonly plan: Faults['plan'];
  readonly take: (request: Request) => Promise<Reply>;
}

/** @param advice is looked at each time that the bot asks for it. */
export function makeFront(machinery: Machinery, advice: Advice): Front {
  const rest = makeRest(machinery, advice);
  const faults = makeFaults();
  const requests: Request[] = [];

  const replyTo = async (request: Request): Promise<Reply> => {
    const fault = faults.take(`${request.method} ${request.path}`);
    if (fault === 'stalls') return 'silence';
    if (fault === 'resets') return 'broken';
    if (fault === 'loses the answer' || fault === 'breaks after it') {
      rest(request);
      return fault === 'loses the answer' ? 'silence' : 'broken';
    }
    if (fault === undefined || !('until' in fault)) return fault ?? rest(request);
    try {
      await fault.until;
    } catch {
      return 'broken';
    }
    return rest(request);
  };

  return {
    requests,
    plan: faults.plan,
    take: async request => {
      requests.push(request);
      machinery.changed();
      const reply = await replyTo(request);
      machinery.changed();
      return reply;
    },
  };
}

/** The headers of an answer. A body that is text is no JSON: somebody else's page. */
export function headersOf({ body, headers = {} }: Answer): Record<string, string> {
  if (body === undefined) return { ...headers };
  return { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json', ...headers };
}
