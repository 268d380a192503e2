import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/message/model.ts';
import { interactionOf } from '../../src/preview/interaction.ts';
import { messageBy } from '../../src/preview/message.ts';
import { isDeferred, outcomeOf } from '../../src/preview/outcome.ts';
import { placeFor, snowflakes, timeOf } from '../../src/preview/place.ts';

const NOW = Date.UTC(2025, 5, 13);
const place = placeFor('zh-CN');
const nextId = snowflakes(() => NOW);
const said = (content: string): Message => ({ content, flags: 0, allowed_mentions: { parse: [] } });

const pressed = messageBy(place.application, { content: 'old', flags: 64 }, place.channel.id, nextId());
const press = interactionOf(place, { does: 'press', message: pressed, customId: 'a' }, nextId);
const ask = interactionOf(place, { does: 'ask', command: { id: '1', name: 'help' }, options: [] }, nextId);

describe('what a reader sees of a response', () => {
  it('a new message', async () => {
    const response = { callback: { type: 4 as const, data: { content: 'a', flags: 64 } } };
    const outcome = await outcomeOf(ask, response, place, nextId);
    expect(outcome).toMatchObject({ kind: 'message', inPlace: false, message: { content: 'a', flags: 64 } });
  });

  it('a message that takes the pressed one’s place, and stays private', async () => {
    const response = { callback: { type: 7 as const, data: { content: 'a' } } };
    const outcome = await outcomeOf(press, response, place, nextId);
    expect(outcome).toMatchObject({
      kind: 'message',
      inPlace: true,
      message: { id: pressed.id, content: 'a', flags: 64, edited_timestamp: '2025-06-13T00:00:00.000Z' },
    });
  });

  it('an answer that was deferred for the asker alone', async () => {
    const later = Promise.resolve({ do: 'edit' as const, message: said('a') });
    const response = { callback: { type: 5 as const, data: { flags: 64 } }, later };
    expect(isDeferred(response)).toBe(true);
    const outcome = await outcomeOf(ask, response, place, nextId);
    expect(outcome).toMatchObject({ kind: 'message', message: { content: 'a', flags: 64 } });
  });

  it('an error in place of a public “thinking…”', async () => {
    const later = Promise.resolve({ do: 'replace' as const, message: said('a') });
    const outcome = await outcomeOf(ask, { callback: { type: 5 }, later }, place, nextId);
    expect(outcome).toMatchObject({ kind: 'message', inPlace: false, message: { content: 'a', flags: 64 } });
  });

  it('an edit of the pressed message', async () => {
    const later = Promise.resolve({ do: 'edit' as const, message: said('a') });
    const outcome = await outcomeOf(press, { callback: { type: 6 }, later }, place, nextId);
    expect(outcome).toMatchObject({ kind: 'message', inPlace: true, message: { id: pressed.id, flags: 64 } });
  });

  it('nothing, or nothing any more', async () => {
    expect(await outcomeOf(press, { callback: { type: 6 } }, place, nextId)).toEqual({ kind: 'unchanged' });
    const later = Promise.resolve({ do: 'delete' as const });
    expect(await outcomeOf(press, { callback: { type: 6 }, later }, place, nextId)).toEqual({
      kind: 'removed',
    });
  });
});

describe('ids', () => {
  it('tell when they were made, and differ', () => {
    const ids = Array.from({ length: 100 }, () => nextId());
    expect(new Set(ids).size).toBe(100);
    expect(ids.every(id => timeOf(id).getTime() === NOW)).toBe(true);
  });
});
