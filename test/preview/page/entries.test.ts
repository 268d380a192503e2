import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Channel, Guild } from '../../../src/preview/guild/model.ts';
import { messageBy } from '../../../src/preview/message.ts';
import type { Outcome } from '../../../src/preview/outcome.ts';
import { type Answer, type Entry, next, seenIn } from '../../../src/preview/page/browser/entries.ts';
import type { Asked } from '../../../src/preview/page/wire.ts';
import { GENERAL, placeFor } from '../../../src/preview/place.ts';
import { showsAny } from '../../../src/preview/shows.ts';

const place = placeFor('en-US');
const message = (id: string, content: string, flags = 0): APIMessage =>
  messageBy(place.application, { content, flags }, place.channel.id, id);

const ask: Asked = {
  act: { does: 'ask', command: { id: '1', name: 'help' }, options: [] },
  channel: GENERAL.id,
  reader: 0,
  locale: 'en-US',
  guildLocale: 'en-US',
  chance: 0,
};
const press = (on: APIMessage): Asked => ({ ...ask, act: { does: 'press', message: on, customId: 'x' } });

const waiting = (id: string, asked: Asked, reader = 0): Answer => ({
  kind: 'answer',
  id,
  channel: asked.channel,
  reader,
  state: 'waiting',
  ephemeral: false,
  cause: { by: 'command', title: '/help', typed: '/help' },
  asked,
});

/** The channel after something was asked and this came of it. */
function told(
  entries: readonly Entry[],
  id: string,
  asked: Asked,
  outcome: Outcome,
  reader = 0,
): readonly Entry[] {
  const begun = next(entries, { type: 'asked', entry: waiting(id, asked, reader) });
  return next(begun, { type: 'told', id, asked, told: { tells: 'outcome', outcome, response: {} } });
}

const shown = (of: APIMessage, inPlace = false): Outcome => ({ kind: 'message', message: of, inPlace });
const texts = (entries: readonly Entry[]) => entries.map(entry => entry.message?.content);

const general: Channel = { ...GENERAL, kind: 'text' };
const guild: Guild = { channels: [general], messages: [], roles: [] };

describe('the channel', () => {
  const first = told([], 'a', ask, shown(message('1', 'one')));

  it('shows that Quoth is thinking until the answer comes', () => {
    const begun = next([], { type: 'asked', entry: waiting('a', ask) });
    const news = { tells: 'thinking', ephemeral: true } as const;
    const [entry] = next(begun, { type: 'told', id: 'a', asked: ask, told: news });
    expect(entry).toMatchObject({ state: 'thinking', ephemeral: true });
  });

  it('adds what is pressed open below, and leaves the pressed message', () => {
    expect(texts(told(first, 'b', press(message('1', 'one')), shown(message('2', 'two', 64))))).toEqual([
      'one',
      'two',
    ]);
  });

  it('changes a pressed message where it stands', () => {
    const turned = told(first, 'b', press(message('1', 'one')), shown(message('1', 'page two'), true));
    expect(texts(turned)).toEqual(['page two']);
    expect(turned[0]).toMatchObject({ id: 'a', asked: { act: { does: 'press' } } });
  });

  it('loses a message that is taken away, and nothing else', () => {
    const two = told(first, 'b', ask, shown(message('2', 'two')));
    expect(texts(told(two, 'c', press(message('1', 'one')), { kind: 'removed' }))).toEqual(['two']);
  });

  it('stays as it is where a press changes nothing', () => {
    expect(told(first, 'b', press(message('1', 'one')), { kind: 'unchanged' })).toEqual(first);
  });

  it('says where no answer came, and keeps the answers that had come', () => {
    const begun = next(first, { type: 'asked', entry: waiting('b', ask) });
    const failed = next(next(begun, { type: 'failed', id: 'b' }), { type: 'failed', id: 'a' });
    expect(failed.map(entry => entry.kind === 'answer' && entry.state)).toEqual(['shown', 'failed']);
  });

  it('shows private answers to their reader alone, until they are dismissed', () => {
    const one = told([], '10', ask, shown(message('1', 'one')));
    const both = told(one, '11', ask, shown(message('2', 'secret', 64)), 1);
    expect(texts(seenIn(general, guild, both, 0))).toEqual(['one']);
    expect(texts(seenIn(general, guild, both, 1))).toEqual(['one', 'secret']);
    expect(texts(next(both, { type: 'dismissed', id: '11' }))).toEqual(['one']);
  });

  it('knows which posts an answer shows by its buttons', () => {
    const button = { type: 2, style: 2, label: 'Read', custom_id: '1|read|5hvD2tqGs3M|a.0|0' } as const;
    const components = [{ type: 1 as const, components: [button] }];
    const card = messageBy(place.application, { components }, place.channel.id, '3');
    expect(showsAny(card, ['5hvD2tqGs3M'])).toBe(true);
    expect(showsAny(card, ['AAAAAAAAAAA'])).toBe(false);
  });
});
