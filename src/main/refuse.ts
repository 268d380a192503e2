import process from 'node:process';
import { withoutSecrets } from './secrets.ts';

/** Says why Quoth cannot start, and ends with 1. */
export function refuse(sentences: readonly string[]): never {
  process.stderr.write(sentences.map(sentence => `${withoutSecrets(sentence)}\n`).join(''));
  process.exit(1);
}
