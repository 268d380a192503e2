import { ApplicationCommandCreateRequestSchema } from 'discord-api-spec/zod';
import type { APIApplicationCommand, RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { wire } from './clock.ts';
import { commandProblems } from './command-limits.ts';
import { type Answer, invalidForm, type Problem, unknownCommand } from './problems.ts';
import { type Checked, checkSchema, isRecord } from './schemas.ts';
import type { World } from './world.ts';

/** Where a command is registered: everywhere, or in the server of that id. */
export type Scope = 'global' | (string & {});

/** The commands that an application has registered. */
export interface Registry {
  /** All commands that a reader meets in a server, or in direct messages. */
  readonly offered: (guildId: string | undefined) => readonly APIApplicationCommand[];
  readonly list: (scope: Scope, withLocalizations: boolean) => Answer;
  readonly get: (scope: Scope, id: string) => Answer;
  /** A command of the same type and name is written over. */
  readonly create: (scope: Scope, payload: unknown) => Answer;
  readonly patch: (scope: Scope, id: string, payload: unknown) => Answer;
  readonly remove: (scope: Scope, id: string) => Answer;
  /** Writes all commands of a scope at once. */
  readonly replace: (scope: Scope, payload: unknown) => Answer;
}

/** How many commands of a type a scope holds: slash, user, message. */
const most: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };

/** @param refuse told of every payload that was refused. */
export function makeRegistry(
  world: World,
  refuse: (problems: readonly Problem[], payload: unknown) => void,
): Registry {
  const scopes = new Map<Scope, APIApplicationCommand[]>();
  const at = (scope: Scope): APIApplicationCommand[] => scopes.get(scope) ?? [];

  const refused = (problems: readonly Problem[], payload: unknown): Answer => {
    refuse(problems, payload);
    return invalidForm(problems);
  };

  const make = (
    scope: Scope,
    command: RESTPostAPIApplicationCommandsJSONBody,
    id?: string,
  ): APIApplicationCommand =>
    wire({
      id: id ?? world.nextId(),
      application_id: world.application.id,
      ...(scope !== 'global' && { guild_id: scope }),
      version: world.nextId(),
      default_member_permissions: null,
      type: 1,
      name_localizations: null,
      description: '',
      description_localizations: null,
      dm_permission: true,
      contexts: null,
      integration_types: [0],
      nsfw: false,
      ...command,
    });

  const put = (scope: Scope, command: APIApplicationCommand): void => {
    scopes.set(scope, [...at(scope).filter(one => one.id !== command.id), command]);
  };

  return {
    offered: guildId => [...at('global'), ...(guildId === undefined ? [] : at(guildId))],
    list: (scope, withLocalizations) => ({
      status: 200,
      body: withLocalizations ? at(scope) : at(scope).map(command => withoutLocalizations(command)),
    }),
    get: (scope, id) => {
      const command = at(scope).find(one => one.id === id);
      return command ? { status: 200, body: command } : unknownCommand;
    },
    create: (scope, payload) => {
      const checked = checkCommand(payload);
      if (!checked.ok) return refused(checked.problems, payload);
      const { type = 1, name } = checked.value;
      const same = at(scope).find(one => one.type === type && one.name === name);
      const many = at(scope).filter(one => one.type === type).length;
      if (!same && many >= (most[type] ?? 1)) {
        return refused(
          [{ path: [], message: `${many} commands of type ${type} are registered already` }],
          payload,
        );
      }
      const command = make(scope, checked.value, same?.id);
      put(scope, command);
      return { status: same ? 200 : 201, body: command };
    },
    patch: (scope, id, payload) => {
      const before = at(scope).find(one => one.id === id);
      if (!before) return unknownCommand;
      const checked = checkCommand({ ...asSent(before), ...(isRecord(payload) && payload) });
      if (!checked.ok) return refused(checked.problems, payload);
      const command = make(scope, checked.value, id);
      put(scope, command);
      return { status: 200, body: command };
    },
    remove: (scope, id) => {
      if (!at(scope).some(one => one.id === id)) return unknownCommand;
      scopes.set(
        scope,
        at(scope).filter(one => one.id !== id),
      );
      return { status: 204 };
    },
    replace: (scope, payload) => {
      const checked = (Array.isArray(payload) ? payload : [payload]).map(checkCommand);
      const problems = checked.flatMap((one, index) =>
        one.ok ? [] : one.problems.map(({ path, message }) => ({ path: [index, ...path], message })),
      );
      if (problems.length > 0) return refused(problems, payload);
      const commands = checked.flatMap(one => (one.ok ? [one.value] : []));
      const ids = new Map(at(scope).map(one => [`${one.type} ${one.name}`, one.id]));
      scopes.set(
        scope,
        commands.map(command => make(scope, command, ids.get(`${command.type ?? 1} ${command.name}`))),
      );
      return { status: 200, body: at(scope) };
    },
  };
}

function checkCommand(payload: unknown): Checked<RESTPostAPIApplicationCommandsJSONBody> {
  const { default_member_permissions: permissions, nsfw, ...rest } = isRecord(payload) ? payload : {};
  // The schema has this string of digits as a number, and no age restriction at all.
  const numeric =
    typeof permissions === 'string' && /^\d+$/.test(permissions) ? Number(permissions) : permissions;
  const checked = checkSchema(ApplicationCommandCreateRequestSchema, {
    ...rest,
    ...(permissions !== undefined && { default_member_permissions: numeric }),
  });
  if (!checked.ok) return checked;
  const value: RESTPostAPIApplicationCommandsJSONBody = wire({
    ...checked.value,
    default_member_permissions: permissions ?? null,
    ...(nsfw !== undefined && { nsfw }),
  });
  const problems = commandProblems(value);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

/** A registered command as it was sent. */
function asSent(command: APIApplicationCommand): Record<string, unknown> {
  const { id: _id, application_id: _application, version: _version, guild_id: _guild, ...sent } = command;
  return wire({ ...sent, dm_permission: undefined, description: sent.description || undefined });
}

function withoutLocalizations(command: APIApplicationCommand): object {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  return rest;
}
