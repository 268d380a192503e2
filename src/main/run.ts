import type { Environment } from '../config/environment.ts';
import { sayFault } from '../config/fault.ts';
import { readConfig } from '../config.ts';
import { open } from './open.ts';
import { exitCodes, refuse } from './refuse.ts';

/** Errors that only a person can mend, by their names: the parts that throw them need not be loaded to know them. */
const unfit: ReadonlySet<string> = new Set(['Unfit', 'ContentError', 'PageError']);

const isDoctor = ([name, ...rest]: readonly string[]): boolean =>
  name === 'doctor' && rest.every(word => word === '--json');

/** Opens what an environment and the command line ask for; says why it cannot, and ends with a code that tells. */
export async function run(environment: Environment, args: readonly string[]): Promise<void> {
  // It looks at what is wrong with the configuration too.
  if (isDoctor(args)) return (await import('./doctor.ts')).runDoctor(environment, args);
  const reading = readConfig(environment, args);
  for (const warning of reading.warnings) process.stderr.write(`${warning}\n`);
  if (!reading.ok) refuse(reading.faults.map(sayFault));
  try {
    await open(reading.config);
  } catch (error) {
    // What Quoth itself refuses says what to do; anything else is a bug, and its stack says where.
    const known = error instanceof Error && /[.!?]$/.test(error.message);
    refuse(
      [known ? error.message : String(error instanceof Error ? error.stack : error)],
      error instanceof Error && unfit.has(error.name) ? exitCodes.unfit : exitCodes.failed,
    );
  }
}
