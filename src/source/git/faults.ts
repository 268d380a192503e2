import { Errors } from 'isomorphic-git';
import { NetworkError } from '../../network/network.ts';
import type { Asking, Fault, GitAddress } from '../remote/model.ts';

/** Why a repository gave nothing, as it is found out here; the message is the whole sentence. */
export class GitFault extends Error {
  readonly needsPerson: boolean;

  constructor(message: string, needsPerson: boolean) {
    super(message);
    this.name = 'GitFault';
    this.needsPerson = needsPerson;
  }
}

function ofStatus(status: number, { address: { url }, login }: Asking<GitAddress>): Fault {
  switch (status) {
    case 401:
    case 403:
      return {
        sentence: login
          ? `${url} does not accept CONTENT_TOKEN (${status}): it may be wrong or expired, or may not read this repository.`
          : `${url} asks for a login (${status}): it is private or not there. Check CONTENT, or set CONTENT_TOKEN to an access token that may read it.`,
        // Servers answer 403 as well where they were asked too often.
        needsPerson: status === 401,
      };
    case 404:
    case 410:
      return {
        sentence: `There is no git repository at ${url} (${status}). Check CONTENT; where the repository is private, set CONTENT_TOKEN to an access token that may read it.`,
        needsPerson: true,
      };
    default:
      return { sentence: `${url} answers with an error (${status}). It is asked again.`, needsPerson: false };
  }
}

/** Whether an error is the server's or the way's, so that a clone is not to blame. */
export function isFromAfar(error: unknown): boolean {
  return [NetworkError, GitFault, Errors.HttpError, Errors.SmartHttpError].some(
    kind => error instanceof kind,
  );
}

/** What an error while a repository was asked comes to. */
export function faultOf(error: unknown, asking: Asking<GitAddress>): Fault {
  const { url } = asking.address;
  if (error instanceof GitFault) return { sentence: error.message, needsPerson: error.needsPerson };
  if (error instanceof Errors.HttpError) return ofStatus(error.data.statusCode, asking);
  if (error instanceof NetworkError)
    return { sentence: `${url} cannot be reached: ${error.message}. It is asked again.`, needsPerson: false };
  if (error instanceof Errors.SmartHttpError)
    return {
      sentence: `${url} answers, but not as a git repository does. It is asked again.`,
      needsPerson: false,
    };
  const why = error instanceof Error ? error.message : String(error);
  return {
    sentence: `The repository ${url} could not be read: ${why}`.replace(/[^.]$/, '$&.'),
    needsPerson: false,
  };
}
