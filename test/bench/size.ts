import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildQuoth, npm, root, sizeOf } from '../deploy/image.ts';
import type { Row } from './table.ts';

const execute = promisify(execFile);

/** As many packages are named. */
const named = 10;

/** The most that an image, or an installation that leaves out the same, may take beside Node, in MB. */
const most = 100;

async function row(what: string, folder: string): Promise<Row> {
  const { stdout } = await execute('du', ['-s', '--apparent-size', '--block-size=1', folder]);
  return {
    what,
    numbers: {
      'MB on the disk': (await sizeOf(folder)) / 1e6,
      'MB of content': Number.parseInt(stdout, 10) / 1e6,
    },
  };
}

/** Folders of packages; those of a scope stand together. */
async function heaviest(packages: string): Promise<readonly Row[]> {
  const names = await readdir(packages);
  const rows = await Promise.all(names.map(name => row(`  ${name}`, join(packages, name))));
  const weight = ({ numbers }: Row) => numbers['MB on the disk'] ?? 0;
  return rows.toSorted((one, other) => weight(other) - weight(one)).slice(0, named);
}

/** How much room Quoth takes where it serves; throws where the image takes more than it may. */
export async function bench(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'quoth-size-'));
  try {
    const plain = join(folder, 'plain');
    for (const name of ['package.json', 'package-lock.json', 'src', 'commands', 'content'])
      await cp(join(root, name), join(plain, name), { recursive: true });
    await execute('npm', ['ci', '--omit=dev', '--ignore-scripts'], { cwd: plain, env: npm });
    const { root: image, workdir } = await buildQuoth(folder);
    const whole = await row('the image, beside Node', image);
    if ((whole.numbers['MB on the disk'] ?? 0) > most)
      throw new Error(`The image takes more than ${most} MB.`);
    return [
      await row('npm ci --omit=dev, and the sources', plain),
      whole,
      await row('  sources', join(workdir, 'src')),
      ...(await heaviest(join(workdir, 'node_modules'))),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
