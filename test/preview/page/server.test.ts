import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePage } from '../../../src/preview/page/server/app.ts';
import { servePage } from '../../../src/preview/page/server/serve.ts';
import type { Asked, Found, Told } from '../../../src/preview/page/wire.ts';
import { GENERAL } from '../../../src/preview/place.ts';
import { answering } from './parts.ts';
import { makeFolder, openStand, type Stand } from './visit.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(() => stand.close());

/** The answer to a request with these headers, which fetch would not let one set. */
function ask(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; text: string; headers: Readonly<Record<string, unknown>> }> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, stand.url), { method, headers }, answer => {
      let text = '';
      answer.setEncoding('utf8').on('data', chunk => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
    });
    sent.on('error', reject).end(body);
  });
}

const insight: Asked = {
  act: {
    does: 'ask',
    command: { id: '1', name: 'insight' },
    options: [{ type: 3, name: 'number', value: '5' }],
  },
  channel: GENERAL.id,
  reader: 0,
  locale: 'zh-CN',
  guildLocale: 'zh-CN',
  chance: 0,
};

const own = () => ({ origin: stand.url, 'content-type': 'application/json' });

describe('the page’s server', () => {
  it('answers a command as Discord would show it', async () => {
    const { status, text } = await ask('/respond', {
      method: 'POST',
      headers: own(),
      body: JSON.stringify(insight),
    });
    expect(status).toBe(200);
    const told: Told[] = text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(told).toHaveLength(1);
    expect(text).toContain('关于Long Context的警示');
    expect(told[0]).toMatchObject({ tells: 'outcome', outcome: { kind: 'message', inPlace: false } });
  });

  it('lists what was found in the posts', async () => {
    const found: Found = JSON.parse((await ask('/posts')).text);
    expect(found).toMatchObject({ shipped: true, language: 'zh-CN' });
    expect(found.posts[0]?.insights).toHaveLength(6);
    expect(found.posts[0]?.picture).toMatchObject({ absolute: false });
  });

  it('tells the browser to load nothing from elsewhere', async () => {
    const { headers, text } = await ask('/');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:/);
    expect(text).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  });

  it('weighs less than 150 KB', async () => {
    const parts = await Promise.all(['/', '/page.js', '/page.css', '/icon.svg'].map(path => ask(path)));
    const weight = parts.reduce((sum, { text }) => sum + gzipSync(text).length, 0);
    expect(weight).toBeGreaterThan(20_000);
    expect(weight).toBeLessThan(150_000);
  });

  it.each([
    ['a name that was made to point here', '/', { host: 'evil.example' }],
    ['a name with this port', '/posts', { host: 'evil.example:3000' }],
    ['another site’s picture', '/posts', { 'sec-fetch-site': 'cross-site' }],
    ['another port’s script', '/page.js', { 'sec-fetch-site': 'same-site' }],
    ['another site’s link that asks something', '/?ask=%2Fhelp', { 'sec-fetch-site': 'cross-site' }],
    ['another site’s request', '/posts', { origin: 'https://evil.example' }],
  ])('refuses %s', async (_, path, headers) => {
    expect((await ask(path, { headers })).status).toBe(403);
  });

  it('can be opened from a link, and by other names of this machine', async () => {
    expect((await ask('/', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200);
    expect((await ask('/', { headers: { host: 'localhost:3000' } })).status).toBe(200);
    expect((await ask('/', { headers: { host: '[::1]:3000' } })).status).toBe(200);
  });

  it.each([
    ['from nowhere', {}, 403],
    ['from another site', { origin: 'https://evil.example' }, 403],
    ['from a sandboxed frame', { origin: 'null' }, 403],
  ])('does nothing that is posted %s', async (_, headers, status) => {
    const sent = { method: 'POST', headers, body: JSON.stringify(insight) };
    expect((await ask('/respond', sent)).status).toBe(status);
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['no act', '{}'],
    ['a channel that is not there', JSON.stringify({ ...insight, channel: '1' })],
    ['a reader who is not there', JSON.stringify({ ...insight, reader: 7 })],
    [
      'a message without an id',
      JSON.stringify({ ...insight, act: { does: 'press', message: {}, customId: 'x' } }),
    ],
  ])('says what is wrong with %s', async (_, body) => {
    const { status, text } = await ask('/respond', { method: 'POST', headers: own(), body });
    expect(status).toBe(400);
    expect(text).toBe('That is nothing that a reader can do.');
  });

  it('takes no more than a mebibyte', async () => {
    const body = JSON.stringify({ ...insight, act: { ...insight.act, more: 'x'.repeat(1_100_000) } });
    expect((await ask('/respond', { method: 'POST', headers: own(), body })).status).toBe(413);
  });

  it('gives out pictures of the folder and nothing else', async () => {
    const folder = await makeFolder({ 'a.md': '# A\n', 'secret.png.txt': 'x', 'a.png': 'png' });
    const other = await openStand(folder.path);
    const status = async (path: string) =>
      (await fetch(`${other.url}/pictures/${encodeURIComponent(path)}`)).status;
    expect(await status('a.png')).toBe(200);
    expect(await status('a.md')).toBe(404);
    expect(await status('../../../../etc/passwd')).toBe(404);
    expect(await status('/etc/passwd')).toBe(404);
    expect(await status('nothing.png')).toBe(404);
    await other.close();
    await folder.remove();
  });

  it('says that an answer takes a while before it comes', async () => {
    const later = Promise.resolve({
      do: 'edit',
      message: { content: 'late', allowed_mentions: { parse: [] } },
    } as const);
    const app = makePage(answering({ callback: { type: 5, data: { flags: 64 } }, later }));
    const answer = await app.request('http://127.0.0.1/respond', {
      method: 'POST',
      headers: { host: '127.0.0.1', origin: 'http://127.0.0.1' },
      body: JSON.stringify(insight),
    });
    const told: Told[] = (await answer.text())
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(told[0]).toEqual({ tells: 'thinking', ephemeral: true });
    expect(told[1]).toMatchObject({ outcome: { kind: 'message', message: { content: 'late', flags: 64 } } });
  });

  it('takes the next port where one is taken, and says where it is', async () => {
    const port = Number(new URL(stand.url).port);
    const next = await servePage(makePage(answering({ callback: { type: 6 } })), '127.0.0.1', port);
    expect(Number(new URL(next.url).port)).toBeGreaterThan(port);
    await next.close();
  });
});
