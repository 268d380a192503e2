import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFloors } from './floors.ts';

const root = join(import.meta.dirname, '..');
const check = join(import.meta.dirname, 'floors.ts');

/** A forbidden import each: what is forbidden, the file it stands in, what it imports, the fault. */
const planted = [
  ['a room of a floor above', 'src/blog/planted-up.ts', "import '../bot/target.ts'", /src\/blog may import/],
  [
    'a type of a floor above',
    'src/words/planted-type.ts',
    "import type { Target } from '../bot/target.ts'",
    /src\/words may import/,
  ],
  [
    'a type exported on from a floor above',
    'src/message/planted-export.ts',
    "export type { Target } from '../bot/target.ts'",
    /src\/message may import/,
  ],
  [
    'a floor above when it is needed only later',
    'src/search/planted-lazy.ts',
    "await import('../bot/target.ts')",
    /src\/search may import/,
  ],
  [
    'the other room of the first floor',
    'src/blog/planted-beside.ts',
    "import '../words/target.ts'",
    /src\/blog may import/,
  ],
  [
    'the other room of the second floor',
    'src/search/planted-beside.ts',
    "import '../message/target.ts'",
    /src\/search may import/,
  ],
  ['commands, from bot', 'src/bot/planted.ts', "import '../../commands/target.ts'", /src\/bot may import/],
  [
    'another room of the fifth floor',
    'src/discord/planted.ts',
    "import '../source/target.ts'",
    /src\/discord may import/,
  ],
  ['another way in', 'src/gateway/planted.ts', "import '../http/target.ts'", /src\/gateway may import/],
  ['the configuration', 'src/http/planted.ts', "import '../config.ts'", /src\/http may import/],
  ['a test', 'src/preview/planted.ts', "import '../../test/target.ts'", /src\/preview may import/],
  ['a built-in module of Node', 'src/message/planted-node.ts', "import 'node:fs'", /no built-in modules/],
  ['one without its prefix', 'src/blog/planted-fs.ts', "import 'fs'", /no built-in modules/],
  ['a type of one', 'src/bot/planted-node.ts', "import type { Stats } from 'node:fs'", /no built-in modules/],
  ['discord.js', 'commands/planted.ts', "import 'discord.js'", /know nothing of discord\.js/],
  [
    'a part of discord.js',
    'src/bot/planted-rest.ts',
    "import '@discordjs/rest'",
    /know nothing of discord\.js/,
  ],
  ['a web server', 'src/search/planted-hono.ts', "import 'hono'", /know nothing of discord\.js/],
  [
    "Discord's run-time enums",
    'src/message/planted-enum.ts',
    "import { ButtonStyle } from 'discord-api-types/v10'",
    /import its types/,
  ],
  ['a file that is not there', 'src/source/planted.ts', "import './nowhere.ts'", /must exist/],
  ['anything from outside the rooms', 'src/planted.ts', "import './blog/target.ts'", /belongs to a room/],
  ['itself, in a circle', 'src/http/planted-a.ts', "import './planted-b.ts'", /in a circle/],
] as const;

const targets = [
  'src/blog/target.ts',
  'src/words/target.ts',
  'src/message/target.ts',
  'src/bot/target.ts',
  'commands/target.ts',
  'src/source/target.ts',
  'src/http/target.ts',
  'src/config.ts',
  'test/target.ts',
];

describe('the floors of the house', () => {
  const copy = mkdtempSync(join(tmpdir(), 'quoth-floors-'));
  let faults: readonly string[] = [];
  let clean: readonly string[] = [];

  beforeAll(async () => {
    for (const part of ['src', 'commands', '.dependency-cruiser.ts', 'package.json']) {
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    for (const target of targets) write(target, 'export type Target = string;\n');
    write('src/http/planted-b.ts', "import './planted-a.ts';\n");
    clean = await checkFloors(copy);
    for (const [, file, line] of planted) write(file, `${line};\n`);
    faults = await checkFloors(copy);
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), text);
  }

  it.each(planted)('refuse to import %s', (_what, file, _line, fault) => {
    expect(faults.filter(line => line.startsWith(`${file} imports`))).toContainEqual(
      expect.stringMatching(fault),
    );
  });

  it('find no fault where none is planted', () => {
    const files = ['src/http/planted-b.ts', ...planted.map(([, file]) => file)];
    const elsewhere = [...clean, ...faults].filter(line => !files.some(file => line.startsWith(`${file} `)));
    expect(elsewhere).toEqual([]);
  });

  it('name the file whose imports cannot be read', async () => {
    write('src/http/planted-c.ts', 'using planted = await open();\n');
    expect(await checkFloors(copy)).toEqual([expect.stringContaining('src/http/planted-c.ts')]);
    rmSync(join(copy, 'src/http/planted-c.ts'));
  });

  it('fail the command', () => {
    const run = spawnSync(process.execPath, [check], { cwd: copy, encoding: 'utf8' });
    expect(run.stderr).toContain('src/blog/planted-up.ts imports src/bot/target.ts');
    expect(run.status).toBe(1);
  });

  it('fail the command when no module can be read', () => {
    const without = `data:text/javascript,${encodeURIComponent(`
      import { registerHooks } from 'node:module';
      const resolve = (name, context, next) => {
        if (name.startsWith('@swc/core')) throw new Error('not installed');
        return next(name, context);
      };
      registerHooks({ resolve });
    `)}`;
    const run = spawnSync(process.execPath, ['--import', without, check], { cwd: root, encoding: 'utf8' });
    expect(run.stderr).toContain('No module was read');
    expect(run.status).toBe(1);
  });
});
