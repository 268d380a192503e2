import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { Pool } from 'undici';

const root = join(import.meta.dirname, '..', '..');
const certificate = join(root, 'test/discord/tls/certificate.pem');
const key = join(root, 'test/discord/tls/key.pem');

/** The nginx of this machine; undefined where there is none. */
export const nginxProgram = ['/usr/sbin', ...(process.env.PATH ?? '').split(':')]
  .map(folder => join(folder, 'nginx'))
  .find(existsSync);

/** nginx with deploy/nginx.conf, for as long as it is needed. */
export interface Nginx {
  /** Opens connections to it as the name that its certificate has. */
  readonly pool: (connections: number) => Pool;
  /** Passes on to these ports from now on, as `nginx -s reload` has it do. */
  readonly serve: (ports: readonly number[]) => void;
  readonly close: () => Promise<void>;
}

/**
 * deploy/nginx.conf as it is, but for where it listens, what it passes on to, its certificate, and how long it waits:
 * the machine may be slow, and nothing is to be tried twice for that.
 */
export function siteOf(listens: string, ports: readonly number[]): string {
  const text = readFileSync(join(root, 'deploy/nginx.conf'), 'utf8');
  const [server = '', rest = ''] = /^ {4}server 127\.0\.0\.1:3000( .*;)\n/m.exec(text) ?? [];
  return text
    .replace(
      /^(?: {4}server 127\.0\.0\.1:.*\n)+/m,
      ports.map(port => `    server 127.0.0.1:${port}${rest}\n`).join(''),
    )
    .replace(/^ {4}listen 443 ssl;$/m, `    listen ${listens} ssl;`)
    .replace(/\/etc\/letsencrypt\S*fullchain\.pem/, certificate)
    .replace(/\/etc\/letsencrypt\S*privkey\.pem/, key)
    .replace(/^( {4}proxy_\w+_timeout) .*;$/gm, server === '' ? '' : '$1 60s;');
}

/** A whole configuration in a folder, which `site` is a part of; its path. */
export function configure(folder: string, site: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const file = join(folder, 'nginx.conf');
  writeFileSync(join(folder, 'quoth.conf'), site);
  writeFileSync(
    file,
    [
      // As root it would give its workers to another user, who may not look in here.
      ...(process.getuid?.() === 0 ? ['user root;'] : []),
      'daemon off;',
      `pid ${folder}/pid;`,
      `error_log ${folder}/error.log;`,
      'events { worker_connections 512; }',
      'http {',
      'access_log off;',
      ...temporary.map(name => `${name}_temp_path ${folder}/${name};`),
      `include ${folder}/quoth.conf;`,
      '}',
      '',
    ].join('\n'),
  );
  return file;
}

const answers = (socket: string): Promise<boolean> =>
  new Promise(resolve => {
    const connection = connect(socket);
    connection.once('connect', () => resolve(true)).once('error', () => resolve(false));
    connection.once('connect', () => connection.destroy());
  });

/** Ends nginx and clears up once nobody holds its input any more: also where whoever started it was killed. */
const keeper =
  '"$@" </dev/null & server=$!; cat >/dev/null; kill -QUIT $server; wait $server; rm -rf "$HOME"';

/** Starts it in front of these ports. It is reached by a socket in a temporary folder. */
export async function startNginx(program: string, ports: readonly number[]): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const socket = join(folder, 'https');
  const file = configure(folder, siteOf(`unix:${socket}`, ports));
  const server = spawn('sh', ['-c', keeper, 'sh', program, '-c', file], {
    env: { PATH: process.env.PATH, HOME: folder },
    // An interrupt from the keyboard is for the tests, which end it.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let written = '';
  server.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    written += chunk;
  });
  const ended = once(server, 'close');
  while (!(await answers(socket))) {
    if (server.exitCode !== null || written.includes('[emerg]')) throw new Error(`nginx ends: ${written}`);
    await setTimeout(20);
  }
  return {
    pool: connections =>
      new Pool('https://bot.discord.test', {
        connections,
        // Each request by a connection of its own: one that was left open may be closed while a request is on its way.
        pipelining: 0,
        connect: { socketPath: socket, ca: readFileSync(certificate) },
      }),
    serve: to => {
      configure(folder, siteOf(`unix:${socket}`, to));
      process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGHUP');
    },
    close: async () => {
      server.stdin.end();
      await ended;
    },
  };
}
