import { blogFrom } from '../blog/fixture.ts';
import { makeClock } from '../discord/clock.ts';
import { startDiscord } from '../discord/discord.ts';
import { minute, noon } from '../store/samples.ts';
import { type Announcing, free, startMachine } from '../worker/cron-trigger.ts';
import type { Row } from './table.ts';

/** Plans by what they take in an invocation, with more channels than that reaches. */
const plans = [
  { name: 'free', subrequests: free, channels: 40 },
  { name: 'paid, SUBREQUESTS=1000', subrequests: 1_000, channels: 1_000 },
];

const post = (title: string) => `---\ntitle: ${title}\ndate: 2026-06-01\n---\n\nWords of ${title}.\n`;

const blogOf = (titles: readonly string[], now: number) =>
  blogFrom(Object.fromEntries(titles.map(title => [`${title}.md`, post(title)])), {}, now);

/** Announces to more channels than one invocation reaches, and counts what it did. */
async function measure(
  open: (discord: Awaited<ReturnType<typeof startDiscord>>) => Announcing,
  { name, subrequests, channels }: (typeof plans)[number],
): Promise<Row> {
  const start = Date.now();
  const discord = await startDiscord({ clock: makeClock(() => noon + Date.now() - start) });
  const worker = open(discord);
  await worker.fires(subrequests);
  const store = await worker.store();
  const guild = discord.guild();
  const made = {
    guild: guild.id,
    kind: 'text',
    thread: false,
    locale: 'en',
    madeBy: '1',
    madeAt: noon,
  } as const;
  for (let at = 0; at < channels; at++) {
    await store.subscribe({ ...made, channel: discord.channel(guild, `channel-${at}`).id });
  }
  discord.clock.passes(minute);
  worker.deploys(blogOf(['Old', 'New'], discord.clock.now()));
  await worker.fires(subrequests);
  discord.clock.passes(10 * minute);
  const before = discord.requests.length;
  const begun = performance.now();
  const { queries } = await worker.fires(subrequests);
  const seconds = (performance.now() - begun) / 1_000;
  const announced = discord.requests.length - before;
  await discord.close();
  return { what: name, numbers: { announced, 'calls of D1': queries, most: subrequests, seconds } };
}

/** How many channels one invocation of the cron trigger tells of a post, and what it asks for. */
export async function bench(): Promise<readonly Row[]> {
  const machine = await startMachine();
  const rows: Row[] = [];
  for (const plan of plans) {
    rows.push(await measure(discord => machine.opens(discord, blogOf(['Old'], noon)), plan));
  }
  await machine.close();
  return rows;
}
