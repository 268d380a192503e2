import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { root } from './image.ts';
import { file, licencesPage, packages } from './licences.ts';

/** Licences that ask for no more than to be named. */
const permissive = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|Python-2\.0|Zlib)$/;

it('every package that serves has a licence that asks for no more than to be named', () => {
  const others = packages('production').filter(({ license = '' }) =>
    license
      .replace(/[()]/g, '')
      .split(/ AND | OR /)
      .some(one => !permissive.test(one)),
  );
  expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
});

it('docs/licences.md is up to date: node test/deploy/licences.ts writes it anew', () => {
  expect(readFileSync(file, 'utf8')).toBe(licencesPage());
});

it('nothing that is installed to serve runs a script as it is installed', () => {
  const running = packages('production').filter(({ hasInstallScript }) => hasInstallScript);
  expect(running.map(({ name }) => name)).toEqual([]);
});

it('what is installed is held to what was looked at: versions are exact, and each package has its checksum', () => {
  const shape = z.record(z.string(), z.string());
  const { dependencies, devDependencies } = z
    .object({ dependencies: shape, devDependencies: shape })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const versions = Object.entries({ ...dependencies, ...devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
  expect(packages('all').filter(({ integrity = '' }) => !integrity.startsWith('sha512-'))).toEqual([]);
});
