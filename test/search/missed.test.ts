import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeIndex } from '../../src/search/build.ts';
import { missedIn } from '../../src/search/missed.ts';
import { blogFrom } from '../blog/fixture.ts';
import { shippedIndex } from './shipped.ts';

const missed = (typed: string) => missedIn(shippedIndex, typed);

describe('what is missed', () => {
  test.each([
    ['Kubernetes', 'kubernetes'],
    ['ＫＵＢＥＲＮＥＴＥＳ', 'kubernetes'],
    ['  kubernetes?  ', 'kubernetes'],
    ['“Kubernetes”', 'kubernetes'],
    ['咖啡機', '咖啡机'],
    ['咖啡机', '咖啡机'],
    ['C#', 'c#'],
    ['node.js  don’t', "node.js don't"],
    ['kubernetes tag:AI before:2020', 'kubernetes'],
    ['kubernetes -AI', 'kubernetes'],
  ])('counts alike however it is typed: %s', (typed, kept) => {
    expect(missed(typed)).toBe(kept);
  });

  test.each([
    ['long context'],
    ['long context tag:nothing'],
    ['long context before:1999'],
    ['"long context" in:titles'],
    ['压缩'],
    ['壓縮'],
    [''],
    ['???'],
    ['🎉'],
    ['tag:AI'],
  ])('is nothing where a post has it, or nothing was asked: %s', typed => {
    expect(missed(typed)).toBeUndefined();
  });

  test.each([
    ['kubernetes 13800138000', 'kubernetes'],
    ['kubernetes １３８００１３８０００', 'kubernetes'],
    ['kubernetes +86 138-0013-8000', 'kubernetes'],
    ['kubernetes 4242 4242 4242 4242', 'kubernetes'],
    ['kubernetes 192.168.10.12', 'kubernetes'],
    ['kubernetes me@example.com', 'kubernetes'],
    ['kubernetes me＠example．com', 'kubernetes'],
    ['kubernetes <@123> <@!123> <@&123> <#123> <:x:1> <a:x:1> <t:1>', 'kubernetes'],
    ['kubernetes @somebody', 'kubernetes'],
    ['kubernetes https://example.com/secret?x=y', 'kubernetes'],
    ['kubernetes www.example.fr', 'kubernetes'],
    ['kubernetes example.com', 'kubernetes'],
    ['kubernetes files.example.de/mine', 'kubernetes'],
    ['咖啡机 请联系小明me@example.com谢谢', '咖啡机'],
    ['kubernetes 123', 'kubernetes 123'],
    ['node.js kubernetes', 'node.js kubernetes'],
  ])('keeps no numbers, addresses and mentions: %s', (typed, kept) => {
    expect(missed(typed)).toBe(kept);
  });

  test.each([['13800138000'], ['me@example.com'], ['<@1234>'], ['https://example.com/kubernetes']])(
    'is nothing where only those are typed: %s',
    typed => {
      expect(missed(typed)).toBeUndefined();
    },
  );

  test('is at most 40 characters, none of them halved', () => {
    expect(missed('kubernetes '.repeat(30))).toBe('kubernetes kubernetes kubernetes kuberne');
    expect(missed(`x${'𠮷'.repeat(60)}`)).toBe(`x${'𠮷'.repeat(39)}`);
  });

  test('is what a reader typed and nothing else that could be told them by, whatever they type', () => {
    const index = makeIndex(blogFrom({ 'a.md': '---\ntitle: A\n---\nNothing much.\n' }));
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('@', '<@1>', 'a@b.cn', '12 34', '-', '.', '１２３４', 'http://', '咖啡', ' '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
        const kept = missedIn(index, pieces.join('')) ?? '';
        expect(Array.from(kept).length).toBeLessThanOrEqual(40);
        expect(kept).not.toMatch(/[@<>]|:\/\/|\p{Nd}{4}|\p{Cc}|^\s|\s$/u);
        expect(kept.isWellFormed()).toBe(true);
      }),
    );
  });

  test('takes no time over texts that were made to take long', () => {
    for (const one of ['1 '.repeat(50_000), 'a.'.repeat(50_000), '.'.repeat(100_000), '<'.repeat(100_000)]) {
      expect(missed(one)?.length ?? 0).toBeLessThanOrEqual(40);
    }
  });
});
