import process from 'node:process';
import type { Environment } from '../config/environment.ts';
import { sayFault } from '../config/fault.ts';
import { type Config, type Reading, readConfig } from '../config.ts';
import { checkFolder } from '../tools/check/check.ts';
import { examineAll } from '../tools/doctor/doctor.ts';
import type { Account, PostsFound } from '../tools/doctor/model.ts';
import { doctorJson, doctorLines, todoOf } from '../tools/doctor/report.ts';
import { doctorWordsOf } from '../words/doctor/words.ts';
import { wordsOf } from '../words/words.ts';
import { registered } from './bot.ts';
import { openPlace } from './place.ts';
import { withoutSecrets } from './secrets.ts';
import { shellLocale } from './shell.ts';

/** How long each check may take, in milliseconds. */
const patience = 20_000;

/** The configuration without what is wrong in it, so that all else can be looked at; undefined where that is not enough. */
function sound(reading: Reading, environment: Environment): Config | undefined {
  if (reading.ok) return reading.config;
  const wrong = new Set(reading.faults.map(({ name }) => name));
  const rest = Object.entries(environment).filter(([name]) => !wrong.has(name.toUpperCase()));
  const again = readConfig(Object.fromEntries(rest));
  return again.ok ? again.config : undefined;
}

async function findPosts(config: Config): Promise<PostsFound> {
  const place = openPlace(config, () => undefined);
  try {
    await place.fresh;
    const state = place.state();
    if (state?.state === 'away') return { away: state.reason ?? state.source };
    return await checkFolder(place.folder(), { overrides: config.blog });
  } finally {
    await place.close();
  }
}

/** Undefined where nothing of Discord's is set. */
function accountOf({ way }: Config): Account | undefined {
  if (way.open === 'gateway') return { reach: way.reach, bot: way.bot };
  if (way.open !== 'http') return undefined;
  const { reach, bot, publicKey, applicationId } = way;
  return { reach, publicKey, ...(bot ? { bot } : {}), ...(applicationId ? { applicationId } : {}) };
}

/**
 * Says on one screen what works, and what to do about what does not, whatever the configuration; ends with 1 where
 * something must be done.
 */
export async function runDoctor(environment: Environment, args: readonly string[]): Promise<void> {
  const reading = readConfig(environment);
  const config = sound(reading, environment);
  const locale = config?.locale ?? shellLocale(process.env) ?? 'en';
  const words = doctorWordsOf(locale);
  const faults = reading.ok ? [] : reading.faults.map(sayFault);
  if (!config) {
    process.stdout.write(faults.map(fault => `✗ ${withoutSecrets(fault)}\n`).join(''));
    process.exitCode = 1;
    return;
  }
  const account = accountOf(config);
  const { open } = config.way;
  const findings = await examineAll({
    words,
    permissions: wordsOf(locale).announce.permissions,
    faults,
    warnings: reading.warnings,
    way: open === 'gateway' || open === 'http' ? open : 'preview',
    node: process.versions.node,
    cacheFolder: config.cacheFolder,
    content: config.content,
    posts: () => findPosts(config),
    database: config.announcing.database,
    ...(account ? { account } : {}),
    ...(config.announcing.home === undefined ? {} : { home: config.announcing.home }),
    commands: registered(config.announcing.home),
    now: Date.now,
    patience,
  });
  const lines = args.includes('--json') ? [doctorJson(findings)] : doctorLines(findings, words);
  const text = lines.map(line => `${withoutSecrets(line)}\n`).join('');
  // What took too long may go on for as long as it likes.
  process.stdout.write(text, () => process.exit(todoOf(findings) > 0 ? 1 : 0));
}
