import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { AskedValue, NamedCommand, TypedValue } from './interaction.ts';

/** A slash command, or one of its subcommands, as it stands in Discord's picker. */
export interface Offered {
  readonly command: NamedCommand;
  /** Names of the subcommand, and of the group before it. */
  readonly path: readonly string[];
  /** `/post latest`. */
  readonly title: string;
  readonly options: readonly APIApplicationCommandBasicOption[];
}

/** A command in the menu of a message, with its names in all languages. */
export interface OfferedOnMessages {
  readonly command: NamedCommand;
  readonly names: readonly string[];
}

/** Everything that can be typed, of the commands as they are registered. */
export function offeredBy(commands: RESTPutAPIApplicationCommandsJSONBody): readonly Offered[] {
  return commands.flatMap(command =>
    command.type === undefined || command.type === 1
      ? leaves({ id: idOf(command.name), name: command.name }, [], command.options ?? [])
      : [],
  );
}

/** Everything that can be done with a message. */
export function offeredOnMessages(
  commands: RESTPutAPIApplicationCommandsJSONBody,
): readonly OfferedOnMessages[] {
  return commands.flatMap(command =>
    command.type === 3
      ? [{ command: { id: idOf(command.name), name: command.name }, names: namesOf(command) }]
      : [],
  );
}

/** All names of a command or an option: its own, then those in other languages. */
export function namesOf(named: {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string | null>> | null | undefined;
}): readonly string[] {
  const others = Object.values(named.name_localizations ?? {});
  return [named.name, ...others.filter(name => name !== null)];
}

/** A subcommand's options go within it, as Discord sends them. */
export function nested<Value extends AskedValue | TypedValue>(
  { path }: Offered,
  values: readonly Value[],
): readonly (Value | Nested<Value>)[] {
  const [first, second] = path;
  if (first === undefined) return values;
  if (second === undefined) return [{ type: 1, name: first, options: [...values] }];
  return [{ type: 2, name: first, options: [{ type: 1, name: second, options: [...values] }] }];
}

type Nested<Value> =
  | { type: 1; name: string; options: Value[] }
  | { type: 2; name: string; options: { type: 1; name: string; options: Value[] }[] };

/** The commands that somebody may use who has these permissions: the others are not even shown to them. */
export function usableWith(
  permissions: bigint,
  commands: RESTPutAPIApplicationCommandsJSONBody,
): RESTPutAPIApplicationCommandsJSONBody {
  return commands.filter(({ default_member_permissions: needed }) => {
    if (needed === undefined || needed === null) return true;
    const bits = BigInt(needed);
    // 0 is for administrators alone.
    return bits !== 0n && (permissions & bits) === bits;
  });
}

/** Any id will do as long as it stays the same: Discord gives a command one when it is registered. */
function idOf(name: string): string {
  const hash = [...name].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_000_007, 7);
  return String(1_200_000_000_000_000_000n + BigInt(hash));
}

function leaves(
  command: NamedCommand,
  path: readonly string[],
  options: readonly APIApplicationCommandOption[],
): readonly Offered[] {
  const inner = options.filter(option => option.type === 1 || option.type === 2);
  if (inner.length > 0) {
    return inner.flatMap(option => leaves(command, [...path, option.name], option.options ?? []));
  }
  const own = options.filter(option => option.type !== 1 && option.type !== 2);
  return [{ command, path, title: `/${[command.name, ...path].join(' ')}`, options: own }];
}
