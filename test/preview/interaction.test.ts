import { describe, expect, it } from 'vitest';
import { settingOf } from '../../src/bot/setting.ts';
import { type Act, interactionOf } from '../../src/preview/interaction.ts';
import { messageBy } from '../../src/preview/message.ts';
import { placeFor, snowflakes } from '../../src/preview/place.ts';

const nextId = snowflakes(() => Date.UTC(2025, 5, 13));
const place = placeFor('zh-CN', { guildLocale: 'zh-TW' });
const message = messageBy(place.reader, { content: 'hello' }, place.channel.id, nextId());
const command = { id: '1', name: 'insight' };
const number = { name: 'number', type: 3 as const, value: '5' };

const acts: readonly (readonly [Act, object])[] = [
  [
    { does: 'ask', command, options: [number] },
    { type: 2, data: { ...command, type: 1, options: [number] } },
  ],
  [
    { does: 'complete', command, options: [{ ...number, focused: true }] },
    { type: 4, data: { ...command, type: 1, options: [{ ...number, focused: true }] } },
  ],
  [
    { does: 'ask about', command, message },
    {
      type: 2,
      data: { ...command, type: 3, target_id: message.id, resolved: { messages: { [message.id]: message } } },
    },
  ],
  [
    { does: 'press', message, customId: 'a' },
    { type: 3, message, data: { component_type: 2, custom_id: 'a' } },
  ],
  [
    { does: 'choose', message, customId: 'a', values: ['b'] },
    { type: 3, message, data: { component_type: 3, custom_id: 'a', values: ['b'] } },
  ],
];

describe('an interaction', () => {
  it.each(acts)('$does', (act, wanted) => {
    expect(interactionOf(place, act, nextId)).toMatchObject(wanted);
  });

  it.each(acts)('tells the bot who asks and where ($does)', act => {
    expect(settingOf(interactionOf(place, act, nextId))).toMatchObject({
      reader: { id: place.reader.id, name: 'Reader' },
      locale: 'zh-CN',
      serverLocale: 'zh-TW',
      direct: false,
      open: true,
      channel: place.channel.id,
      managesServer: false,
      managesMessages: false,
    });
  });
});
