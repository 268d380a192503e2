import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/tools/browser.ts';
import { run, start } from './child.ts';

const root = join(import.meta.dirname, '..', '..');
const address = /http:\/\/127\.0\.0\.1:\d+/;

/** Quoth with nothing to read from, as a service manager or a container starts it. */
function startSilently(args: readonly string[]) {
  const child = spawn(process.execPath, [join(root, 'src', 'main.ts'), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, said: once(child.stdout.setEncoding('utf8'), 'data').then(String) };
}

describe('npm start with nothing set', () => {
  it('serves the page until it is stopped, where nothing can be typed', async () => {
    const { child, said } = startSilently([]);
    const url = address.exec(await said)?.[0] ?? '';
    expect(await (await fetch(url)).text()).toContain('<title>Quoth</title>');
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it('answers each line of a pipe, says where the page is, and ends', async () => {
    const { code, text } = await run([], { PORT: '0' }, '/insight 5\n');
    expect(code).toBe(0);
    expect(text).toMatch(address);
    expect(text.split('关于Long Context的警示').length).toBeGreaterThan(2);
  });

  it('takes the next port where one is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = other.address();
    const port = typeof taken === 'object' && taken !== null ? taken.port : 0;
    const child = start([], { PORT: String(port) });
    await child.writes(address);
    expect(child.written()).not.toContain(`:${port}\n`);
    child.process.stdin.end();
    expect(await child.ended).toBe(0);
    other.close();
  });

  it('shows a folder that is named, and says so where there is none', async () => {
    const { code, text } = await run(['preview', 'nowhere'], { PORT: '0' });
    expect(code).toBe(78);
    expect(text).toContain('"nowhere"');
    const shown = await run(['preview', 'content'], { PORT: '0' }, '/help\n');
    expect(shown.code).toBe(0);
  });

  it('does not show itself to others beside a token', async () => {
    const token = `${Buffer.from('1100000000000000001').toString('base64')}.Gabcde.${'x'.repeat(38)}`;
    const { code, text } = await run(['preview'], { DISCORD_TOKEN: token, HOST: '0.0.0.0', PORT: '0' });
    expect(code).toBe(78);
    expect(text).toContain('HOST');
    expect(text).not.toContain(token);
    const alone = await run(['preview'], { DISCORD_TOKEN: token, PORT: '0' });
    expect(alone.code).toBe(0);
  });
});

describe('npm start -- picture', () => {
  it('says what to install where there is no browser', async () => {
    const { code, text } = await run(['picture', '/insight 5', 'out.png'], { CHROMIUM_PATH: '/nowhere' });
    expect(code).toBe(1);
    expect(text).toContain('There is no browser at /nowhere');
    expect(text).toContain('CHROMIUM_PATH');
  });

  it.each([[], ['/insight 5'], ['/insight 5', 'out.gif'], ['/insight 5', 'out.png', '--width', 'wide']])(
    'says how it is asked for: %j',
    async (...args) => {
      const { code, text } = await run(['picture', ...args.flat()]);
      expect(code).toBe(78);
      expect(text).toContain('picture "/insight 5" out.png');
    },
  );

  it.skipIf(findBrowser(undefined) === undefined)('says so where a line asks for nothing', async () => {
    const { code, text } = await run(['picture', '/insigth 5', 'out.png']);
    expect(code).toBe(1);
    expect(text).toContain('/insigth 5 asks for nothing');
  });

  it.skipIf(findBrowser(undefined) === undefined)('draws an answer', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'quoth-picture-'));
    const file = join(folder, 'out.png');
    const { code, text } = await run(['picture', '/post latest', file, '--dark', '--width', '375']);
    expect(text).toContain(file);
    expect(code).toBe(0);
    expect(existsSync(file) && readFileSync(file).subarray(1, 4).toString()).toBe('PNG');
    expect(readFileSync(file).readUInt32BE(16)).toBe(750);
    rmSync(folder, { recursive: true });
  });
});
