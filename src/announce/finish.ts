import type { Carrier } from './carrier.ts';
import { compose } from './compose.ts';
import { gathered } from './gathered.ts';
import type { Outcome, Sent } from './model.ts';
import type { Job, Result } from './store.ts';
import { pauseOf } from './tries.ts';

const isOver = (outcome: Outcome<object>): boolean => outcome.done || 'refused' in outcome;

/** Asks once, in turn, and counts what Discord did not take. */
async function ask<Done>(
  request: () => Promise<Outcome<Done>>,
  { pace, store, now }: Carrier,
): Promise<Outcome<Done>> {
  await pace.turn();
  const outcome = await request();
  if (!outcome.done) await store.countFailure(now());
  return outcome;
}

/** What is tried again later; undefined where it is done, or Discord will never have it. */
function later(outcome: Outcome<object>, job: Job, { now, random }: Carrier): Result | undefined {
  if (isOver(outcome) || !('after' in outcome)) return undefined;
  return { is: 'later', at: now() + pauseOf(job.attempts, outcome.after, random), detail: outcome.detail };
}

async function publish(job: Job, sent: Sent, carrier: Carrier): Promise<Result> {
  const outcome = await ask(() => carrier.sender.publish(job.place, sent), carrier);
  return later(outcome, job, carrier) ?? { is: 'published' };
}

async function open(job: Job, sent: Sent, name: string, carrier: Carrier): Promise<Result> {
  const outcome = await ask(() => carrier.sender.open(job.place, sent, name), carrier);
  return (
    later(outcome, job, carrier) ?? { is: 'opened', ...(outcome.done ? { thread: outcome.thread } : {}) }
  );
}

/** Has an announcement show what it is to show. One that is gone, or that Discord will not have edited, stays so. */
async function edit(job: Job, sent: Sent, carrier: Carrier): Promise<Result> {
  const { sender, current } = carrier;
  const posts = await gathered(job, carrier);
  const composed = compose(posts.toSorted(byDate), job, current.content);
  const outcome = await ask(() => sender.edit(job.place, sent, composed.announcement), carrier);
  return later(outcome, job, carrier) ?? { is: 'edited', shown: composed.shown };
}

function byDate(one: { readonly date?: number }, other: { readonly date?: number }): number {
  return (one.date ?? 0) - (other.date ?? 0);
}

async function openThread(job: Job, sent: Sent, carrier: Carrier): Promise<Result> {
  const posts = await gathered(job, carrier);
  const { name } = compose(posts.toSorted(byDate), job, carrier.current.content);
  return name === '' ? { is: 'opened' } : await open(job, sent, name, carrier);
}

type Step = () => Promise<Result>;

/** What is left to do, in order. A message that was only just sent shows what it is to show. */
function stepsOf(job: Job, carrier: Carrier): readonly Step[] {
  const { message, thread, publish: isPublished, open: isOpened } = job;
  if (message === undefined) return [];
  const sent: Sent = { message, ...(thread === undefined ? {} : { thread }) };
  if (!isPublished && !isOpened) return carrier.current.newest ? [() => edit(job, sent, carrier)] : [];
  return [
    ...(isPublished ? [() => publish(job, sent, carrier)] : []),
    ...(isOpened ? [() => openThread(job, sent, carrier)] : []),
  ];
}

/**
 * Does what is left to do of an announcement that was sent: publishes it, opens its thread, edits it where that is due,
 * which only who has the newest content does. What has to wait, as publishing does after ten in an hour, holds up
 * nothing else.
 */
export async function finish(job: Job, carrier: Carrier): Promise<void> {
  const { store, now } = carrier;
  let wait: Extract<Result, { readonly is: 'later' }> | undefined;
  for (const step of stepsOf(job, carrier)) {
    const result = await step();
    if (result.is === 'later') wait = wait !== undefined && wait.at < result.at ? wait : result;
    else if (!(await store.settle(job, result, now()))) return;
  }
  await store.settle(job, wait ?? { is: 'done' }, now());
}
