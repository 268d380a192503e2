import { describe, expect, it } from 'vitest';
import { controlsOf, letterOf, numbersOn, pressedBy } from '../../../src/preview/terminal/controls.ts';
import { button, contained, ids, link, row, text } from './bot.ts';

describe('what can be pressed on a message', () => {
  it('is everything that is shown, in order, but what is disabled', () => {
    const options = [{ label: '甲', value: '1' }];
    const { components } = contained(
      { type: 9, components: [text('a')], accessory: button('看', ids.read) },
      row(
        button('读', ids.insights),
        { ...button('停', 'stop'), disabled: true },
        link('原文', 'https://a.example/'),
      ),
      row({ ...button('', ids.remove), label: undefined, emoji: { name: '🗑' } }),
      row({ type: 3, custom_id: 's', options }),
      row({ type: 3, custom_id: 't', disabled: true, options }),
      row({ type: 3, custom_id: 'u', options }),
    );
    expect(controlsOf(components)).toEqual([
      { does: 'press', label: '看', customId: ids.read, key: '1' },
      { does: 'press', label: '读', customId: ids.insights, key: '2' },
      { does: 'open', label: '原文', url: 'https://a.example/', key: '3' },
      { does: 'press', label: '🗑', customId: ids.remove },
      { does: 'choose', label: '甲', customId: 's', value: '1', key: 'a' },
      { does: 'choose', label: '甲', customId: 'u', value: '1', key: 'b' },
    ]);
  });

  it('has a number only where pressing it shows nothing to others and takes nothing away', () => {
    const { components } = contained(
      row(
        button('发', ids.share),
        button('谁知道', 'other'),
        button('读', ids.read),
        button('🗑', ids.remove),
      ),
    );
    expect(controlsOf(components).map(({ label, key }) => [label, key])).toEqual([
      ['发', undefined],
      ['谁知道', undefined],
      ['读', '1'],
      ['🗑', undefined],
    ]);
  });

  it('has no numbers but its own where labels are numbers', () => {
    const { components } = contained(row(button('1', ids.read), button('全部文章', ids.insights)));
    expect(controlsOf(components).map(({ key }) => key)).toEqual([undefined, undefined]);
  });
});

describe('letters of options', () => {
  it('go on after z', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['a', 'z', 'aa', 'az', 'ba', 'zz', 'aaa']);
  });
});

describe('a line that presses', () => {
  it.each(['', '  ', '[]', '0', '-1', '7', 'nothing'])('nothing: %o', line => {
    const controls = [{ does: 'press', label: '读', customId: 'read', key: '1' }] as const;
    expect(pressedBy(line, [{ message: 'm', controls }])).toBeUndefined();
  });

  it('nothing where nothing was shown', () => {
    expect(pressedBy('1', [])).toBeUndefined();
  });

  it('by its number never means an earlier answer', () => {
    const hits = [{ does: 'press', label: '2', customId: 'hit' }] as const;
    const card = [{ does: 'press', label: '读', customId: 'read', key: '1' }] as const;
    const standing = [
      { message: 'card', controls: card },
      { message: 'hits', controls: hits },
    ];
    expect(pressedBy('1', standing)).toEqual({ control: card[0], message: 'card' });
    expect(pressedBy('2', standing)).toBeUndefined();
  });

  it('by its number means the last answer on which anything can be pressed', () => {
    const card = [{ does: 'press', label: '读', customId: 'read', key: '1' }] as const;
    const standing = [
      { message: 'quote', controls: [] },
      { message: 'card', controls: card },
    ];
    expect(pressedBy('1', standing)).toEqual({ control: card[0], message: 'card' });
    expect(numbersOn(standing)).toEqual(['1']);
  });
});
