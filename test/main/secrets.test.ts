import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { secretsOf } from '../../src/main/discord.ts';

test('the password of a database stands in no log line, neither as it is written nor as it is', () => {
  const reading = readConfig({ DATABASE_URL: 'postgres://quoth:s%20ecret@db.example/quoth' });
  if (!reading.ok) throw new Error('the configuration is wrong');
  expect(secretsOf(reading.config, undefined, {})).toEqual(['s%20ecret', 's ecret']);
});
