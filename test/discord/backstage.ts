import type { APIInteraction, APIMessage } from 'discord-api-types/v10';
import { type Clock, makeClock } from './clock.ts';
import { type Desk, makeDesk, type Refusal } from './desk.ts';
import { type Payload, plainMessage } from './messages.ts';
import type { Channel, Pinged } from './model.ts';
import { describe } from './problems.ts';
import { makeRates, type Rates } from './rates.ts';
import { makeReader, type Reader, type ReaderOptions } from './reader.ts';
import { makeRegistry, type Registry } from './registry.ts';
import { makeWorld, type World } from './world.ts';

/** What every test may do with the fake, whichever way the bot is reached. */
export interface Stage
  extends Pick<World, 'guild' | 'channel' | 'thread' | 'role' | 'permits' | 'deletes' | 'removes'> {
  readonly applicationId: string;
  /** What the bot is let in with. */
  readonly token: string;
  readonly clock: Clock;
  readonly world: World;
  /** A server's first channel, where readers are if nothing else is said. */
  readonly general: Channel;
  /** What Discord would have refused. A test that expects a refusal takes it out of here. */
  readonly refused: Refusal[];
  readonly reader: (options?: ReaderOptions) => Reader;
  /** From now on an announcement channel's published messages are copied into that one. */
  readonly follows: (announcements: Channel, follower: Channel) => void;
  /** Who was notified of the messages in a channel, oldest first; of those alone that notified somebody. */
  readonly pings: (channel: Channel) => readonly Pinged[];
  /** How many of the last ten minutes' requests were answered 401, 403 or 429. Discord shuts out who sends 10,000. */
  readonly badRequests: () => number;
  /** A message that the bot left in a channel long ago. */
  readonly leaves: (channel: Channel, payload: Payload) => APIMessage;
  /** Registers commands as they stand; throws where Discord would refuse them. */
  readonly registers: (commands: readonly object[]) => void;
  /** Resolves as soon as that is so. It is looked at after everything that happens in the fake. */
  readonly until: (isSo: () => boolean) => Promise<void>;
}

/** The parts behind the stage, for those who bring the bot's requests in. */
export interface Machinery {
  readonly stage: Stage;
  readonly desk: Desk;
  readonly registry: Registry;
  readonly rates: Rates;
  /** To be called after everything that happens. */
  readonly changed: () => void;
}

/** @param deliver brings an interaction to the bot. */
export function makeBackstage(
  deliver: (interaction: APIInteraction) => Promise<void>,
  clock: Clock = makeClock(),
): Machinery {
  const watchers = new Set<() => void>();
  const changed = (): void => {
    for (const look of watchers) look();
  };
  const applicationId = '1100000000000000001';
  const world = makeWorld(clock, applicationId);
  const desk = makeDesk(world, changed);
  const registry = makeRegistry(world, (problems, payload) => {
    desk.refused.push({ what: 'command', problems: problems.map(describe), payload });
  });
  const rates = makeRates(clock);
  const general = world.channel(world.guild(), 'general');

  const { guild, channel, thread, role, permits, deletes, removes } = world;
  const stage: Stage = {
    applicationId,
    token: `${Buffer.from(applicationId).toString('base64url')}.GfAkE1.${'not-a-real-token_'.repeat(2)}abcd`,
    clock,
    world,
    general,
    refused: desk.refused,
    reader: options => makeReader({ world, desk, registry, general, deliver }, options),
    ...{ guild, channel, thread, role, permits, deletes, removes },
    follows: (announcements, follower) => announcements.followers.add(follower),
    pings: ({ messages }) =>
      [...messages.values()].flatMap(({ pinged }) =>
        pinged && (pinged.everyone || pinged.roles.length > 0 || pinged.users.length > 0) ? [pinged] : [],
      ),
    badRequests: rates.badRequests,
    leaves: (where, payload) => {
      const message = plainMessage(world, where, world.bot, payload);
      where.messages.set(message.id, { message });
      return message;
    },
    registers: commands => {
      for (const command of commands) {
        const { status, body } = registry.create('global', JSON.parse(JSON.stringify(command)));
        if (status >= 400) throw new Error(`Discord refuses a command: ${JSON.stringify(body)}`);
      }
    },
    until: async isSo => {
      if (isSo()) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const look = (): void => {
        if (isSo()) resolve();
      };
      watchers.add(look);
      await promise;
      watchers.delete(look);
    },
  };
  return { stage, desk, registry, rates, changed };
}

/** Fails where something was refused that no test expected. */
export function nothingRefused(refused: readonly Refusal[]): void {
  if (refused.length === 0) return;
  const said = refused.map(({ what, problems }) => `${what}: ${problems.join('; ')}`);
  throw new Error(`Discord would have refused:\n${said.join('\n')}`);
}
