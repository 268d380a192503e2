import { expect, it } from 'vitest';
import { type App, makeAdmin, makeBase } from '../../src/http/app.ts';
import { makeMetrics } from '../../src/http/metrics.ts';
import { keepLog } from '../discord/bot.ts';

const build = { version: '1.2.3', node: '24.0.0' };

const linesOf = async (metrics: ReturnType<typeof makeMetrics>) =>
  (await metrics.page()).text.split('\n').filter(line => line.startsWith('quoth_'));

it('shows interactions by command and outcome, waits, and what was logged', async () => {
  const metrics = makeMetrics(build);
  metrics.answered({ kind: 'command', command: '/post latest', outcome: 'answered', ms: 40 });
  metrics.answered({ kind: 'command', command: '/post latest', outcome: 'failed', ms: 4 });
  metrics.logged('posting', 'warn');
  metrics.waited(1_500);
  const lines = await linesOf(metrics);
  expect(lines).toContain('quoth_build_info{version="1.2.3",node="24.0.0"} 1');
  expect(lines).toContain(
    'quoth_interactions_total{kind="command",command="/post latest",outcome="failed"} 1',
  );
  expect(lines).toContain(
    'quoth_interaction_seconds_bucket{le="0.05",kind="command",command="/post latest"} 2',
  );
  expect(lines).toContain(
    'quoth_interaction_seconds_bucket{le="0.01",kind="command",command="/post latest"} 1',
  );
  expect(lines).toContain('quoth_errors_total{kind="posting",level="warn"} 1');
  expect(lines).toContain('quoth_rate_limit_waits_total 1');
  expect(lines).toContain('quoth_rate_limit_wait_seconds_total 1.5');
  expect(lines.join()).toMatch(/quoth_event_loop_delay_seconds\{quantile="0.999"\}/);
});

it('shows posts, the source, the gateway and the database as they are when it is asked', async () => {
  const metrics = makeMetrics(build);
  let lost = [3];
  metrics.ofPosts(() => ({ posts: 3, passages: 40, problems: 1, complete: true }));
  metrics.ofSource(() => ({ state: 'away', since: 1 }));
  metrics.ofGateway(() => ({ count: 8, lost }));
  metrics.ofStore(() =>
    Promise.resolve({ deliveries: { due: 2, sent: 9 }, subscriptions: { active: 1, paused: 4 } }),
  );
  const lines = await linesOf(metrics);
  expect(lines).toEqual(
    expect.arrayContaining([
      'quoth_posts 3',
      'quoth_passages 40',
      'quoth_post_problems 1',
      'quoth_posts_complete 1',
      'quoth_source_up 0',
      'quoth_gateway_connected 0',
      'quoth_gateway_shards{state="connected"} 7',
      'quoth_gateway_shards{state="lost"} 1',
      'quoth_deliveries{state="due"} 2',
      'quoth_subscriptions{state="paused"} 4',
      'quoth_database_up 1',
    ]),
  );
  lost = [];
  expect(await linesOf(metrics)).toContain('quoth_gateway_connected 1');
});

it('says that the database is away, and shows all else', async () => {
  const metrics = makeMetrics(build);
  metrics.ofStore(() => Promise.reject(new Error('The database is locked.')));
  const lines = await linesOf(metrics);
  expect(lines).toContain('quoth_database_up 0');
  expect(lines.some(line => line.startsWith('quoth_deliveries{'))).toBe(false);
});

it('waits for no database for long', async () => {
  const metrics = makeMetrics(build);
  metrics.ofStore(() => new Promise(() => undefined));
  expect(await linesOf(metrics)).toContain('quoth_database_up 0');
});

it('asks the database once, however often the metrics are asked for', async () => {
  const metrics = makeMetrics(build);
  let asked = 0;
  metrics.ofStore(() => {
    asked += 1;
    return Promise.resolve({ deliveries: {}, subscriptions: { active: 0, paused: 0 } });
  });
  await Promise.all([metrics.page(), metrics.page(), metrics.page()]);
  expect(asked).toBe(1);
});

const options = {
  ready: () => true,
  metrics: () => Promise.resolve({ text: 'quoth_posts 1\n', type: 'text/plain' }),
  log: keepLog(),
};

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

const statusOf = async (app: App, path: string, method = 'GET') =>
  (await app.request(path, { method }, from('127.0.0.1'))).status;

it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('is at /metrics for this machine: %s', async address => {
  const response = await makeBase(options).request('/metrics', {}, from(address));
  expect(response.headers.get('content-type')).toBe('text/plain');
  expect(await response.text()).toBe('quoth_posts 1\n');
  expect(await statusOf(makeBase(options), '/metrics', 'POST')).toBe(405);
});

it.each([
  ['from another machine', '192.0.2.7', {}],
  ['from another machine of the same network', '::ffff:10.0.0.7', {}],
  ['through a proxy on this machine', '127.0.0.1', { 'x-forwarded-for': '192.0.2.7' }],
  ['through a tunnel on this machine', '::1', { 'cf-connecting-ip': '192.0.2.7' }],
])('is not at /metrics for who asks %s, who learns only that all is well', async (_who, address, headers) => {
  const app = makeBase(options);
  for (const method of ['GET', 'POST']) {
    const response = await app.request('/metrics', { method, headers }, from(address));
    expect([response.status, await response.text()]).toEqual([404, 'There is nothing here.']);
  }
  expect((await app.request('/healthz', { headers }, from(address))).status).toBe(200);
  expect((await makeAdmin(options).request('/metrics', { headers }, from(address))).status).toBe(200);
});

it('is on a port of its own, with /healthz, and then nowhere else', async () => {
  const elsewhere = { ...options, isWatchedElsewhere: true };
  for (const path of ['/metrics', '/healthz']) {
    expect(await statusOf(makeBase(elsewhere), path)).toBe(404);
    expect(await statusOf(makeAdmin(elsewhere), path)).toBe(200);
  }
});

it('says beside whether posts are read which connections to Discord are lost, and is well all the same', async () => {
  const app = makeAdmin({ ...options, gateway: () => ({ count: 8, lost: [3] }) });
  const response = await app.request('/healthz');
  expect([response.status, await response.json()]).toEqual([
    200,
    { status: 'ok', gateway: { count: 8, lost: [3] } },
  ]);
});
