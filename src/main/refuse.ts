import process from 'node:process';
import { withoutSecrets } from './secrets.ts';

/**
 * Exit codes, for what starts Quoth again: `unfit` is EX_CONFIG of sysexits.h, where only a person can mend what is
 * wrong and starting again is of no use (systemd: `RestartPreventExitStatus=78`); `failed` is anything else.
 */
export const exitCodes = { failed: 1, unfit: 78 } as const;

/** Says why Quoth cannot start or go on, and ends with that code. */
export function refuse(sentences: readonly string[], code: number = exitCodes.unfit): never {
  process.stderr.write(sentences.map(sentence => `${withoutSecrets(sentence)}\n`).join(''));
  process.exit(code);
}
