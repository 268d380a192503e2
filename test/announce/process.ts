import process from 'node:process';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Log } from '../../src/announce/parts.ts';
import { startAnnouncing } from '../../src/announce/start.ts';
import { makeSender } from '../../src/discord/announcing/sender.ts';
import { makeServers } from '../../src/discord/announcing/servers.ts';
import { loadFolder } from '../../src/source/folder.ts';
import { openStore } from '../../src/store/open.ts';
import { fastClock } from './fast-clock.ts';

/*
 * Announcing as a process of its own, to be killed by tests: DATABASE_URL, DISCORD_API_URL, DISCORD_TOKEN and CONTENT
 * are as Quoth's own. Its clock began with the machine's at CLOCK_FROM and has run CLOCK_SPEED times as fast since. It
 * reads CONTENT again and again and announces without waiting; ends by SIGTERM, once what it claimed is done, and at once
 * where whoever started it is gone, and with it the other end of standard input. Each log line is JSON on standard output.
 */

const { DATABASE_URL = '', DISCORD_API_URL = '', DISCORD_TOKEN = '', CONTENT = '' } = process.env;
const { CLOCK_FROM = '0', CLOCK_SPEED = '1' } = process.env;

const speed = Number(CLOCK_SPEED);
const now = fastClock(Number(CLOCK_FROM), speed);
const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms / speed, undefined, { signal }).catch(() => undefined);

const say = (fields: object, line: string): void => {
  process.stdout.write(`${JSON.stringify({ line, ...fields })}\n`);
};
const log: Log & { readonly error: Log['warn'] } = { info: say, warn: say, error: say };

// The clock of a database that has one of its own does not run faster.
const store = { ...openStore(DATABASE_URL), clock: () => Promise.resolve(undefined) };
const line = {
  reach: { apiUrl: DISCORD_API_URL },
  token: DISCORD_TOKEN,
  log,
  now,
  timeout: 10_000 / speed,
  // It would count by the machine's clock.
  client: { globalRequestsPerSecond: Number.POSITIVE_INFINITY },
};
const [sender, servers] = [makeSender(line), makeServers(line)];
const running = startAnnouncing({
  ...{ store, sender, servers, log, wait, now },
  patience: { after: 0, within: 10_000 * 86_400_000 },
  answers: () => Promise.resolve(true),
  random: Math.random,
  otherWork: () => setImmediate(),
});
const end = new AbortController();
process.once('SIGTERM', () => end.abort());
process.stdin.resume().once('end', () => process.exit());
while (!end.signal.aborted) {
  const blog = await loadFolder(CONTENT);
  // Posts are only ever added.
  running.seen(blog, { hash: 'folder', at: blog.read.length });
  await wait(5_000, end.signal);
}
await running.close();
await Promise.all([sender.close(), servers.close()]);
await store.close();
process.stdin.destroy();
