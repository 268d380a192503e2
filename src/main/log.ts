import pino, { type Logger } from 'pino';
import { hidden, plainError } from '../discord/logged.ts';

/** The log: one JSON line an event on standard output. What is secret is kept from there whoever prints it. */
export function makeLog(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: plainError } },
    { write: line => process.stdout.write(hidden(line, [])) },
  );
}
