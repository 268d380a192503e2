import { dirname } from 'node:path';
import type { Servers, Subscription } from '../../announce/model.ts';
import { fileOf } from '../../store/address.ts';
import { type Inspection, inspectStore } from '../../store/inspect.ts';
import { keptFrom } from './machine.ts';
import type { Check, Finding, Patient } from './model.ts';

/** More channels than these are not looked at, and so many at once. */
const MOST_CHANNELS = 100;
const AT_ONCE = 4;

/** Looks at the database once, for all who ask. */
export function openStoreLook({ database }: Patient): () => Promise<Inspection> {
  let looking: Promise<Inspection> | undefined;
  return () => {
    looking ??= inspectStore(database);
    return looking;
  };
}

const databaseFinding = (state: Finding['state'], message: string): readonly Finding[] => [
  { check: 'database', state, message },
];

export const databaseCheck =
  ({ words, database }: Patient, look: () => Promise<Inspection>): Check =>
  async () => {
    const found = await look();
    if (found.is === 'newer') return databaseFinding('todo', words.newerDatabase(found.version));
    if (found.is === 'older')
      return databaseFinding('hint', words.olderDatabase(found.version, found.wanted));
    if (found.is === 'current') return databaseFinding('good', words.database(found.version));
    const file = fileOf(database);
    const why = file === undefined ? undefined : await keptFrom(dirname(file));
    return file === undefined || why === undefined
      ? databaseFinding('good', words.noDatabase)
      : databaseFinding('todo', words.unwritable(dirname(file), why));
  };

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');

async function lookAt(
  { words, permissions }: Patient,
  { look }: Pick<Servers, 'look'>,
  { guild, channel, role, thread, paused }: Subscription,
): Promise<readonly Finding[]> {
  const found = (state: Finding['state'], message: string): Finding => ({
    check: 'channels',
    state,
    message,
  });
  try {
    const { name, missing } = await look(guild, channel, role, thread);
    const called = name === '' ? channel : `#${name}`;
    if (missing.length > 0)
      return [
        found(
          'todo',
          words.lacks(
            called,
            missing.map(permission => permissions[permission]),
          ),
        ),
      ];
    return paused === undefined ? [] : [found('hint', words.paused(called, paused.detail))];
  } catch (error) {
    return [found('hint', words.channelUnknown(channel, reasonOf(error)))];
  }
}

/** What Quoth may do where new posts are told. */
export const channelsCheck =
  (patient: Patient, look: () => Promise<Inspection>, servers: Pick<Servers, 'look'>): Check =>
  async () => {
    const { words } = patient;
    // Why it cannot be looked at is told of the database.
    const found = await look().catch(() => undefined);
    if (found === undefined) return [];
    const all = 'subscriptions' in found ? found.subscriptions : [];
    const asked = all.slice(0, MOST_CHANNELS);
    const findings: Finding[] = [];
    for (let at = 0; at < asked.length; at += AT_ONCE) {
      const some = asked.slice(at, at + AT_ONCE).map(one => lookAt(patient, servers, one));
      findings.push(...(await Promise.all(some)).flat());
    }
    if (asked.length < all.length) {
      const message = words.unchecked(all.length - asked.length);
      findings.push({ check: 'channels', state: 'hint', message });
    }
    if (findings.length > 0) return findings;
    const message = all.length === 0 ? words.noChannels : words.channels(all.length);
    return [{ check: 'channels', state: 'good', message }];
  };
