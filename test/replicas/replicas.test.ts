import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gitBackend } from '../source/git/git-server.ts';
import { kinds } from '../store/databases.ts';
import { type Fleet, startFleet } from './fleet.ts';
import { nginxProgram } from './nginx.ts';

const channels = 60;

/** For a machine that has much else to do, in milliseconds. */
const patience = 300_000;

const postgres = kinds.find(({ name }) => name === 'PostgreSQL');
if (nginxProgram === undefined) console.warn('No nginx is here: several replicas are not tested behind it.');

describe.skipIf(nginxProgram === undefined || postgres === undefined || gitBackend === undefined)(
  'three replicas behind nginx, while interactions come without a pause',
  () => {
    let fleet: Fleet;

    beforeAll(async () => {
      const database = (await postgres?.fresh()) ?? '';
      fleet = await startFleet({ nginx: nginxProgram ?? '', database, replicas: 3, channels });
    }, patience);

    afterAll(() => fleet?.close(), patience);

    const everyChannelOnce = Array.from({ length: channels }, () => 1);
    const madeCommands = () =>
      fleet.discord.requests.filter(
        ({ method, path }) => method !== 'GET' && /^\/applications\/\d+\/commands/.test(path),
      );

    test(
      'register their commands once, and all of them answer',
      async () => {
        for (const replica of fleet.replicas) await replica.writes(/insight: (?:answered|deferred)/);
        await fleet.discord.until(() => madeCommands().length > 0);
        const registering = () =>
          fleet.replicas.filter(({ written }) => written().includes('created /insight')).length;
        await expect.poll(registering, { timeout: patience }).toBe(1);
      },
      patience,
    );

    test(
      'tell each channel of a post once, which one webhook has all of them fetch',
      async () => {
        for (const replica of fleet.replicas) await expectKnown(replica.port, 61);
        await fleet.publish('New');
        for (const replica of fleet.replicas) await expectKnown(replica.port, 62);
        await fleet.told('New');
        const said = (line: string) =>
          fleet.replicas.filter(({ written }) => written().includes(line)).length;
        expect(said('a webhook says that the posts have changed')).toBe(1);
        expect(said('another replica says, or may have said, that the posts have changed')).toBe(2);
      },
      patience,
    );

    test(
      'lose no interaction where one is killed with some in hand, and one is added',
      async () => {
        await fleet.kill();
        const added = await fleet.add();
        await added.writes(/insight: (?:answered|deferred)/);
        await expectKnown(added.port, 62);
        await fleet.publish('Newer');
        for (const replica of fleet.replicas) await expectKnown(replica.port, 63);
        await fleet.told('Newer');
        await fleet.traffic.stop();
        expect(fleet.traffic.lost).toEqual([]);
        expect(fleet.traffic.answered()).toBe(fleet.traffic.sent());
        expect(fleet.seen('New')).toEqual(everyChannelOnce);
        expect(fleet.seen('Newer')).toEqual(everyChannelOnce);
        const made = madeCommands().map(({ method, body }) => `${method} ${JSON.stringify(body)}`);
        expect(made).toEqual([...new Set(made)]);
      },
      patience,
    );
  },
);

/** Resolves once a replica, asked itself, has so many posts. */
async function expectKnown(port: number, posts: number): Promise<void> {
  const metrics = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  await expect.poll(metrics, { timeout: patience }).toMatch(new RegExp(`^quoth_posts ${posts}$`, 'm'));
}
