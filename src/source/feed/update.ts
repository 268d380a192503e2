import { hash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readHtml } from '../../blog/body/read-html.ts';
import { textValue } from '../../blog/fields.ts';
import { settings, settingsFile } from '../../blog/settings.ts';
import { oneLine } from '../../blog/text.ts';
import { type Answer, type Network, openNetwork, readWhole } from '../../network/network.ts';
import type { Asking, FeedAddress, Login, Update } from '../remote/model.ts';
import { makeTree, pruneTrees, reuse, treeAt, writeSealed } from '../remote/store.ts';
import { takeTurn } from '../turn.ts';
import { collect, takenBack } from './collect.ts';
import { decodeFeed } from './decode-feed.ts';
import { checkStatus, FeedFault, faultInText, faultOf } from './faults.ts';
import type { Feed } from './model.ts';
import { readFeed } from './read-feed.ts';
import { type FeedState, readFeedState, writeFeedState } from './state.ts';

/** No feed is longer, in bytes. */
const longest = 16 * 1024 * 1024;

/** How long another process that asks the feed is waited for, in milliseconds. */
const patience = 30_000;

const accepted =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.9, */*;q=0.5';

const digest = (text: string): string => hash('sha256', text, 'hex').slice(0, 32);

function authorization({ name, password }: Login): string {
  if (name === undefined) return `Bearer ${password}`;
  return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
}

/** Asks for what is new since the feed was last read whole. */
function ask(network: Network, { address, login }: Asking<FeedAddress>, state?: FeedState): Promise<Answer> {
  return network.ask(address.url, {
    headers: {
      accept: accepted,
      'user-agent': 'Quoth (feed reader)',
      ...(login ? { authorization: authorization(login) } : {}),
      ...(state?.etag === undefined ? {} : { 'if-none-match': state.etag }),
      ...(state?.lastModified === undefined ? {} : { 'if-modified-since': state.lastModified }),
    },
  });
}

async function feedIn(answer: Answer): Promise<Feed> {
  const bytes = await readWhole(answer.body, longest);
  const text = await decodeFeed(bytes, answer.headers.get('content-type'));
  if (text === undefined) throw new FeedFault('is no text. It is asked again');
  const fault = faultInText(text, answer.url);
  if (fault) throw fault;
  try {
    return readFeed(text, answer.url);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FeedFault(`is no feed (${why}). It is asked again`, { cause: error });
  }
}

/** What a feed says of its blog, as blog.yml says it. JSON's strings are YAML's as well. */
function settingsText({ title, site }: Feed): string {
  const named = textValue(title === undefined ? undefined : oneLine(readHtml(title).children));
  const url = site === undefined ? undefined : settings.url.read(site);
  return [
    ...(named === undefined ? [] : [`title: ${JSON.stringify(named)}\n`]),
    ...(url === undefined ? [] : [`url: ${JSON.stringify(url)}\n`]),
  ].join('');
}

/** Makes a folder of what the feed shows, and of what it showed before and that was not taken back. */
async function keep(
  store: string,
  feed: Feed,
  state: FeedState | undefined,
): Promise<Omit<FeedState, 'etag' | 'lastModified'>> {
  const files = new Map(collect(feed.items).map(({ name, text }) => [name, text]));
  const shown = [...files.keys()];
  const gone = new Set(takenBack(state?.shown ?? [], shown));
  const former = Object.entries(state?.posts ?? {}).filter(([name]) => !files.has(name) && !gone.has(name));
  const posts = Object.fromEntries([
    ...former,
    ...[...files].map(([name, text]) => [name, digest(text)] as const),
  ]);
  const said = settingsText(feed);
  const before = (name: string): string => join(treeAt(store, state?.tree ?? ''), name);
  const tree = digest(JSON.stringify([Object.entries(posts).toSorted(), said]));
  await mkdir(store, { recursive: true });
  await makeTree(store, tree, async folder => {
    for (const name of former.map(([kept]) => kept)) await reuse(before(name), join(folder, name));
    for (const [name, text] of files) {
      const isKnown = state?.posts[name] === posts[name] && (await reuse(before(name), join(folder, name)));
      if (!isKnown) await writeSealed(join(folder, name), text);
    }
    await writeSealed(join(folder, settingsFile), said);
  });
  // An empty feed is a fault of its program more often than the end of a blog: what it showed stays shown.
  return { tree, posts, shown: shown.length === 0 ? (state?.shown ?? []) : shown };
}

async function brought(asking: Asking<FeedAddress>, network: Network): Promise<Update> {
  const { address, login, store } = asking;
  const state = await readFeedState(store);
  const answer = await ask(network, asking, state);
  const hasMoved = answer.isPermanent && answer.url !== address.url;
  const notes = hasMoved ? [`${address.url} has moved for good to ${answer.url}: let CONTENT say so.`] : [];
  if (state && answer.status === 304) return { folder: treeAt(store, state.tree), notes };
  checkStatus(answer.status, login !== undefined);
  const kept = await keep(store, await feedIn(answer), state);
  const etag = answer.headers.get('etag');
  const lastModified = answer.headers.get('last-modified');
  await writeFeedState(store, { ...kept, etag, lastModified }, state);
  await pruneTrees(store, [kept.tree, state?.tree ?? '']);
  return { folder: treeAt(store, kept.tree), notes };
}

/**
 * Brings the posts of a feed as they are now to this disk, and keeps those that it shows no more. Nothing that the
 * feed names is fetched. Never rejects.
 */
export async function updateFeed(asking: Asking<FeedAddress>): Promise<Update> {
  const network = openNetwork(asking);
  // Processes that share the cache ask in turn: an answer that came late would take back what came after it.
  const turn = await takeTurn(join(asking.store, 'turn.lock'), { patience });
  try {
    return await brought(asking, network);
  } catch (error) {
    return { fault: faultOf(error, asking) };
  } finally {
    turn.end();
    await network.close();
  }
}
