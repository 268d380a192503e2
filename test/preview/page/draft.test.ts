import { describe, expect, it } from 'vitest';
import { offeredBy } from '../../../src/preview/offered.ts';
import {
  at,
  chosen,
  completing,
  type Draft,
  drafted,
  fill,
  missing,
  onward,
  sentOf,
  typedOf,
  withdraw,
} from '../../../src/preview/page/browser/composer/draft.ts';
import { moveOf, type Standing } from '../../../src/preview/page/browser/composer/keys.ts';
import { commands } from '../terminal/bot.ts';

const offered = offeredBy(commands);
const command = (text: string) => {
  const draft = drafted(text, offered);
  if (draft.kind !== 'command') throw new Error(`${text} is no command yet`);
  return draft;
};

describe('what is typed into the message box', () => {
  it.each(['hello', '/', '/insight', '/post ', '/post lat', '/nothing such'])('stays text: %s', text => {
    expect(drafted(text, offered)).toEqual({ kind: 'text', text } satisfies Draft);
  });

  it('becomes a command once its name is whole, with the cursor in what is required', () => {
    expect(command('/insight ')).toMatchObject({ at: 'number', filled: [{ name: 'number', text: '' }] });
    expect(command('/post latest ').filled).toEqual([]);
  });

  it('goes into the first required option, and into those that it names in any language', () => {
    expect(typedOf(command('/search long context'))).toBe('/search query:long context');
    expect(typedOf(command('/post list 标签：AI year:2025'))).toBe('/post list tag:AI year:2025');
  });

  it.each(['从压缩到推理', 'notes, private: and public', '"long context"', 'a "b" c'])(
    'can be typed as a line again, whatever it is: %s',
    text => {
      const draft = fill(chosen(command('/search ').offered), { name: 'query', text });
      expect(drafted(typedOf(draft), offered)).toMatchObject({ filled: [{ name: 'query', text }] });
    },
  );

  it('goes on to what is still missing, and then behind the last option', () => {
    const draft = chosen(command('/post section ').offered);
    const first = onward(fill(draft, { name: 'post', text: 'A', value: 'key' }));
    expect(first.at).toBe('section');
    expect(missing(first)).toBe('section');
    expect(onward(fill(first, { name: 'section', text: '5' })).at).toBeUndefined();
  });

  it('sends what a picked choice stands for, and completes with it', () => {
    const draft = fill(command('/post section '), { name: 'post', text: 'A title', value: 'key' });
    const whole = fill(draft, { name: 'section', text: '5' });
    expect(JSON.stringify(sentOf(whole))).toContain('"value":"key"');
    expect(completing(whole, 'section')).toMatchObject({
      options: [{ name: 'section', options: [{ value: 'key' }, { value: '5', focused: true }] }],
    });
  });

  it('loses an optional option by a backspace, and the command by one in its first required option', () => {
    const draft = fill(command('/insight 5'), { name: 'private', text: '' });
    expect(withdraw(draft, 'private')).toMatchObject({ at: 'number', filled: [{ name: 'number' }] });
    expect(withdraw(at(draft, 'number'), 'number')).toEqual({ kind: 'text', text: '' });
  });
});

describe('keys in a box with options', () => {
  const open: Standing = { text: 'x', shown: true, hidden: false, count: 3, at: 0 };
  it.each([
    ['ArrowDown', open, { does: 'go', to: 1 }],
    ['ArrowUp', open, { does: 'go', to: 2 }],
    ['Tab', open, { does: 'pick' }],
    ['Enter', open, { does: 'pick' }],
    ['Enter', { ...open, at: -1 }, { does: 'enter' }],
    ['Escape', open, { does: 'hide' }],
    ['Escape', { ...open, shown: false }, { does: 'leave' }],
    ['ArrowDown', { ...open, shown: false, hidden: true }, { does: 'go', to: 0 }],
    ['ArrowDown', { ...open, shown: false, count: 0 }, undefined],
    ['Backspace', { ...open, text: '' }, { does: 'back' }],
    ['Backspace', open, undefined],
    ['Tab', { ...open, shown: false }, undefined],
  ] as const)('%s', (key, standing, move) => {
    expect(moveOf(key, false, standing)).toEqual(move);
  });

  it('begins another line by Shift and Enter', () => {
    expect(moveOf('Enter', true, { ...open, shown: false })).toBeUndefined();
  });

  it('goes back by Shift and Tab as everywhere', () => {
    expect(moveOf('Tab', true, open)).toBeUndefined();
  });
});
