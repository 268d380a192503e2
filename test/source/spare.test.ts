import { threadId } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { type Outcome, shareOut } from '../../src/source/workers/share.ts';
import { makeSpare, type Spare } from '../../src/source/workers/spare.ts';

const script = new URL('./busy-worker.ts', import.meta.url);

let spare: Spare | undefined;

afterEach(async () => {
  await spare?.close();
});

/** What a worker says its thread is, and the outcomes of other jobs. */
async function done(jobs: readonly string[], workerData = 'done'): Promise<readonly Outcome<string>[]> {
  const outcomes: Outcome<string>[] = [];
  await shareOut<string, string>(jobs, {
    script,
    workerData,
    size: 1,
    limit: 5_000,
    spare,
    done: (_, outcome) => outcomes.push(outcome),
  });
  return outcomes;
}

test('a worker that has done its work does the next, if that is of the same kind', async () => {
  spare = makeSpare(script);
  const [first] = await done(['thread']);
  expect(first).not.toEqual({ result: String(threadId) });
  expect(await done(['thread'])).toEqual([first]);
  expect(await done(['a'], 'other')).toEqual([{ result: 'a other' }]);
  expect(await done(['thread'])).toEqual([first]);
});

test('a worker is started before there is work for it, once it is known for what', async () => {
  spare = makeSpare(script);
  spare.prepare();
  expect(spare.take('done')).toBeUndefined();
  spare.expect('done');
  spare.prepare();
  spare.prepare();
  const waiting = await spare.take('done');
  expect(spare.take('done')).toBeUndefined();
  await waiting?.terminate();
});

test('a worker that broke is not used again, nor is one that ended while it waited', async () => {
  spare = makeSpare(script);
  const [first] = await done(['thread']);
  expect(await done(['throw', 'thread'])).toEqual([
    expect.anything(),
    expect.not.objectContaining(first ?? {}),
  ]);
  const waiting = await spare.take('done');
  if (!waiting) throw new Error('no worker waits');
  await spare.give(waiting, 'done');
  await waiting.terminate();
  expect(spare.take('done')).toBeUndefined();
  expect(await done(['a'])).toEqual([{ result: 'a done' }]);
});

test('a worker that waits many times is heard by no more than at first', async () => {
  spare = makeSpare(script);
  await done(['a']);
  const heard: number[] = [];
  for (let time = 0; time < 20; time++) {
    const waiting = await spare.take('done');
    if (!waiting) throw new Error('no worker waits');
    heard.push(waiting.listenerCount('exit'));
    await spare.give(waiting, 'done');
  }
  expect(new Set(heard).size).toBe(1);
});

test('none waits once it is closed', async () => {
  spare = makeSpare(script);
  await done(['a']);
  await spare.close();
  expect(spare.take('done')).toBeUndefined();
  spare.prepare();
  expect(spare.take('done')).toBeUndefined();
  await done(['a']);
  expect(spare.take('done')).toBeUndefined();
});
