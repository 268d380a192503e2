import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bell, openBell } from '../../src/store/bell.ts';
import { kinds } from './databases.ts';

const postgres = kinds.find(({ name }) => name === 'PostgreSQL');

test('over a SQLite file there is nobody to hear', () => {
  const options = { heard: () => undefined, warn: () => undefined, wait: () => Promise.resolve() };
  expect(openBell({ address: './data/quoth.db', ...options })).toBeUndefined();
});

describe.skipIf(postgres === undefined)('a bell over PostgreSQL', () => {
  let address: string;
  let told: string[];
  const bells: Bell[] = [];

  beforeEach(async () => {
    address = (await postgres?.fresh()) ?? '';
    told = [];
  });

  afterEach(async () => {
    for (const bell of bells.splice(0)) await bell.close();
  });

  /** Opens one; `heard` counts what it heard. A pause after a fault is none. */
  function open() {
    let heard = 0;
    const bell = openBell({
      address,
      heard: () => heard++,
      warn: sentence => told.push(sentence),
      wait: (_, signal) => setTimeout(20, undefined, { signal }).catch(() => undefined),
    });
    if (bell === undefined) throw new Error('There is no bell.');
    bells.push(bell);
    return { ring: bell.ring, heard: () => heard };
  }

  async function ask(statement: string, values: readonly unknown[] = []): Promise<readonly unknown[]> {
    const client = new Client({ connectionString: address });
    await client.connect();
    try {
      return (await client.query(statement, [...values])).rows;
    } finally {
      await client.end();
    }
  }

  const listening = "select pid from pg_stat_activity where application_name = 'quoth bell'";
  const areListening = (count: number) => expect.poll(() => ask(listening)).toHaveLength(count);

  test('is heard by all others at once, and not by who rings', async () => {
    const [one, other, third] = [open(), open(), open()];
    // Who is not there yet hears nothing.
    await expect
      .poll(() => {
        one.ring();
        return other.heard() > 0 && third.heard() > 0;
      })
      .toBe(true);
    expect(one.heard()).toBe(0);
    expect(told).toEqual([]);
  });

  test('is heard again after all connections were lost, which counts as heard', async () => {
    const [one, other] = [open(), open()];
    await expect
      .poll(() => {
        one.ring();
        return other.heard() > 0;
      })
      .toBe(true);
    await ask(`select pg_terminate_backend(pid) from (${listening}) as listeners`);
    await expect.poll(() => one.heard()).toBe(1);
    // Once for its own connection that is there again, and once for a ring.
    const before = other.heard();
    await expect
      .poll(() => {
        one.ring();
        return other.heard() > before + 1;
      })
      .toBe(true);
    expect(told.length).toBeGreaterThan(0);
    for (const sentence of told)
      expect(sentence).toMatch(/^Other replicas are not heard\. The database .*\.$/);
    expect(told.join()).not.toContain('postgres:');
  });

  test('rings once the database is there that was away', async () => {
    const there = address;
    const url = new URL(address);
    url.pathname = '/nothing_here';
    address = url.href;
    const away = open();
    away.ring();
    await expect.poll(() => told.length).toBe(1);
    address = there;
    const other = open();
    await areListening(1);
    await ask('create database nothing_here');
    try {
      address = url.href;
      const beside = open();
      await expect
        .poll(() => {
          away.ring();
          return beside.heard() > 0;
        })
        .toBe(true);
      expect(other.heard()).toBe(0);
    } finally {
      for (const bell of bells.splice(0)) await bell.close();
      address = there;
      await ask('drop database nothing_here with (force)');
    }
  });
});
