import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { configure, nginxProgram, siteOf } from '../replicas/nginx.ts';
import { root } from './image.ts';

const hasCaddy = spawnSync('caddy', ['version']).status === 0;
if (nginxProgram === undefined) console.warn('No nginx is here: deploy/nginx.conf is not checked by it.');
if (!hasCaddy) console.warn('No Caddy is here: deploy/Caddyfile is not checked by it.');

const read = (name: string): string => readFileSync(join(root, 'deploy', name), 'utf8');

it.skipIf(nginxProgram === undefined)('nginx takes its configuration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const site = siteOf('127.0.0.1:8443', [3000, 3001]);
  const { status, stderr } = spawnSync(nginxProgram ?? '', ['-t', '-q', '-c', configure(folder, site)], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  expect([status, stderr]).toEqual([0, '']);
});

it('what is tested of nginx is what is shipped, but for addresses, certificate and times', () => {
  const differing = (text: string) =>
    text
      .split('\n')
      .filter(line => !/^ {4}(?:server 127|listen |ssl_certificate|proxy_\w+_timeout )/.test(line));
  expect(differing(siteOf('127.0.0.1:8443', [1, 2, 3, 4]))).toEqual(differing(read('nginx.conf')));
  expect(siteOf('127.0.0.1:8443', [7]).match(/server 127.*/g)).toEqual([
    'server 127.0.0.1:7 max_fails=3 fail_timeout=5s;',
  ]);
});

it.skipIf(!hasCaddy)('Caddy takes its configuration, which is laid out as its own program does', () => {
  const home = mkdtempSync(join(tmpdir(), 'caddy-'));
  const file = join(root, 'deploy', 'Caddyfile');
  const caddy = (...args: readonly string[]) =>
    spawnSync('caddy', args, { encoding: 'utf8', env: { PATH: process.env.PATH, HOME: home } });
  const { status, stderr } = caddy('validate', '--adapter', 'caddyfile', '--config', file);
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  expect(caddy('fmt', file).stdout).toBe(read('Caddyfile'));
  rmSync(home, { recursive: true });
});

it.each(['nginx.conf', 'Caddyfile'])('%s passes on what is for others, and not the metrics', name => {
  const told = read(name).replace(/^\s*#.*$/gm, '');
  for (const path of ['/interactions', '/hooks/content', '/healthz']) expect(told).toContain(path);
  expect(told).not.toContain('metrics');
});
