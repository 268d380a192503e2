import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { followRemote, pauseAfter, type Remote } from '../../../src/source/remote/follow-remote.ts';
import type { Update } from '../../../src/source/remote/model.ts';

const minute = 60_000;
const there = (folder: string, ...notes: readonly string[]): Update => ({ folder, notes });
const away = (sentence = 'It is away.', needsPerson = false): Update => ({
  fault: { sentence, needsPerson },
});

/** A source whose answers, and a clock whose passing, are the test's to give. */
function stage(every = 5 * minute) {
  let now = 0;
  const asked: PromiseWithResolvers<Update>[] = [];
  const pauses: { readonly milliseconds: number; readonly end: () => void }[] = [];
  const told: string[] = [];
  const moves: string[] = [];
  const remote: Remote = followRemote({
    source: 'https://blog.example/feed',
    ask: signal => {
      const answer = Promise.withResolvers<Update>();
      asked.push(answer);
      return Promise.race([
        answer.promise,
        new Promise<undefined>(resolve => signal.addEventListener('abort', () => resolve(undefined))),
      ]);
    },
    moved: folder => moves.push(folder),
    warn: sentence => told.push(sentence),
    every,
    wait: milliseconds =>
      new Promise<void>(resolve => {
        pauses.push({ milliseconds, end: resolve });
      }),
    now: () => now,
  });
  return {
    remote,
    told,
    moves,
    asked: () => asked.length,
    pauses: () => pauses.map(({ milliseconds }) => milliseconds),
    /** Answers what was asked last, and lets that sink in. */
    answer: async (update: Update) => {
      asked.at(-1)?.resolve(update);
      await setImmediate();
    },
    /** Lets the last pause pass. */
    pass: async () => {
      now += pauses.at(-1)?.milliseconds ?? 0;
      pauses.at(-1)?.end();
      await setImmediate();
    },
    sink: () => setImmediate(),
  };
}

test('a source is asked each five minutes, and its folder is told when it is another', async () => {
  const { remote, answer, pass, pauses, moves, told } = stage();
  expect(remote.state().state).toBe('asking');
  await answer(there('/one'));
  expect(await remote.first).toEqual(there('/one'));
  await pass();
  await answer(there('/one'));
  await pass();
  await answer(there('/two'));
  expect([moves, pauses(), told]).toEqual([['/one', '/two'], [5, 5, 5].map(count => count * minute), []]);
  expect(remote.state()).toEqual({ source: 'https://blog.example/feed', state: 'current' });
  await remote.close();
});

test('while it is away it is asked after longer and longer pauses, said once; its return is said too', async () => {
  const { remote, answer, pass, pauses, told, moves } = stage();
  await answer(there('/one'));
  for (let faults = 0; faults < 9; faults++) {
    await pass();
    await answer(away());
  }
  expect(pauses().slice(1)).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300].map(seconds => seconds * 1_000));
  expect(remote.state()).toMatchObject({ state: 'away', since: 5 * minute, reason: 'It is away.' });
  expect(told).toEqual(['It is away.']);
  await pass();
  await answer(there('/two'));
  expect(told.slice(1)).toEqual(['https://blog.example/feed answers again, after 20 minutes.']);
  expect([moves, remote.state().state, pauses().at(-1)]).toEqual([['/one', '/two'], 'current', 5 * minute]);
  await remote.close();
});

test('another fault is said when it comes, and the first again when it comes back', async () => {
  const { remote, answer, pass, told } = stage();
  for (const sentence of ['A.', 'A.', 'B.', 'B.', 'A.']) {
    await answer(away(sentence));
    await pass();
  }
  expect(told).toEqual(['A.', 'B.', 'A.']);
  await remote.close();
});

test('what only a person can mend is not asked for sooner', async () => {
  const { remote, answer, pauses } = stage();
  await answer(away('No such repository.', true));
  expect(pauses()).toEqual([5 * minute]);
  await remote.close();
});

test('notes are said once, until they are no more', async () => {
  const { remote, answer, pass, told } = stage();
  for (const notes of [['N.'], ['N.'], [], ['N.']]) {
    await answer(there('/one', ...notes));
    await pass();
  }
  expect(told).toEqual(['N.', 'N.']);
  await remote.close();
});

test('who hurries it ends the pause; however many do while it is asked, it is asked once more', async () => {
  const { remote, answer, asked, sink } = stage();
  await answer(there('/one'));
  remote.hurry();
  await sink();
  expect(asked()).toBe(2);
  for (let push = 0; push < 100; push++) remote.hurry();
  await sink();
  expect(asked()).toBe(2);
  await answer(there('/two'));
  expect(asked()).toBe(3);
  await answer(there('/two'));
  expect(asked()).toBe(3);
  await remote.close();
});

test('it can be closed while it is asked, and while it pauses', async () => {
  const asking = stage();
  await asking.remote.close();
  expect(await asking.remote.first).toBeUndefined();
  const pausing = stage();
  await pausing.answer(there('/one'));
  await pausing.remote.close();
  expect(pausing.asked()).toBe(1);
});

test('no pause is longer than the usual one, however long a source is away', () => {
  for (const faults of [1, 2, 30, 1_000, 1e9]) {
    expect(pauseAfter(faults, 2_000)).toBe(2_000);
    expect(pauseAfter(faults, 300_000)).toBeLessThanOrEqual(300_000);
    expect(pauseAfter(faults, 300_000)).toBeGreaterThanOrEqual(5_000);
  }
});
