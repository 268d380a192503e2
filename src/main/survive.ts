import process from 'node:process';
import type { Log } from '../bot/model.ts';

/**
 * Keeps a server up whatever its parts and the packages under them throw where nobody catches it: what it answers from
 * is made anew and swapped in whole, so nothing half done is left behind. Each is one line in the log.
 */
export function survive(log: Log): void {
  const tell = (err: unknown): void => log.error({ err }, 'something unforeseen went wrong; Quoth goes on');
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
  // Whoever reads the log may go away, and readers be answered all the same.
  process.stdout.on('error', () => undefined);
}
