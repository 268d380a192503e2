import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { startDiscord } from '../discord/discord.ts';
import { start } from '../main/child.ts';
import { root } from './image.ts';

const deploy = join(root, 'deploy');
const read = (name: string): string => readFileSync(join(deploy, name), 'utf8');

const dashboard = z
  .object({
    panels: z.array(
      z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })).optional() }),
    ),
  })
  .parse(JSON.parse(read('grafana.json')));

const alerts = z
  .object({
    groups: z.array(z.object({ rules: z.array(z.object({ alert: z.string(), expr: z.string() })) })),
  })
  .parse(load(read('alerts.yml')));

const questions: readonly string[] = [
  ...dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
  ...alerts.groups.flatMap(({ rules }) => rules.map(({ expr }) => expr)),
];

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
if (!hasPromtool) console.warn('promtool is not there: alerts and the dashboard are not checked by it');

/** What promtool says where it finds something wrong; empty where it does not. */
function promtool(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('promtool', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

it('each metric that the dashboard and the alerts ask for is one that Quoth shows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quoth-metrics-'));
  const discord = await startDiscord();
  // What posts are brought from is away, which is a warning and a metric of its own.
  const quoth = start([], {
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_TOKEN: discord.token,
    CONTENT: 'http://127.0.0.1:1/feed.xml',
    CACHE_DIR: join(folder, 'cache'),
    DATABASE_URL: join(folder, 'quoth.db'),
    ADMIN_PORT: '0',
  });
  try {
    await quoth.writes('created Search the posts');
    await discord.reader().types('/help');
    const [, url = ''] = /listening on (http:\S+\/metrics)/.exec(quoth.written()) ?? [];
    const page = await (await fetch(url)).text();
    const shown = new Set(page.split('\n').flatMap(line => /^\w+/.exec(line) ?? []));
    const asked = questions.flatMap(question => question.match(/\b(?:quoth|process|nodejs)_\w+/g) ?? []);
    expect(asked.length).toBeGreaterThan(questions.length / 2);
    expect(asked.filter(name => !shown.has(name))).toEqual([]);
    const own = [...shown].filter(name => name.startsWith('quoth_') && !/_(?:sum|count)$/.test(name));
    expect(own.filter(name => !asked.includes(name))).toEqual([]);
  } finally {
    quoth.process.kill('SIGKILL');
    await quoth.ended;
    await discord.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

it.skipIf(!hasPromtool)('Prometheus understands its configuration and the alerts', () => {
  expect(promtool('check', 'config', join(deploy, 'prometheus.yml'))).toBe('');
});

it.skipIf(!hasPromtool)('nobody is called where all is well, and each alert once where all is wrong', () => {
  expect(promtool('test', 'rules', join(import.meta.dirname, 'alerts.rules.yml'))).toBe('');
});

it.skipIf(!hasPromtool)('Prometheus understands what the dashboard asks it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quoth-dashboard-'));
  const rules = questions.map((expr, index) => ({
    record: `question:${index}`,
    expr: expr.replaceAll('$__rate_interval', '1m').replaceAll('$', ''),
  }));
  const file = join(folder, 'rules.json');
  writeFileSync(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
  expect(promtool('check', 'rules', file)).toBe('');
  rmSync(folder, { recursive: true, force: true });
});
