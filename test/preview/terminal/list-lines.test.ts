import { describe, expect, it } from 'vitest';
import { listLines } from '../../../src/preview/terminal/list-lines.ts';
import { widthOf } from '../../../src/preview/terminal/wrap.ts';

const shown = (names: readonly string[], columns: number) =>
  listLines(names, columns).map(line => line.map(({ text }) => text).join(''));

describe('what there is to choose from', () => {
  it('stands in as many columns as fit', () => {
    expect(shown(['post:', 'tag:', 'private:', '年份:'], 30)).toEqual([
      'post:     tag:      private:',
      '年份:',
    ]);
  });

  it('stands below each other where names are long, and goes on in the next row', () => {
    const names = ['从压缩到推理：张祥雨对大模型智能以及未来发展的六个认知（2025-06-12）', '从遗忘到记忆'];
    const rows = shown(names, 40);
    expect(Math.max(...rows.map(widthOf))).toBeLessThanOrEqual(40);
    expect(rows.join('')).toBe(names.join(''));
    expect(rows.at(-1)).toBe('从遗忘到记忆');
  });

  it('commands no terminal', () => {
    expect(shown(['a\u001b[2J', 'b\nc'], 40).join('')).not.toMatch(/\p{Cc}/u);
  });
});
