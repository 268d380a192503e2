import { expect, test } from 'vitest';
import { postFrom } from './fixture.ts';

function minutes(markdown: string): number {
  return postFrom(markdown).minutes;
}

test('300 Chinese signs, 600 kana or 200 words take a minute', () => {
  expect(minutes('字'.repeat(3000))).toBe(10);
  expect(minutes('か'.repeat(6000))).toBe(10);
  expect(minutes('word '.repeat(2000))).toBe(10);
  expect(minutes(`${'字'.repeat(1500)} ${'word '.repeat(1000)}`)).toBe(10);
});

test('code is looked through, pictures and what HTML does not show take no time', () => {
  expect(minutes(`\`\`\`\n${'word '.repeat(2000)}\n\`\`\``)).toBe(3);
  expect(minutes(`![${'word '.repeat(2000)}](p.png)`)).toBe(1);
  expect(minutes(`<div title="${'word '.repeat(200)}"><!-- ${'word '.repeat(2000)} --></div>`)).toBe(1);
  expect(minutes(`<div>${'word '.repeat(2000)}</div>`)).toBe(10);
});

test('nothing takes less than a minute', () => {
  expect(minutes('')).toBe(1);
});
