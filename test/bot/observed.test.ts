import type { APIInteraction } from 'discord-api-types/v10';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Respond, Response } from '../../src/bot/model.ts';
import { type Observation, observed } from '../../src/bot/observed.ts';

const pong: Response = { callback: { type: 1 } };

async function observe(interaction: object, { given = false, response = pong } = {}): Promise<Observation[]> {
  const told: Observation[] = [];
  let now = 0;
  const respond: Respond = () => {
    now += 12.5;
    return Promise.resolve(response);
  };
  const tell = (observation: Observation) => told.push(observation);
  const watched = observed(respond, { commands, clock: () => now, given, tell });
  expect(await watched(interaction as APIInteraction)).toBe(response);
  return told;
}

const search = {
  type: 2,
  guild_id: '1',
  data: { type: 1, name: 'search', options: [{ name: 'query', type: 3, value: 'my secret plans' }] },
};

it('tells which command was used, with which options, how long it took and where, and not what was typed', async () => {
  expect(await observe(search)).toEqual([
    { kind: 'command', command: '/search', options: ['query'], outcome: 'answered', ms: 12.5, server: true },
  ]);
});

it('tells what was typed where that is asked for', async () => {
  expect(await observe(search, { given: true })).toMatchObject([{ given: { query: 'my secret plans' } }]);
});

it('names subcommands, completions and what was pressed by their own names', async () => {
  const latest = { name: 'post', type: 1, options: [{ name: 'latest', type: 1, options: [] }] };
  expect(await observe({ type: 2, data: latest })).toMatchObject([
    { kind: 'command', command: '/post latest', options: [], server: false },
  ]);
  expect(await observe({ ...search, type: 4 })).toMatchObject([{ kind: 'completion', command: '/search' }]);
  expect(await observe({ type: 3, data: { component_type: 2, custom_id: '1|help' } })).toMatchObject([
    { kind: 'press', command: 'help' },
  ]);
  expect(await observe({ type: 2, data: { type: 3, name: 'Search the posts' } })).toMatchObject([
    { kind: 'message', command: 'Search the posts' },
  ]);
});

it('tells how it went where the reader did not get at once what was asked for', async () => {
  for (const outcome of ['deferred', 'notice', 'failed'] as const)
    expect(await observe(search, { response: { ...pong, outcome } })).toMatchObject([{ outcome }]);
});

it('tells nothing of pings', async () => {
  expect(await observe({ type: 1 })).toEqual([]);
});

it('takes no name from a reader, whatever is sent', async () => {
  const anything = fc.record({
    type: fc.constantFrom(2, 3, 4, 5, 9),
    guild_id: fc.anything(),
    data: fc.oneof(
      fc.anything(),
      fc.record({
        type: fc.constantFrom(1, 2, 3),
        name: fc.constantFrom('typed', 'post', 'search'),
        custom_id: fc.constantFrom('typed', '1|typed', 'x'.repeat(100)),
        options: fc.array(fc.record({ name: fc.constant('typed'), value: fc.constant('typed') })),
      }),
    ),
  });
  await fc.assert(
    fc.asyncProperty(anything, async interaction => {
      expect(JSON.stringify(await observe(interaction))).not.toContain('typed');
    }),
  );
});
