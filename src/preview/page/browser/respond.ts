import type { SendNow } from '../../../announce/model.ts';
import type { PostKey } from '../../../blog/model.ts';
import type { Asked, Found, FoundProblem, Told, Waits } from '../wire.ts';

/** Sends what a reader does, and gives what comes back as it comes. Throws where Quoth does not answer. */
export async function* respond(asked: Asked, signal?: AbortSignal): AsyncGenerator<Told> {
  const response = await fetch('/respond', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok || !response.body) throw new Error(await response.text());
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value = '' } = await reader.read();
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
    if (done) return;
  }
}

/** What was found in the folder of posts. */
export async function findPosts(): Promise<Found> {
  return (await fetch('/posts')).json();
}

/** Everything that is wrong with the files of the folder. */
export async function findProblems(): Promise<readonly FoundProblem[]> {
  return (await fetch('/problems')).json();
}

/** What waits to be announced; undefined where nothing announces. */
export async function findWaiting(): Promise<Waits | undefined> {
  const response = await fetch('/waiting');
  if (!response.ok) throw new Error(await response.text());
  return response.status === 204 ? undefined : response.json();
}

/** Holds, releases or sends a post that waits, and gives what came of each message. Throws where that failed. */
export async function doWithWaiting(
  what: 'hold' | 'release' | 'send',
  post: PostKey,
): Promise<readonly SendNow[]> {
  const body = JSON.stringify({ do: what, post });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/waiting', { method: 'POST', headers, body });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}
