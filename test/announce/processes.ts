import fc from 'fast-check';
import type { Subscription } from '../../src/announce/model.ts';
import type { Store } from '../../src/announce/store.ts';
import { storeAt } from '../store/databases.ts';
import { type Fate, Killed, makeWorld, old } from './world.ts';

/** Whether a process dies at a call of its store: before it was done, or after. */
type End = 'before' | 'after' | undefined;

/** What becomes of requests and of calls of the store, over and over. */
export interface Misfortune {
  readonly sending: readonly Fate[];
  readonly storing: readonly End[];
}

const fates = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Fate>('done') },
  { weight: 4, arbitrary: fc.constantFrom<Fate>('lost', 'stumbles', 'limited', 'dies', 'dead') },
);

const ends: fc.Arbitrary<End> = fc.oneof(
  { weight: 30, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom('before' as const, 'after' as const) },
);

export const misfortunes: fc.Arbitrary<Misfortune> = fc.record({
  sending: fc.array(fates, { minLength: 20, maxLength: 60 }),
  storing: fc.array(ends, { minLength: 50, maxLength: 200 }),
});

/** A store that dies, with its process, before or after the calls that `dies` names. */
function mortal(store: Store, dies: () => End): Store {
  const guarded = Object.entries(store).map(([name, work]) => [
    name,
    async (...given: readonly never[]) => {
      const end = dies();
      if (end === 'before') throw new Killed(name);
      const result: unknown = await Reflect.apply(work, undefined, given);
      if (end === 'after') throw new Killed(name);
      return result;
    },
  ]);
  return { ...store, ...Object.fromEntries(guarded) };
}

/** Three processes over one database, each started anew whenever it has died, and channels that are told. */
export async function startProcesses(
  address: string,
  channels: readonly Subscription[],
  { sending, storing }: Misfortune,
) {
  let healed = false;
  let [asked, called] = [0, 0];
  const fateOf = (): Fate => (healed ? 'done' : (sending[asked++ % sending.length] ?? 'done'));
  const dies = () => (healed ? undefined : storing[called++ % storing.length]);
  const world = makeWorld(storeAt(address), { fateOf });
  world.writes(old);
  await world.round(world.replica());
  for (const one of channels) await world.store.subscribe(one);

  const connections = [0, 1, 2].map(() => storeAt(address));
  const start = (at: number) => world.replica({ store: mortal(connections[at] ?? world.store, dies) });
  const processes = [0, 1, 2].map(start);
  const round = async (at: number, ago: number): Promise<void> => {
    try {
      await world.round(processes[at] ?? start(at), ago);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      processes[at] = start(at);
    }
  };
  return {
    world,
    /** Some of them do a round at the same time, the last one with the content as it was so many changes ago. */
    rounds: async (of: readonly number[], ago = 0): Promise<void> => {
      await Promise.all(of.map((one, at) => round(one, at === of.length - 1 ? ago : 0)));
    },
    /** From now on nothing fails, and so much time goes by. */
    heals: async (time: number): Promise<void> => {
      healed = true;
      await world.passes(world.replica(), time);
    },
    close: () => Promise.all([world.store, ...connections].map(store => store.close())),
  };
}

export type Processes = Awaited<ReturnType<typeof startProcesses>>;
