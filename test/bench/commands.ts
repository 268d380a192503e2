import { benchBot, recorded } from './bot.ts';
import { median, percentile, timeEach } from './measure.ts';
import type { Row } from './table.ts';

/** What each command, a press and completion take from an interaction to its response, in process. */
export async function bench(): Promise<readonly Row[]> {
  const respond = await benchBot();
  const rows: Row[] = [];
  for (const [what, does] of Object.entries(acts)) {
    const interaction = await recorded(respond, does);
    const durations = await timeEach(() => respond(interaction), { times: 2_000, warmUp: 300 });
    const numbers = { 'median ms': median(durations), 'p99 ms': percentile(durations, 0.99) };
    rows.push({ what, numbers });
  }
  return rows;
}

type Act = Parameters<typeof recorded>[1];

/** What readers do, by what a table calls it. */
export const acts: Readonly<Record<string, Act>> = {
  '/post latest': reader => reader.types('/post latest'),
  '/post show': reader => reader.types('/post show', { post: '从压缩到推理' }),
  '/post random': reader => reader.types('/post random'),
  '/post section': reader => reader.types('/post section', { post: '从压缩到推理', section: 'long context' }),
  '/post list': reader => reader.types('/post list'),
  '/post insights': reader => reader.types('/post insights'),
  '/insight 5': reader => reader.types('/insight 5'),
  '/insight long context': reader => reader.types('/insight long context'),
  '/search long context': reader => reader.types('/search long context'),
  '/search with nothing found': reader => reader.types('/search 长期记忆机制'),
  'Search the posts': reader => reader.picks('Search the posts', '我们会记住核心要点，而忘掉无关细节。'),
  '/help': reader => reader.types('/help'),
  'completing a post': reader => reader.completes('/post show', 'post', '推理'),
  'completing a query': reader => reader.completes('/search', 'query', 'long'),
  'the button 看这一节': async reader => reader.presses(await reader.types('/insight 5'), '看这一节'),
};
