import type { Log } from '../bot/model.ts';
import { hidden, plainError } from '../discord/logged.ts';

/** A log for Workers, whose consoles keep one JSON object a line; the given secrets are replaced wherever they stand. */
export function makeLog(secrets: readonly string[]): Log {
  const line = (level: string, fields: object, msg: string): string => {
    const plain = 'err' in fields ? { ...fields, err: plainError(fields.err) } : fields;
    return hidden(JSON.stringify({ level, ...plain, msg }), secrets);
  };
  return {
    info: (fields, msg) => console.log(line('info', fields, msg)),
    warn: (fields, msg) => console.warn(line('warn', fields, msg)),
    error: (fields, msg) => console.error(line('error', fields, msg)),
  };
}
