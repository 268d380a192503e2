import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { build, type Image } from './dockerfile.ts';

const execute = promisify(execFile);

export const root = join(import.meta.dirname, '..', '..');

/** This machine's own variables, without the folder that npm names to what it runs: a step's npm works in its own. */
const { npm_config_local_prefix: _, ...variables } = process.env;

/** Folders of programs, first that of the Node that runs this. */
export const PATH = `${dirname(process.execPath)}:${variables.PATH}`;

/** What npm is given; its cache saves the way to the registry. */
export const npm = { ...variables, PATH, npm_config_prefer_offline: 'true' };

/** Makes Quoth's image in an empty folder. Takes about ten seconds. */
export const buildQuoth = (folder: string): Promise<Image> =>
  build(join(root, 'deploy', 'Dockerfile'), root, folder, npm);

/** How much of the disk a folder takes, in bytes, in whole blocks as `du` counts it. */
export async function sizeOf(folder: string): Promise<number> {
  const { stdout } = await execute('du', ['-sk', folder]);
  return Number.parseInt(stdout, 10) * 1024;
}

/** When each file and folder beneath `folder` was last changed, but for what lies in `except`. */
export async function stampsOf(folder: string, except: string): Promise<ReadonlyMap<string, number>> {
  const entries = await readdir(folder, { recursive: true });
  const paths = entries.map(entry => join(folder, entry)).filter(path => !path.startsWith(except));
  return new Map(await Promise.all(paths.map(async path => [path, (await stat(path)).mtimeMs] as const)));
}
