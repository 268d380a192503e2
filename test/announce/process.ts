import process from 'node:process';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Log } from '../../src/announce/parts.ts';
import { startAnnouncing } from '../../src/announce/start.ts';
import { makeSender } from '../../src/discord/announcing/sender.ts';
import { makeServers } from '../../src/discord/announcing/servers.ts';
import { loadFolder } from '../../src/source/folder.ts';
import { openStore } from '../../src/store/open.ts';

/*
 * Announcing as a process of its own, to be killed by tests: DATABASE_URL, DISCORD_API_URL, DISCORD_TOKEN and CONTENT
 * are as Quoth's own. It reads CONTENT anew each second and announces without waiting; ends by SIGTERM, once what it
 * claimed is done. Each log line is JSON on standard output; `reading` is the first.
 */

const { DATABASE_URL = '', DISCORD_API_URL = '', DISCORD_TOKEN = '', CONTENT = '' } = process.env;

const say = (fields: object, line: string): void => {
  process.stdout.write(`${JSON.stringify({ line, ...fields })}\n`);
};
const log: Log & { readonly error: Log['warn'] } = { info: say, warn: say, error: say };
const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch(() => undefined);

const store = openStore(DATABASE_URL);
const line = { reach: { apiUrl: DISCORD_API_URL }, token: DISCORD_TOKEN, log };
const [sender, servers] = [makeSender(line), makeServers(line)];
const running = startAnnouncing({
  ...{ store, sender, servers, log, wait },
  patience: { after: 0, within: 10_000 * 86_400_000 },
  answers: () => Promise.resolve(true),
  now: Date.now,
  random: Math.random,
  otherWork: () => setImmediate(),
});
const end = new AbortController();
process.once('SIGTERM', () => end.abort());
say({}, 'reading');
while (!end.signal.aborted) {
  running.seen(await loadFolder(CONTENT), { hash: 'folder', at: 0 });
  await wait(1_000, end.signal);
}
await running.close();
await Promise.all([sender.close(), servers.close()]);
await store.close();
