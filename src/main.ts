import process from 'node:process';
import { readEnvironment } from './config/environment.ts';
import { sayFault } from './config/fault.ts';
import { readConfig } from './config.ts';
import { open } from './main/open.ts';
import { withoutSecrets } from './main/secrets.ts';

/** Says why Quoth cannot start, and ends with 1. */
function refuse(sentences: readonly string[]): never {
  process.stderr.write(sentences.map(sentence => `${withoutSecrets(sentence)}\n`).join(''));
  process.exit(1);
}

const environment = readEnvironment('.', process.env);
if ('fault' in environment) refuse([sayFault(environment.fault)]);
const reading = readConfig(environment.variables, process.argv.slice(2));
for (const warning of reading.warnings) process.stderr.write(`${warning}\n`);
if (!reading.ok) refuse(reading.faults.map(sayFault));

try {
  await open(reading.config);
} catch (error) {
  // What Quoth itself refuses says what to do; anything else is a bug, and its stack says where.
  const known = error instanceof Error && /[.!?]$/.test(error.message);
  refuse([known ? error.message : String(error instanceof Error ? error.stack : error)]);
}
