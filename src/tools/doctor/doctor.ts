import { setTimeout } from 'node:timers/promises';
import { makeServers } from '../../discord/announcing/servers.ts';
import type { CheckName } from '../../words/doctor/model.ts';
import { openAsking } from './ask.ts';
import {
  applicationCheck,
  clockCheck,
  commandsCheck,
  endpointCheck,
  gatewayCheck,
  homeCheck,
  intentsCheck,
  inviteCheck,
  reachCheck,
  serversCheck,
} from './discord.ts';
import { cacheCheck, memoryCheck, nodeCheck } from './machine.ts';
import type { Check, Finding, Patient } from './model.ts';
import { configurationCheck, postsCheck } from './posts.ts';
import { channelsCheck, databaseCheck, openStoreLook } from './store.ts';

type Named = readonly [CheckName, Check];

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A request gives up before its check does, so that the check can say why. */
const REQUEST_SHARE = 0.6;

function discordChecks(
  patient: Patient,
  look: ReturnType<typeof openStoreLook>,
): { readonly checks: readonly Named[]; readonly close: () => Promise<void> } {
  const { account, now, patience, words } = patient;
  const none = { check: 'application', state: 'hint', message: words.noToken } as const;
  if (!account) return { checks: [['application', () => [none]]], close: () => Promise.resolve() };
  const { bot, reach } = account;
  const timeout = patience * REQUEST_SHARE;
  const asking = openAsking(account, now, timeout);
  const servers = bot && makeServers({ reach, token: bot.token, log: silent, timeout });
  const channels: readonly Named[] = servers ? [['channels', channelsCheck(patient, look, servers)]] : [];
  return {
    checks: [
      ['discord', reachCheck(patient, account, asking)],
      ['clock', clockCheck(patient, asking)],
      ['application', applicationCheck(patient, account, asking)],
      ['servers', serversCheck(patient, asking)],
      ['intents', intentsCheck(patient)],
      ['gateway', gatewayCheck(patient, asking)],
      ['endpoint', endpointCheck(patient, account, asking)],
      ['commands', commandsCheck(patient, account, asking)],
      ...channels,
      ['home', homeCheck(patient, asking)],
      ['invite', inviteCheck(account, asking)],
    ],
    close: async () => {
      await Promise.all([asking.close(), servers?.close()]);
    },
  };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What Quoth itself refuses says what to do. */
const isSentence = (reason: string): boolean => /[.!?]$/.test(reason);

/** Looks, but not for long, and says what came of it in any case. */
async function examine([name, check]: Named, { words, patience }: Patient): Promise<readonly Finding[]> {
  const todo = (message: string): readonly Finding[] => [{ check: name, state: 'todo', message }];
  const ended = new AbortController();
  const late = setTimeout(patience, undefined, { signal: ended.signal }).then(
    () => todo(words.late(Math.round(patience / 1_000))),
    () => [],
  );
  const looked = Promise.try(check).catch((error: unknown) => {
    const reason = reasonOf(error);
    return todo(isSentence(reason) ? reason : words.unforeseen(reason));
  });
  const findings = await Promise.race([looked, late]);
  ended.abort();
  return findings;
}

/** Looks at everything at once, each by itself; never rejects. What is found is in the order of the checks. */
export async function examineAll(patient: Patient): Promise<readonly Finding[]> {
  const look = openStoreLook(patient);
  const { checks, close } = discordChecks(patient, look);
  const all: readonly Named[] = [
    ['configuration', configurationCheck(patient)],
    ['node', nodeCheck(patient)],
    ['memory', memoryCheck(patient)],
    ['cache', cacheCheck(patient)],
    ['posts', postsCheck(patient)],
    ['database', databaseCheck(patient, look)],
    ...checks,
  ];
  const findings = await Promise.all(all.map(one => examine(one, patient)));
  await close().catch(() => undefined);
  return findings.flat();
}
