import { describe, expect, test } from 'vitest';
import { type Outcome, shareOut } from '../../src/source/workers/share.ts';

const script = new URL('./busy-worker.ts', import.meta.url);

async function doneOf(jobs: readonly string[], size = 2, limit = 250): Promise<Map<string, Outcome<string>>> {
  const outcomes = new Map<string, Outcome<string>>();
  const done = (job: string, outcome: Outcome<string>) => outcomes.set(job, outcome);
  await shareOut<string, string>(jobs, { script, workerData: 'done', size, limit, done });
  return outcomes;
}

describe('work shared among workers', () => {
  test('is all done', async () => {
    const jobs = Array.from({ length: 20 }, (_, index) => String(index));
    const outcomes = await doneOf(jobs);
    expect(outcomes).toEqual(new Map(jobs.map(job => [job, { result: `${job} done` }])));
    expect(await doneOf([])).toEqual(new Map());
  });

  test('goes on where a job takes too long, throws, or ends its worker', async () => {
    const outcomes = await doneOf(['first', 'hang', 'throw', 'exit', 'last'], 1);
    expect(outcomes).toEqual(
      new Map<string, Outcome<string>>([
        ['first', { result: 'first done' }],
        ['hang', { lost: 'took-too-long' }],
        ['throw', { lost: 'broke', reason: 'Error: thrown' }],
        ['exit', { lost: 'broke', reason: 'its worker ended with 3' }],
        ['last', { result: 'last done' }],
      ]),
    );
  });

  test('goes on where a job takes more memory than there is', async () => {
    const outcomes = await doneOf(['first', 'grow', 'last'], 1, 60_000);
    expect(outcomes).toEqual(
      new Map<string, Outcome<string>>([
        ['first', { result: 'first done' }],
        ['grow', { lost: 'broke', reason: expect.stringContaining('memory limit') }],
        ['last', { result: 'last done' }],
      ]),
    );
  });

  test('is heard of where this thread was busy for longer than a job may take', async () => {
    const outcomes: Outcome<string>[] = [];
    const done = (_: string, outcome: Outcome<string>) => {
      outcomes.push(outcome);
      const end = performance.now() + 300;
      while (performance.now() < end);
    };
    await shareOut<string, string>(['a', 'b', 'c', 'd'], {
      script,
      workerData: 'done',
      size: 2,
      limit: 250,
      done,
    });
    expect(outcomes.map(outcome => 'result' in outcome)).toEqual([true, true, true, true]);
  });

  test('ends at once when it is aborted', async () => {
    const abort = new AbortController();
    const seen: string[] = [];
    const done = (job: string) => {
      seen.push(job);
      abort.abort();
    };
    const sharing = { script, workerData: '', size: 1, limit: 60_000, done, signal: abort.signal };
    await shareOut<string, string>(['first', 'hang'], sharing);
    expect(seen).toEqual(['first']);
  });

  test('says why no worker starts', async () => {
    const sharing = { workerData: '', size: 2, limit: 250, done: () => undefined };
    const missing = new URL('./no-such-worker.ts', import.meta.url);
    await expect(shareOut(['a', 'b', 'c'], { ...sharing, script: missing })).rejects.toThrow(
      'no-such-worker',
    );
  });
});
