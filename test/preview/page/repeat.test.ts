import { describe, expect, it } from 'vitest';
import { registered } from '../../../src/main/bot.ts';
import { encode, type Route } from '../../../src/message/route.ts';
import type { Act } from '../../../src/preview/interaction.ts';
import { messageBy } from '../../../src/preview/message.ts';
import { isRepeatable } from '../../../src/preview/page/browser/repeat.ts';
import { APPLICATION, GENERAL } from '../../../src/preview/place.ts';

const post = 'AAAAAAAAAAA';
const message = messageBy(APPLICATION, { content: 'x' }, GENERAL.id, '1');
const ask = (name: string): Act => ({ does: 'ask', command: { id: '1', name }, options: [] });
const press = (route: Route): Act => ({
  does: 'press',
  message,
  customId: encode({ do: 'go', route }),
});

describe('an answer, when its post changes', () => {
  it.each<readonly [string, Act]>([
    ['a command that shows something', ask('post')],
    ['a button that leads somewhere', press({ to: 'insights', post, page: 0 })],
    [
      'an option that leads somewhere',
      {
        does: 'choose',
        message,
        customId: 'x',
        values: [encode({ do: 'go', route: { to: 'card', post } })],
      },
    ],
  ])('is asked for again: %s', (_, act) => {
    expect(isRepeatable(act, registered())).toBe(true);
  });

  it.each<readonly [string, Act]>([
    ['a command that announces', ask('announce')],
    ['a command that is not known', ask('nothing')],
    ['a button that announces', press({ to: 'send', post })],
    ['a button that gives a role', press({ to: 'notify', role: '1' })],
    ['a button that posts to the channel', { does: 'press', message, customId: `1|share|card|${post}` }],
    ['a button that is none of ours', { does: 'press', message, customId: 'x' }],
  ])('is left as it is, since something was done: %s', (_, act) => {
    expect(isRepeatable(act, registered())).toBe(false);
  });
});
