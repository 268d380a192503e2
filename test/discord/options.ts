import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';

/** What a reader fills in, by option name: a role or a channel by its id. */
export type Filled = Readonly<Record<string, string | number | boolean>>;

/** An option as an interaction carries it. */
export interface SentOption {
  readonly name: string;
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly focused?: boolean;
  readonly options?: readonly SentOption[];
}

/** A command as one types it: `/post section` is its command `post` with the subcommand `section`. */
export interface Typed {
  readonly command: APIApplicationCommand;
  /** Names of subcommand group and subcommand. */
  readonly path: readonly APIApplicationCommandOption[];
  /** The options that it has. */
  readonly options: readonly APIApplicationCommandOption[];
  /** Text that followed the command straight. */
  readonly rest: string;
}

/** Finds what was typed among the commands that the client offers. */
export function findTyped(line: string, offered: readonly APIApplicationCommand[]): Typed {
  const [name = '', ...words] = line.replace(/^\//, '').split(' ');
  const command = offered.find(one => one.type === 1 && one.name === name);
  if (!command) {
    const names = offered.filter(one => one.type === 1).map(one => `/${one.name}`);
    throw new Error(`The client offers no /${name} here. It offers: ${names.join(', ') || 'nothing'}.`);
  }
  const path: APIApplicationCommandOption[] = [];
  let options = command.options ?? [];
  while (options.some(isSubcommand)) {
    const sub = options.find(option => isSubcommand(option) && option.name === words[0]);
    if (!sub)
      throw new Error(`/${name} is not sent alone: it has ${options.map(one => one.name).join(', ')}.`);
    words.shift();
    path.push(sub);
    options = 'options' in sub ? (sub.options ?? []) : [];
  }
  return { command, path, options, rest: words.join(' ') };
}

/** The options as the client sends them for a command that is complete. It sends none that it would refuse. */
export function sendOptions(typed: Typed, filled: Filled): readonly SentOption[] {
  const values = withRest(typed, filled);
  for (const option of typed.options) {
    if ('required' in option && option.required && values[option.name] === undefined) {
      throw new Error(`The client does not send /${nameOf(typed)}: ${option.name} is required.`);
    }
  }
  return nest(
    typed,
    Object.entries(values).map(([name, value]) => {
      const option = optionOf(typed, name);
      checkValue(option, value);
      return { name, type: option.type, value };
    }),
  );
}

/** The options as the client sends them while one of them is being typed. */
export function sendFocused(typed: Typed, name: string, text: string, filled: Filled): readonly SentOption[] {
  const option = optionOf(typed, name);
  if (!('autocomplete' in option && option.autocomplete))
    throw new Error(`${name} is not completed while one types.`);
  const others = Object.entries(filled).map(([other, value]) => ({
    name: other,
    type: optionOf(typed, other).type,
    value,
  }));
  return nest(typed, [...others, { name, type: option.type, value: text, focused: true }]);
}

export function nameOf({ command, path }: Typed): string {
  return [command.name, ...path.map(({ name }) => name)].join(' ');
}

/** Text typed straight after a command goes into its first required option, and is lost where there is none. */
function withRest({ options, rest }: Typed, filled: Filled): Filled {
  const first = options.find(option => 'required' in option && option.required);
  return rest && first ? { [first.name]: rest, ...filled } : filled;
}

function nest(typed: Typed, options: readonly SentOption[]): readonly SentOption[] {
  return typed.path.reduceRight<readonly SentOption[]>(
    (inner, { name, type }) => [{ name, type, options: inner }],
    options,
  );
}

function isSubcommand({ type }: APIApplicationCommandOption): boolean {
  return type === Type.Subcommand || type === Type.SubcommandGroup;
}

function optionOf(typed: Typed, name: string): APIApplicationCommandOption {
  const option = typed.options.find(one => one.name === name);
  if (option) return option;
  throw new Error(
    `/${nameOf(typed)} has no option ${name}; it has ${typed.options.map(one => one.name).join(', ') || 'none'}.`,
  );
}

const jsTypes: Readonly<Partial<Record<Type, string>>> = {
  [Type.Boolean]: 'boolean',
  [Type.Integer]: 'number',
  [Type.Number]: 'number',
};

/** What the client checks before it sends: type, choices, length, range. */
function checkValue(option: APIApplicationCommandOption, value: string | number | boolean): void {
  const wanted = jsTypes[option.type] ?? 'string';
  if (typeof value !== wanted)
    throw new Error(`${option.name} takes a ${wanted}, not ${JSON.stringify(value)}.`);
  if ('choices' in option && option.choices && !option.choices.some(choice => choice.value === value)) {
    throw new Error(`${option.name} is chosen from ${option.choices.map(choice => choice.name).join(', ')}.`);
  }
  const size = typeof value === 'string' ? value.length : Number(value);
  const { least, most } = bounds(option);
  if (size < least || size > most)
    throw new Error(`${option.name} is ${size}; the client takes ${least} to ${most}.`);
}

function bounds(option: APIApplicationCommandOption): { readonly least: number; readonly most: number } {
  if (option.type === Type.String) {
    return {
      least: ('min_length' in option ? option.min_length : undefined) ?? 1,
      most: ('max_length' in option ? option.max_length : undefined) ?? 6_000,
    };
  }
  if (option.type === Type.Integer || option.type === Type.Number) {
    return {
      least: ('min_value' in option ? option.min_value : undefined) ?? Number.NEGATIVE_INFINITY,
      most: ('max_value' in option ? option.max_value : undefined) ?? Number.POSITIVE_INFINITY,
    };
  }
  return { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
}
