import type { Asked, Found, FoundProblem, Told } from '../wire.ts';

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
