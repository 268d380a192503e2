import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDiscord } from '../discord/discord.ts';
import type { Image } from './dockerfile.ts';
import { buildQuoth, PATH, sizeOf, stampsOf } from './image.ts';

let folder: string;
let image: Image;

/** Nothing was compiled or read from the disk before: a busy machine may take minutes, in milliseconds. */
const patience = 300_000;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-image-'));
  image = await buildQuoth(folder);
}, patience);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The exit code of the image's health check. */
function checkHealth(adminPort: string): Promise<number | null> {
  const [program = '', ...args] = image.health;
  const { promise, resolve } = Promise.withResolvers<number | null>();
  const check = execFile(program, args, { env: { PATH, ...image.env, ADMIN_PORT: adminPort } });
  check.on('close', resolve);
  return promise;
}

it('the image is not run as root, and takes less than 100 MB beside Node', async () => {
  expect(image.user).toBe('node');
  expect(await sizeOf(image.root)).toBeLessThan(100e6);
});

it(
  'in the image Quoth connects, is healthy, answers, and writes nothing but its data',
  async () => {
    const discord = await startDiscord();
    const data = join(image.workdir, 'data');
    const before = await stampsOf(image.root, data);
    const [program = '', ...args] = image.command;
    const quoth = spawn(program, args, {
      cwd: image.workdir,
      // Of what the image sets, only where it listens is another: what is run at once may listen there.
      env: {
        PATH,
        HOME: image.root,
        ...image.env,
        HOST: '127.0.0.1',
        ADMIN_PORT: '0',
        DISCORD_API_URL: discord.apiUrl,
        DISCORD_TOKEN: discord.token,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(quoth, 'close');
    try {
      let log = '';
      for await (const chunk of quoth.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
        log += chunk;
        if (log.includes('created Search the posts')) break;
      }
      quoth.stdout.resume();
      expect(log).toContain('created Search the posts');
      const [, port = ''] = /listening on http:\/\/127\.0\.0\.1:(\d+)\/metrics/.exec(log) ?? [];
      await expect.poll(() => checkHealth(port), { timeout: patience }).toBe(0);
      expect((await discord.reader().types('/insight 5')).text).toContain('Long Context');
    } finally {
      quoth.kill('SIGTERM');
      await ended;
      await discord.close();
    }
    expect(await checkHealth('1')).toBe(1);
    expect(await stampsOf(image.root, data)).toEqual(before);
  },
  patience,
);

it('in the image the preview says that it is left out, and ends with a code that does not start it again', async () => {
  const quoth = spawn(process.execPath, ['src/main.ts'], {
    cwd: image.workdir,
    env: { PATH, ...image.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  quoth.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  const [code] = await once(quoth, 'close');
  expect(said).toMatch(/^The preview is left out of this installation: set DISCORD_TOKEN [^\n]+\n$/);
  expect(code).toBe(78);
});
