import process from 'node:process';
import type { Environment } from '../config/environment.ts';
import { sayFault } from '../config/fault.ts';
import { readConfig } from '../config.ts';
import { open } from './open.ts';
import { refuse } from './refuse.ts';

/** Opens what an environment and the command line ask for; says why it cannot, and ends with 1. */
export async function run(environment: Environment, args: readonly string[]): Promise<void> {
  const reading = readConfig(environment, args);
  for (const warning of reading.warnings) process.stderr.write(`${warning}\n`);
  if (!reading.ok) refuse(reading.faults.map(sayFault));
  try {
    await open(reading.config);
  } catch (error) {
    // What Quoth itself refuses says what to do; anything else is a bug, and its stack says where.
    const known = error instanceof Error && /[.!?]$/.test(error.message);
    refuse([known ? error.message : String(error instanceof Error ? error.stack : error)]);
  }
}
