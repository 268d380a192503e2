import { startFleet } from '../replicas/fleet.ts';
import { nginxProgram } from '../replicas/nginx.ts';
import { postgresPrograms, startPostgres } from '../store/postgres.ts';
import type { Row } from './table.ts';

const replicas = 3;
const channels = 300;

/** Each time a post is announced, one replica is killed while it is, and another one is added. */
const kills = 5;

/** What is asked of Quoth while its replicas come and go, and what becomes of announcements. */
export async function bench(): Promise<readonly Row[]> {
  const bin = postgresPrograms();
  if (nginxProgram === undefined || bin === undefined) {
    console.warn("Several replicas need Debian's nginx and postgresql.");
    return [];
  }
  const cluster = await startPostgres(bin);
  const fleet = await startFleet({ nginx: nginxProgram, database: cluster.address, replicas, channels });
  const titles = Array.from({ length: kills }, (_, at) => `Post ${at + 1}`);
  try {
    for (const title of titles) {
      await fleet.publish(title);
      await fleet.discord.until(() => fleet.seen(title).some(count => count > 0));
      await fleet.kill();
      await fleet.add();
      await fleet.told(title);
    }
    const { traffic } = fleet;
    await traffic.stop();
    const seen = titles.flatMap(fleet.seen);
    const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
    return [
      {
        what: `announcements in ${channels} channels`,
        numbers: {
          kills,
          sent: await fleet.sent(),
          'seen or answered': sum(seen),
          lost: seen.filter(count => count === 0).length,
          twice: sum(seen.map(count => Math.max(0, count - 1))),
        },
      },
      {
        what: 'interactions',
        numbers: {
          kills,
          sent: traffic.sent(),
          'seen or answered': traffic.answered(),
          lost: traffic.lost.length,
        },
      },
    ];
  } finally {
    await fleet.close();
    await cluster.close();
  }
}
