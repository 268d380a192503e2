import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Respond } from '../../src/bot/model.ts';
import { registrations } from '../../src/bot/registration.ts';
import { benchBot, recorded } from '../bench/bot.ts';
import { acts } from '../bench/commands.ts';
import { type Discord, startDiscord } from '../discord/discord.ts';
import { makeSigner } from '../discord/endpoint.ts';
import { shippedBlog } from '../search/shipped.ts';
import { type Built, buildFor, openWorkerd, type Workerd } from './workerd.ts';

let built: Built;
let discord: Discord;
let worker: Workerd;
let interactions: string;
let onNode: Respond;

beforeAll(async () => {
  [built, onNode] = await Promise.all([buildFor(shippedBlog), benchBot()]);
  discord = await startDiscord();
  discord.registers(registrations(commands));
  worker = await openWorkerd(built.folder, {
    DISCORD_PUBLIC_KEY: discord.signer.publicKey,
    DISCORD_API_URL: discord.apiUrl,
  });
  interactions = new URL('/interactions', worker.url).href;
  await discord.usesEndpoint(interactions);
});

afterAll(async () => {
  await worker.close();
  await discord.close();
  await built.remove();
});

const ping = JSON.stringify({ type: 1 });

async function send(headers: Record<string, string>, body = ping) {
  const response = await fetch(interactions, { method: 'POST', headers, body });
  return response.status;
}

test('what Discord signed is answered, and nothing else', async () => {
  const { signer, clock } = discord;
  const signed = signer.headers(ping);
  expect(await send(signed)).toBe(200);
  expect(await send({})).toBe(401);
  expect(await send({ ...signed, 'x-signature-ed25519': '00'.repeat(64) })).toBe(401);
  expect(await send({ ...signed, 'x-signature-ed25519': 'zz' })).toBe(401);
  expect(await send(makeSigner(clock).headers(ping))).toBe(401);
  expect(await send(signed, JSON.stringify({ type: 2 }))).toBe(401);
  expect(await send(signer.headers(ping, clock.now() - 6 * 60_000))).toBe(401);
});

test('it says that it is there', async () => {
  expect(await (await fetch(new URL('/healthz', worker.url))).json()).toEqual({ status: 'ok' });
  expect((await fetch(worker.url)).status).toBe(404);
});

test.each(Object.keys(acts))('%s is answered as on Node', async what => {
  const does = acts[what];
  if (!does) return;
  const interaction = await recorded(onNode, does);
  const body = JSON.stringify(interaction);
  const headers = discord.signer.headers(body);
  const response = await fetch(interactions, { method: 'POST', headers, body });
  const { callback } = await onNode(interaction);
  expect(await response.json()).toEqual(JSON.parse(JSON.stringify(callback)));
});

test('readers ask, press, choose and complete as ever', async () => {
  const reader = discord.reader({ locale: 'zh-CN' });
  const insight = await reader.types('/insight 5');
  expect(insight.text).toContain('### 关于Long Context的警示');
  const section = await reader.presses(insight, '看这一节');
  expect(section.text).toContain('加工压缩');
  const next = await reader.presses(section, '下一节');
  expect(next.change).toBe('edited');
  expect((await reader.chooses(next, '开头')).text).toContain('核心洞见：');
  expect((await reader.presses(insight, '复制引文')).text).toContain('信息如果不加工压缩');
  const hits = await reader.types('/search long context');
  expect(hits.private).toBe(true);
  expect((await reader.presses(hits, '1')).text).toContain('Long Context');
  expect((await reader.completes('/search', 'query', 'long'))[0]?.name).toBe('long');
  const sections = await reader.completes('/post section', 'section', 'lo', { post: '从压缩到推理' });
  expect(sections.map(({ name }) => name).join()).toContain('Long Context');
  expect((await reader.picks('Search the posts', '百万token上下文')).text).toContain('Long Context');
  expect((await reader.types('/search qwertyuiop')).private).toBe(true);
  expect((await reader.forges(insight, '1|read|nonsense')).private).toBe(true);
});

test('the log has a line for each interaction, and nothing of what was typed', async () => {
  await discord.reader().types('/search 百万token');
  await worker.logs(/"command":"\/search".*"outcome":"answered"/);
  expect(worker.logged().join('\n')).not.toContain('百万token');
});

test('who asks too much is refused there too, over as many requests as they send', async () => {
  const strict = await buildFor(shippedBlog, { fairUse: 2 });
  const held = await openWorkerd(strict.folder, { DISCORD_PUBLIC_KEY: discord.signer.publicKey });
  try {
    await discord.usesEndpoint(new URL('/interactions', held.url).href);
    const reader = discord.reader();
    expect((await reader.types('/insight 5')).private).toBe(false);
    expect((await reader.types('/insight 5')).private).toBe(true);
    expect((await reader.types('/insight 5')).text).toContain('Please try again in ');
    await held.logs(/a reader asks too much/);
    expect(held.logged().join('\n')).not.toContain('"outcome":"refused"');
  } finally {
    await held.close();
    await strict.remove();
    await discord.usesEndpoint(interactions);
  }
});
