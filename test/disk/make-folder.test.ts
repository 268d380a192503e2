import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeFolder } from '../../src/disk/make-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'quoth-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a folder is made', () => {
  test('with those above it, and once', () => {
    const path = join(folder, 'a', 'b', 'c');
    makeFolder(path);
    makeFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  test('not where a file stands in its way', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => makeFolder(join(folder, 'file'))).toThrow(/EEXIST/);
    expect(() => makeFolder(join(folder, 'file', 'below'))).toThrow(/ENOTDIR/);
  });

  test.runIf(existsSync('/proc/self'))('not where the system takes nothing, which ends at once', () => {
    expect(() => makeFolder('/proc/none/data')).toThrow(/ENOENT/);
  });
});
