import { expect, it } from 'vitest';
import { makeAdmin, makeBase } from '../../src/http/app.ts';
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

const statusOf = async (app: ReturnType<typeof makeBase>, path: string, method = 'GET') =>
  (await app.request(path, { method })).status;

it('is at /metrics, beside /healthz', async () => {
  const response = await makeBase(options).request('/metrics');
  expect(response.headers.get('content-type')).toBe('text/plain');
  expect(await response.text()).toBe('quoth_posts 1\n');
  expect(await statusOf(makeBase(options), '/metrics', 'POST')).toBe(405);
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
