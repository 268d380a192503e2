import type { APIInteraction, APIMessage } from 'discord-api-types/v10';
import { type Clock, makeClock } from './clock.ts';
import { type Desk, makeDesk, type Refusal } from './desk.ts';
import { type Payload, plainMessage } from './messages.ts';
import type { Permission } from './permissions.ts';
import { describe } from './problems.ts';
import { makeReader, type Reader, type ReaderOptions } from './reader.ts';
import { makeRegistry, type Registry } from './registry.ts';
import {
  type Channel,
  type ChannelOptions,
  type Guild,
  type GuildOptions,
  makeWorld,
  type Role,
  type ThreadOptions,
  type World,
} from './world.ts';

/** What every test may do with the fake, whichever way the bot is reached. */
export interface Stage {
  readonly applicationId: string;
  readonly clock: Clock;
  readonly world: World;
  /** A server's first channel, where readers are if nothing else is said. */
  readonly general: Channel;
  /** What Discord would have refused. A test that expects a refusal takes it out of here. */
  readonly refused: Refusal[];
  readonly reader: (options?: ReaderOptions) => Reader;
  readonly guild: (options?: GuildOptions) => Guild;
  readonly channel: (guild: Guild, name: string, options?: ChannelOptions) => Channel;
  readonly thread: (parent: Channel, name: string, options?: ThreadOptions) => Channel;
  readonly role: (guild: Guild, name: string, permissions?: readonly Permission[]) => Role;
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
  const general = world.channel(world.guild(), 'general');

  const stage: Stage = {
    applicationId,
    clock,
    world,
    general,
    refused: desk.refused,
    reader: options => makeReader({ world, desk, registry, general, deliver }, options),
    guild: world.guild,
    channel: world.channel,
    thread: world.thread,
    role: world.role,
    leaves: (channel, payload) => {
      const message = plainMessage(world, channel, world.bot, payload);
      channel.messages.set(message.id, { message });
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
  return { stage, desk, registry, changed };
}

/** Fails where something was refused that no test expected. */
export function nothingRefused(refused: readonly Refusal[]): void {
  if (refused.length === 0) return;
  const said = refused.map(({ what, problems }) => `${what}: ${problems.join('; ')}`);
  throw new Error(`Discord would have refused:\n${said.join('\n')}`);
}
