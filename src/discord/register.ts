import type { REST } from '@discordjs/rest';
import type { APIApplicationCommand, RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { differences } from './difference.ts';
import { codeOf, codes, reasonOf } from './reason.ts';

type Wanted = RESTPostAPIApplicationCommandsJSONBody;

/** What was written about one command. */
export interface Change {
  readonly did: 'created' | 'changed' | 'removed';
  /** `/post`, or the name of a message command. */
  readonly command: string;
  /** What changed in it, in words: `option number of insight: description (zh-CN)`. Empty but for `changed`. */
  readonly what: readonly string[];
}

/** One line for a change: `changed /post: description (zh-CN); option tag of latest: added`. */
export function sayChange({ did, command, what }: Change): string {
  return what.length === 0 ? `${did} ${command}` : `${did} ${command}: ${what.join('; ')}`;
}

/**
 * Makes the registered commands what they should be, and writes only what differs. Returns what was written, in
 * order; nothing where nothing differs.
 *
 * @param guildId the one server to register in; everywhere where it is undefined.
 * @throws Error that says what to do, where Discord does not let the application register there.
 */
export async function register(
  rest: REST,
  applicationId: string,
  guildId: string | undefined,
  wanted: readonly Wanted[],
): Promise<readonly Change[]> {
  try {
    const steps = await plan(rest, applicationId, guildId, wanted);
    for (const { write } of steps) await write();
    return steps.map(({ change }) => change);
  } catch (error) {
    throw new Error(explain(error, guildId), { cause: error });
  }
}

/** What {@link register} would write. Rejects with what Discord, or the way to it, said. */
export async function drift(
  rest: REST,
  applicationId: string,
  guildId: string | undefined,
  wanted: readonly Wanted[],
): Promise<readonly Change[]> {
  return (await plan(rest, applicationId, guildId, wanted)).map(({ change }) => change);
}

/** A change, and what makes it. */
interface Step {
  readonly change: Change;
  readonly write: () => Promise<unknown>;
}

async function plan(
  rest: REST,
  applicationId: string,
  guildId: string | undefined,
  all: readonly Wanted[],
): Promise<readonly Step[]> {
  const where = guildId === undefined ? '' : `/guilds/${guildId}`;
  const path = `/applications/${applicationId}${where}/commands` as const;
  const wanted = guildId === undefined ? all : all.map(withoutReach);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = (await rest.get(path, { query })) as readonly APIApplicationCommand[];
  const names = new Set(wanted.map(identity));

  const removals = registered
    // An entry point opens an activity; it belongs to whoever made one for this application.
    .filter(command => !names.has(identity(command)) && command.type !== 4)
    .map(
      (command): Step => ({
        change: { did: 'removed', command: nameOf(command), what: [] },
        write: () => rest.delete(`${path}/${command.id}`),
      }),
    );
  const others = wanted.flatMap((command): readonly Step[] => {
    const before = registered.find(one => identity(one) === identity(command));
    if (!before) {
      const change = { did: 'created', command: nameOf(command), what: [] } as const;
      return [{ change, write: () => rest.post(path, { body: command }) }];
    }
    const { what, body } = differences(before, command);
    if (what.length === 0) return [];
    const change = { did: 'changed', command: nameOf(command), what } as const;
    return [{ change, write: () => rest.patch(`${path}/${before.id}`, { body }) }];
  });
  return [...removals, ...others];
}

/** Where a command can be used is no question for one that is registered in a single server. */
function withoutReach({ contexts: _contexts, integration_types: _types, ...command }: Wanted): Wanted {
  return command;
}

function identity({ type = 1, name }: Pick<Wanted, 'type' | 'name'>): string {
  return `${type} ${name}`;
}

function nameOf({ type = 1, name }: Pick<Wanted, 'type' | 'name'>): string {
  return type === 1 ? `/${name}` : name;
}

function explain(error: unknown, guildId: string | undefined): string {
  if (guildId !== undefined && codeOf(error) === codes.missingAccess) {
    return `The commands were not registered: Quoth may not do so in the server ${guildId}. Check DISCORD_GUILD_ID, and invite Quoth there with the scope applications.commands.`;
  }
  return `The commands were not registered: ${reasonOf(error)}.`;
}
