import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { afterAll, describe, expect, it } from 'vitest';
import { readEnvironment } from '../../src/config/environment.ts';
import { sayFault } from '../../src/config/fault.ts';
import { readConfig } from '../../src/config.ts';

describe('the .env file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quoth-config-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('may be missing', () => {
    expect(readEnvironment(folder, { A: '1' })).toEqual({ variables: { A: '1' } });
  });

  it('is read, and what is set outside wins even where it is empty', () => {
    writeFileSync(join(folder, '.env'), 'A=in\r\nexport B="in, too" # why\r\nDISCORD_TOKEN=x\r\n');
    expect(readEnvironment(folder, { A: 'out', DISCORD_TOKEN: '' })).toEqual({
      variables: { A: 'out', B: 'in, too', DISCORD_TOKEN: '' },
    });
  });

  it('is read as Windows writes it, too', () => {
    writeFileSync(join(folder, '.env'), Buffer.from('\ufeffTIMEZONE=Asia/Shanghai\r\n', 'utf16le'));
    expect(readEnvironment(folder, {})).toEqual({ variables: { TIMEZONE: 'Asia/Shanghai' } });
    writeFileSync(join(folder, '.env'), '\ufeffTIMEZONE=Asia/Shanghai\r\n');
    expect(readEnvironment(folder, {})).toEqual({ variables: { TIMEZONE: 'Asia/Shanghai' } });
  });

  it('that cannot be read is said to be so', () => {
    rmSync(join(folder, '.env'));
    mkdirSync(join(folder, '.env'));
    const read = readEnvironment(folder, {});
    expect('fault' in read && sayFault(read.fault)).toBe(
      `${join(folder, '.env')} is unreadable (EISDIR), but it wants to be a text file that this user may read.`,
    );
  });

  it('that ships as an example sets nothing until a line is uncommented, and then only what works', () => {
    const example = readFileSync(join(import.meta.dirname, '..', '..', '.env.example'), 'utf8');
    expect(parse(example)).toEqual({});
    const uncommented = parse(example.replaceAll(/^# (?=[A-Z_]+=)/gm, ''));
    expect(Object.keys(uncommented).sort()).toEqual([
      'ADMIN_PORT',
      'ANNOUNCE_AFTER',
      'ANNOUNCE_WITHIN',
      'CACHE_DIR',
      'CHROMIUM_PATH',
      'CONTENT',
      'CONTENT_EVERY',
      'CONTENT_SECRET',
      'CONTENT_TOKEN',
      'DATABASE_URL',
      'DEFAULT_LOCALE',
      'DIALECT',
      'DISCORD_API_URL',
      'DISCORD_APPLICATION_ID',
      'DISCORD_GUILD_ID',
      'DISCORD_PUBLIC_KEY',
      'DISCORD_TOKEN',
      'FAIR_USE',
      'HOME_CHANNEL',
      'HOST',
      'HTTPS_PROXY',
      'LOG_LEVEL',
      'LOG_QUERIES',
      'NO_PROXY',
      'PORT',
      'POST_URL',
      'SITE_URL',
      'TIMEZONE',
      'VISIBILITY',
    ]);
    const environment = { ...uncommented, DISCORD_PUBLIC_KEY: '0123456789abcdef'.repeat(4) };
    expect(readConfig(environment)).toMatchObject({
      ok: true,
      config: { way: { open: 'http', port: 3000 } },
    });
  });
});
