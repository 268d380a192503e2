import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exitCodes } from '../../src/main/refuse.ts';
import { root } from './image.ts';

const unit = readFileSync(join(root, 'deploy', 'quoth.service'), 'utf8');
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
if (!hasSystemd) console.warn('systemd-analyze is not there: the unit is not checked by it');

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quoth-unit-'));
  file = join(folder, 'quoth.service');
  // Node lies elsewhere here; all else is checked as it is.
  writeFileSync(file, unit.replace('/usr/bin/node', process.execPath));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the unit does not start Quoth again where only a person can mend it', () => {
  expect(unit).toContain(`\nRestartPreventExitStatus=${exitCodes.unfit}\n`);
});

it.skipIf(!hasSystemd)('systemd understands each line of the unit', () => {
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
  expect(stderr.split('\n').filter(line => line.includes('quoth.service'))).toEqual([]);
  expect(status).toBe(0);
});

it.skipIf(!hasSystemd)('systemd finds little that the unit exposes', () => {
  const args = ['security', '--offline=true', '--no-pager', file];
  const said = execFileSync('systemd-analyze', args, { encoding: 'utf8' });
  const [, exposure] = /exposure level for quoth\.service: ([\d.]+)/.exec(said) ?? [];
  expect(Number(exposure)).toBeLessThan(2);
});
