import { describe, expect, it } from 'vitest';
import { openReadingLine } from '../../../src/preview/terminal/reading.ts';
import { wordsOf } from '../../../src/words/words.ts';

/** What a screen shows, row by row, after what was written to it. */
function rowsOf(written: string): readonly string[] {
  return written.split('\n').map(row => row.split('\r\u001b[2K').at(-1) ?? '');
}

function screenOf(isTTY: boolean, columns = 80) {
  let written = '';
  let time = 0;
  const write = (text: string) => {
    written += text;
  };
  const line = openReadingLine({ isTTY, columns, write }, wordsOf('en').terminal, () => time);
  return {
    line,
    rows: () => rowsOf(written),
    later: () => {
      time += 1_000;
    },
  };
}

describe('while posts are read', () => {
  it('a terminal says so at once, then how far it is, then nothing', () => {
    const { line, rows, later } = screenOf(true);
    expect(rows()).toEqual(['Reading the posts…']);
    later();
    line.count({ read: 120, total: 1_000 });
    expect(rows()).toEqual(['Reading the posts: 120 of 1,000']);
    line.count({ read: 121, total: 1_000 });
    expect(rows()).toEqual(['Reading the posts: 120 of 1,000']);
    line.clear();
    expect(rows()).toEqual(['']);
  });

  it('what is wrong stands above that line', () => {
    const { line, rows } = screenOf(true);
    line.tell('a.md:3: no title');
    expect(rows()).toEqual(['a.md:3: no title', 'Reading the posts…']);
    line.clear();
    line.tell('later');
    expect(rows()).toEqual(['a.md:3: no title', 'later', '']);
  });

  it('a narrow terminal is spared the count', () => {
    const { line, rows, later } = screenOf(true, 24);
    later();
    line.count({ read: 120, total: 1_000 });
    expect(rows()).toEqual(['Reading the posts…']);
  });

  it('a file gets only what is wrong', () => {
    const { line, rows, later } = screenOf(false);
    later();
    line.count({ read: 120, total: 1_000 });
    line.tell('a.md:3: no title');
    line.clear();
    expect(rows()).toEqual(['a.md:3: no title', '']);
  });
});
