import { join } from 'node:path';
import { z } from 'zod';
import { openNetwork } from '../../network/network.ts';
import type { Asking, GitAddress, Update } from '../remote/model.ts';
import { isThere, makeTree, pruneTrees, readState, treeAt, writeState } from '../remote/store.ts';
import { takeTurn, tryTurn } from '../turn.ts';
import { type CheckedOut, checkOut } from './check-out.ts';
import { withCommit } from './clone.ts';
import { faultOf, GitFault } from './faults.ts';
import { type Head, headOf, type Server } from './head.ts';
import { gitHttp } from './http.ts';

/** What is kept of a repository: the commit that is served, by which its tree is named, and what was said of it. */
const stateOf = z.object({
  tree: z.string().regex(/^[0-9a-f]{40,64}$/),
  notes: z.array(z.string()).readonly(),
});

/** How long another process that fetches is waited for before it is asked anew what there is, in milliseconds. */
const patience = 60_000;

/** How many paths a sentence names. */
const mostNamed = 5;

/** A user of any name may bring an access token to GitHub, Gitea, Forgejo and GitLab; this is the name that GitHub gives. */
const tokensName = 'x-access-token';

function listed(paths: readonly string[]): string {
  return paths.slice(0, mostNamed).join(', ') + (paths.length > mostNamed ? ', …' : '');
}

function notesOf({ url }: GitAddress, { lfs, submodules }: CheckedOut): readonly string[] {
  return [
    ...(lfs.length > 0
      ? [`${url} keeps ${lfs.length} files in Git LFS, which are left out: ${listed(lfs)}.`]
      : []),
    ...(submodules.length > 0 ? [`${url} has submodules, which are left out: ${listed(submodules)}.`] : []),
  ];
}

function serverOf({ address, login }: Asking<GitAddress>, http: Server['http']): Server {
  if (!login) return { http, url: address.url };
  const { name: username = tokensName, password } = login;
  return { http, url: address.url, onAuth: () => ({ username, password }) };
}

/** The folder of posts that was last brought from a repository; undefined where there is none. */
export async function keptFromGit(store: string, { folder }: GitAddress): Promise<string | undefined> {
  const state = stateOf.safeParse(await readState(store));
  if (!state.success) return undefined;
  const tree = treeAt(store, state.data.tree);
  return (await isThere(tree)) ? join(tree, folder) : undefined;
}

/** Fetches a commit and makes it the one that is served. */
async function fetched(asking: Asking<GitAddress>, server: Server, head: Head): Promise<Update> {
  const { address, store } = asking;
  const state = stateOf.safeParse(await readState(store)).data;
  let notes: readonly string[] = state?.tree === head.oid ? state.notes : [];
  await withCommit(join(store, 'repository'), server, head, clone =>
    makeTree(store, head.oid, async tree => {
      const former = state && { commit: state.tree, tree: treeAt(store, state.tree) };
      const checkedOut = await checkOut(clone, { commit: head.oid, folder: address.folder, tree, former });
      if (checkedOut) notes = notesOf(address, checkedOut);
      else
        throw new GitFault(
          `${address.url} has no folder "${address.folder}"${address.branch === undefined ? '' : ` on ${address.branch}`}, which CONTENT names.`,
          true,
        );
    }),
  );
  await writeState(store, { tree: head.oid, notes } satisfies z.infer<typeof stateOf>);
  await pruneTrees(store, [head.oid, state?.tree ?? '']);
  return { folder: join(treeAt(store, head.oid), address.folder), notes };
}

/** Brings the newest commit. Of processes that share the clone one fetches, and the others find what it brought. */
async function brought(asking: Asking<GitAddress>, server: Server): Promise<Update> {
  const { address, store } = asking;
  const head = await headOf(server, address);
  const state = stateOf.safeParse(await readState(store)).data;
  if (state?.tree === head.oid && (await isThere(treeAt(store, head.oid))))
    return { folder: join(treeAt(store, head.oid), address.folder), notes: state.notes };

  const file = join(store, 'turn.lock');
  const turn = tryTurn(file);
  if (turn === undefined) {
    (await takeTurn(file, { patience })).end();
    return brought(asking, server);
  }
  try {
    return await fetched(asking, server, head);
  } finally {
    turn.end();
  }
}

/**
 * Brings the posts of a repository as they are now to this disk: its newest commit alone, each into a folder that is
 * never changed after it was made. Never rejects.
 */
export async function updateGit(asking: Asking<GitAddress>): Promise<Update> {
  const network = openNetwork(asking);
  try {
    return await brought(asking, serverOf(asking, gitHttp(network)));
  } catch (error) {
    return { fault: faultOf(error, asking) };
  } finally {
    await network.close();
  }
}
