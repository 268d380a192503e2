import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteraction,
} from 'discord-api-types/v10';
import type { Action, Command, Given, TextOption } from './model.ts';
import { isRecord, type Sent } from './sent.ts';
import { tame } from './setting.ts';

/** What was asked by a slash command: its action and what was typed into its options. */
export interface Asked {
  readonly action: Action;
  readonly given: Given;
  /** What the asker chose, where they chose. */
  readonly private?: boolean;
  /** The option being typed, where one is. */
  readonly typing?: TextOption;
}

type Interaction = APIApplicationCommandInteraction | APIApplicationCommandAutocompleteInteraction;

/** An option as Discord sends it, read with care: interactions are untrusted. */
interface SentOption {
  readonly name: string;
  readonly value?: unknown;
  readonly focused?: unknown;
  readonly options?: readonly SentOption[];
}

const textOptions: ReadonlySet<string> = new Set<TextOption>([
  'tag',
  'post',
  'section',
  'number',
  'query',
  'year',
]);
const isTextOption = (name: string): name is TextOption => textOptions.has(name);

/** Longest text of an option that is read; Discord's own limit is far above what any option needs. */
const longestText = 1_000;

/** How deep Discord nests options: a group, a subcommand, what it takes. */
const deepestOption = 3;

function asOption(sent: unknown, depth = 1): readonly SentOption[] {
  if (!isRecord(sent) || typeof sent.name !== 'string') return [];
  const { name, value, focused, options } = sent;
  const nested = Array.isArray(options) && depth < deepestOption ? options : undefined;
  return [
    { name, value, focused, ...(nested ? { options: nested.flatMap(one => asOption(one, depth + 1)) } : {}) },
  ];
}

/** An id of Discord's. */
const snowflake = /^\d{1,20}$/;

function givenOf(options: readonly SentOption[]): Given {
  const texts = options.flatMap(({ name, value }) => {
    if (!isTextOption(name) || (typeof value !== 'string' && typeof value !== 'number')) return [];
    const text = tame(String(value).slice(0, longestText)).trim();
    return text === '' ? [] : [[name, text] as const];
  });
  const sent = (wanted: string): unknown => options.find(({ name }) => name === wanted)?.value;
  const role = sent('role');
  return {
    ...Object.fromEntries(texts),
    ...(typeof role === 'string' && snowflake.test(role) ? { role } : {}),
    ...(sent('thread') === true ? { thread: true } : {}),
    ...(sent('follow') === true ? { follow: true } : {}),
  };
}

function read(action: Action, options: readonly SentOption[], forManagers = false): Asked {
  const chosen = forManagers || options.find(({ name }) => name === 'private')?.value;
  const typing = options.find(({ focused }) => focused === true)?.name;
  return {
    action,
    given: givenOf(options),
    ...(typeof chosen === 'boolean' ? { private: chosen } : {}),
    ...(typing !== undefined && isTextOption(typing) ? { typing } : {}),
  };
}

/** What a slash command's interaction asks; nothing where no such command, or no such subcommand, exists. */
export function askedOf(commands: readonly Command[], interaction: Interaction): Asked | undefined {
  const { data } = interaction;
  if (typeof data !== 'object' || data === null) return undefined;
  const sent: unknown = 'options' in data ? data.options : undefined;
  const options = Array.isArray(sent) ? sent.flatMap(one => asOption(one)) : [];
  for (const command of commands) {
    if (command.name !== data.name || command.kind === 'message') continue;
    if (command.kind === 'slash') return read(command.action, options);
    const sub = options.find(({ name }) => Object.hasOwn(command.actions, name));
    const action = sub && command.actions[sub.name];
    if (action) return read(action, sub.options ?? [], command.forManagers);
  }
  return undefined;
}

/** How deep Discord nests components: a container, a section or row, what stands in it. */
const deepest = 4;

/** All that a message's components say, top to bottom: the contents of its text displays. */
export function textsOf(components: unknown, depth = 0): readonly string[] {
  if (!Array.isArray(components) || depth > deepest) return [];
  return components.filter(isRecord).flatMap((component): readonly string[] => {
    const own = typeof component.content === 'string' ? [tame(component.content)] : [];
    return [...own, ...textsOf(component.components, depth + 1)];
  });
}

const records = (value: unknown): readonly Sent[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** All that a message says: content, embeds, components. It is untrusted: what is not as it should be says nothing. */
export function messageText(message: unknown): string {
  if (!isRecord(message)) return '';
  const embeds = records(message.embeds).flatMap(({ title, description, fields }) => [
    title,
    description,
    ...records(fields).flatMap(({ name, value }) => [name, value]),
  ]);
  return tame(
    [message.content, ...embeds, ...textsOf(message.components)]
      .filter(part => typeof part === 'string' && part !== '')
      .join('\n'),
  );
}
