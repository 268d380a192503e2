import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { lookOf } from '../../../src/preview/terminal/look.ts';

const reader = { locale: 'en-US', now: 0 };

function look(terminal: boolean, env: NodeJS.ProcessEnv, columns?: number) {
  const output = Object.assign(new PassThrough(), { isTTY: terminal, ...(columns ? { columns } : {}) });
  return lookOf(output, env, reader);
}

describe('what an output can show', () => {
  it.each([
    ['a terminal', true, { TERM: 'xterm-256color' }, { depth: 8, links: true }],
    [
      'a terminal of many colours',
      true,
      { TERM: 'xterm', COLORTERM: 'truecolor' },
      { depth: 24, links: true },
    ],
    ['NO_COLOR', true, { TERM: 'xterm', NO_COLOR: '1' }, { depth: 1, links: false }],
    ['a dumb terminal', true, { TERM: 'dumb' }, { depth: 1, links: false }],
    ['a pipe', false, { TERM: 'xterm' }, { depth: 1, links: false }],
    ['FORCE_COLOR in a pipe', false, { TERM: 'xterm', FORCE_COLOR: '3' }, { depth: 24, links: false }],
    ['FORCE_COLOR=0', true, { TERM: 'xterm', FORCE_COLOR: '0' }, { depth: 1, links: false }],
  ])('%s', (_, terminal, env, wanted) => {
    expect(look(terminal, env)).toMatchObject(wanted);
  });

  it.each([
    [undefined, {}, 80],
    [120, {}, 88],
    [60, {}, 60],
    [5, {}, 24],
    [undefined, { COLUMNS: '70' }, 70],
    [undefined, { COLUMNS: 'x' }, 80],
  ])('%s columns with %o', (columns, env, wanted) => {
    expect(look(false, env, columns).columns).toBe(wanted);
  });
});
