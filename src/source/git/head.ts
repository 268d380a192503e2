import git, { type AuthCallback, type HttpClient, type ServerRef } from 'isomorphic-git';
import type { GitAddress } from '../remote/model.ts';
import { GitFault } from './faults.ts';

/** A commit on a server, and the name under which it is asked for. */
export interface Head {
  readonly ref: string;
  readonly oid: string;
}

export interface Server {
  readonly http: HttpClient;
  readonly url: string;
  /** Absent where there is no login. */
  readonly onAuth?: AuthCallback;
}

/** How many branches a sentence names. */
const mostNamed = 10;

function refsOf({ http, url, onAuth }: Server, prefix: string): Promise<readonly ServerRef[]> {
  return git.listServerRefs({ http, url, onAuth, prefix, symrefs: true, peelTags: true });
}

async function branchesOf(server: Server): Promise<readonly string[]> {
  return (await refsOf(server, 'refs/heads/')).map(({ ref }) => ref.replace(/^refs\/heads\//, ''));
}

const listed = (names: readonly string[]): string =>
  names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ', …' : '');

async function without(server: Server, branch: string): Promise<GitFault> {
  const names = await branchesOf(server);
  const there = names.length === 0 ? 'It has none.' : `There are: ${listed(names)}.`;
  return new GitFault(`${server.url} has no branch or tag "${branch}", which CONTENT names. ${there}`, true);
}

/** A server's own branch may be one that is not there, such as master beside main. */
async function headless(server: Server): Promise<GitFault> {
  const names = await branchesOf(server);
  if (names.length === 0) return new GitFault(`${server.url} has no commits yet. It is asked again.`, false);
  const wanted = `let CONTENT name one: ${server.url}#${names[0]}`;
  return new GitFault(
    `${server.url} has no branch of its own; ${wanted}. There are: ${listed(names)}.`,
    true,
  );
}

/**
 * The newest commit of the branch or tag that an address names, else of the server's own branch. Throws GitFault where
 * there is none.
 */
export async function headOf(server: Server, { branch }: GitAddress): Promise<Head> {
  if (branch === undefined) {
    const head = (await refsOf(server, 'HEAD')).find(({ ref }) => ref === 'HEAD');
    if (head) return { ref: 'HEAD', oid: head.oid };
    throw await headless(server);
  }
  for (const ref of [`refs/heads/${branch}`, `refs/tags/${branch}`]) {
    const found = (await refsOf(server, ref)).find(known => known.ref === ref);
    if (found) return { ref, oid: found.peeled ?? found.oid };
  }
  throw await without(server, branch);
}
