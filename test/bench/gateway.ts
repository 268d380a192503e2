import { startDiscord } from '../discord/discord.ts';
import { benchBot, recorded } from './bot.ts';
import { end, ready, script } from './child.ts';
import { openFront } from './front.ts';
import { median, middle, percentile } from './measure.ts';
import type { Row } from './table.ts';

const times = 400;
const warmUp = 100;

/**
 * From Discord's dispatch of an interaction until its callback has arrived whole, on loopback, beside a bot of
 * nothing but ws and undici that always posts the same. They take turns.
 */
export async function bench(): Promise<readonly Row[]> {
  const respond = await benchBot();
  const insight = await recorded(respond, reader => reader.types('/insight 5'));
  const search = await recorded(respond, reader => reader.types('/search long context'));
  const bare = await connect('test/bench/bare-gateway.ts');
  const quoth = await connect('src/main.ts');
  const contests = [
    { what: 'ws and undici alone', bot: bare, interaction: insight, durations: [] as number[] },
    { what: '/insight 5', bot: quoth, interaction: insight, durations: [] as number[] },
    { what: '/search long context', bot: quoth, interaction: search, durations: [] as number[] },
  ];
  try {
    for (let turn = -warmUp; turn < times; turn++) {
      for (const { bot, interaction, durations } of contests) {
        const duration = await bot.ask(interaction);
        if (turn >= 0) durations.push(duration);
      }
    }
    const bareMedian = middle(contests[0]?.durations ?? []);
    return contests.map(({ what, durations }) => {
      const sorted = durations.sort((one, other) => one - other);
      const numbers = {
        'median ms': median(sorted),
        'p99 ms': percentile(sorted, 0.99),
        'more than alone, ms': median(sorted) - bareMedian,
      };
      return { what, numbers };
    });
  } finally {
    await bare.close();
    await quoth.close();
  }
}

/** Starts a bot, and waits until it has logged in to a fake Discord of its own. */
async function connect(path: string) {
  const discord = await startDiscord();
  const front = await openFront(discord.port);
  const child = script(path, [], {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: front.apiUrl,
    GATEWAY_URL: `ws://127.0.0.1:${discord.port}`,
  });
  await ready(child, () => Promise.resolve(discord.gateway.connected()));
  let asked = 0;
  return {
    ask: async (interaction: object): Promise<number> => {
      asked += 1;
      const id = String(2_000_000_000_000_000_000n + BigInt(asked));
      const arrived = front.callback(id);
      const start = performance.now();
      discord.gateway.dispatch('INTERACTION_CREATE', { ...interaction, id, token: `bench-${asked}` });
      await arrived;
      return performance.now() - start;
    },
    close: async () => {
      await end(child);
      front.close();
      await discord.close();
    },
  };
}
