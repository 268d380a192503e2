import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { registrations } from '../../../src/bot/registration.ts';
import { examineAll } from '../../../src/tools/doctor/doctor.ts';
import type { Account, Finding, Patient } from '../../../src/tools/doctor/model.ts';
import { doctorWordsOf } from '../../../src/words/doctor/words.ts';
import { wordsOf } from '../../../src/words/words.ts';
import type { Discord } from '../../discord/discord.ts';

export const folder = mkdtempSync(join(tmpdir(), 'quoth-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export const wanted = registrations(commands);

/** What a healthy Quoth is asked about, without Discord. */
export const healthy: Patient = {
  words: doctorWordsOf('en'),
  permissions: wordsOf('en').announce.permissions,
  faults: [],
  warnings: [],
  way: 'gateway',
  node: '24.21.0',
  cacheFolder: join(folder, 'cache'),
  content: './content',
  posts: () => Promise.resolve({ posts: 3, hidden: 0, errors: 0, warnings: 0 }),
  database: join(folder, 'none', 'quoth.db'),
  commands: wanted,
  now: Date.now,
  patience: 20_000,
};

export function accountOf(discord: Discord, more: Partial<Account> = {}): Account {
  const { apiUrl, token, applicationId } = discord;
  return { reach: { apiUrl }, bot: { token, applicationId }, ...more };
}

/** What is found, by what was looked at. */
export async function examine(more: Partial<Patient>): Promise<Map<Finding['check'], readonly Finding[]>> {
  return Map.groupBy(await examineAll({ ...healthy, ...more }), ({ check }) => check);
}
