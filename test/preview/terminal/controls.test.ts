import { describe, expect, it } from 'vitest';
import { controlsOf, letterOf, pressedBy } from '../../../src/preview/terminal/controls.ts';
import { button, contained, link, row, text } from './bot.ts';

describe('what can be pressed on a message', () => {
  it('is everything that is shown, in order, but what is disabled', () => {
    const options = [{ label: '甲', value: '1' }];
    const { components } = contained(
      { type: 9, components: [text('a')], accessory: button('看', 'look') },
      row(
        button('读', 'read'),
        { ...button('停', 'stop'), disabled: true },
        link('原文', 'https://a.example/'),
      ),
      row({ ...button('', 'remove'), label: undefined, emoji: { name: '🗑' } }),
      row({ type: 3, custom_id: 's', options }),
      row({ type: 3, custom_id: 't', disabled: true, options }),
    );
    expect(controlsOf(components)).toEqual([
      { does: 'press', label: '看', customId: 'look' },
      { does: 'press', label: '读', customId: 'read' },
      { does: 'open', label: '原文', url: 'https://a.example/' },
      { does: 'press', label: '🗑', customId: 'remove' },
      { does: 'choose', label: '甲', customId: 's', value: '1' },
    ]);
  });
});

describe('letters of options', () => {
  it('go on after z', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['a', 'z', 'aa', 'az', 'ba', 'zz', 'aaa']);
  });
});

describe('a line that presses', () => {
  it.each(['', '  ', '[]', '0', '-1', '7', 'nothing'])('nothing: %o', line => {
    const controls = [{ does: 'press', label: '读', customId: 'read' }] as const;
    expect(pressedBy(line, [{ message: 'm', controls }])).toBeUndefined();
  });

  it('nothing where nothing was shown', () => {
    expect(pressedBy('1', [])).toBeUndefined();
  });

  it('by its number never means an earlier answer', () => {
    const hits = [{ does: 'press', label: '2', customId: 'hit' }] as const;
    const card = [{ does: 'press', label: '读', customId: 'read' }] as const;
    const standing = [
      { message: 'card', controls: card },
      { message: 'hits', controls: hits },
    ];
    expect(pressedBy('1', standing)).toEqual({ control: card[0], message: 'card' });
    expect(pressedBy('2', standing)).toBeUndefined();
  });
});
