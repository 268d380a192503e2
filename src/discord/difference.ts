import type {
  APIApplicationCommand,
  APIApplicationCommandOption,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';

type Fields = Readonly<Record<string, unknown>>;
type Wanted = RESTPostAPIApplicationCommandsJSONBody;

/** What a registered command has other than it should: in words, and as the body of the PATCH that mends it. */
export interface Difference {
  readonly what: readonly string[];
  readonly body: Fields;
}

/** How Discord's names of fields read. */
const readable: Readonly<Record<string, string>> = {
  default_member_permissions: 'permissions needed',
  contexts: 'where it can be used',
  integration_types: 'who can install it',
  nsfw: 'age restriction',
  min_value: 'least value',
  max_value: 'greatest value',
  min_length: 'least length',
  max_length: 'greatest length',
  autocomplete: 'completion',
  channel_types: 'kinds of channels',
};

/** What a field that is not sent means. */
const defaults: Fields = {
  description: '',
  default_member_permissions: null,
  nsfw: false,
  required: false,
  autocomplete: false,
};

/** Fields in which order does not matter. */
const sets = new Set(['contexts', 'integration_types', 'channel_types']);

/** Fields of a command that are compared; the rest is Discord's own. */
const ofCommand = [
  'name_localizations',
  'description',
  'description_localizations',
  'default_member_permissions',
  'nsfw',
  'contexts',
  'integration_types',
];

const ofOption = [
  'type',
  'name_localizations',
  'description',
  'description_localizations',
  'required',
  'autocomplete',
  'choices',
  'channel_types',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
];

/** Compares a registered command with the wanted one, field by field, whatever way each writes its defaults. */
export function differences(registered: APIApplicationCommand, wanted: Wanted): Difference {
  const [before, after]: [Fields, Fields] = [{ ...registered }, { ...wanted }];
  // What is not asked for of where and by whom it can be used is the application's own setting.
  const fields = ofCommand.filter(field => !sets.has(field) || after[field] !== undefined);
  const changed = fields.filter(field => !same(before, after, field));
  const options = optionDifferences(optionsOf(before), optionsOf(after), '');
  return {
    what: [...changed.flatMap(field => sayField(before, after, field)), ...options],
    body: {
      ...Object.fromEntries(changed.map(field => [field, after[field] ?? defaults[field] ?? null])),
      ...(options.length > 0 && { options: after.options ?? [] }),
    },
  };
}

function optionsOf({ options }: Fields): readonly APIApplicationCommandOption[] {
  return Array.isArray(options) ? options : [];
}

function optionDifferences(
  before: readonly APIApplicationCommandOption[],
  after: readonly APIApplicationCommandOption[],
  above: string,
): readonly string[] {
  const names = (options: typeof before) => options.map(({ name }) => name);
  const [old, now] = [names(before), names(after)];
  const kept = (list: readonly string[], other: readonly string[]) =>
    list.filter(name => other.includes(name)).join();
  return [
    ...before.filter(({ name }) => !now.includes(name)).map(one => `${label(one, above)} removed`),
    ...after.flatMap(one => {
      const was = before.find(({ name }) => name === one.name);
      if (!was) return [`${label(one, above)} added`];
      const [from, to]: [Fields, Fields] = [{ ...was }, { ...one }];
      const said = ofOption
        .filter(field => !same(from, to, field))
        .flatMap(field => sayField(from, to, field));
      return [
        ...said.map(field => `${label(one, above)}: ${field}`),
        ...optionDifferences(optionsOf(from), optionsOf(to), `${above} of ${one.name}`),
      ];
    }),
    ...(kept(old, now) === kept(now, old) ? [] : [`order of options${above}`]),
  ];
}

function label({ type, name }: APIApplicationCommandOption, above: string): string {
  return `${type <= 2 ? 'subcommand' : 'option'} ${name}${above}`;
}

/** A localised field is named once for each language that differs. */
function sayField(before: Fields, after: Fields, field: string): readonly string[] {
  const name = readable[field] ?? field;
  if (!field.endsWith('_localizations')) return [name];
  const [from, to] = [translations(before[field]), translations(after[field])];
  const locales = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...locales]
    .filter(locale => from[locale] !== to[locale])
    .map(locale => `${field.replace('_localizations', '')} (${locale})`);
}

function same(before: Fields, after: Fields, field: string): boolean {
  return canonical(before[field], field) === canonical(after[field], field);
}

function canonical(value: unknown, field: string): string {
  if (field.endsWith('_localizations')) return JSON.stringify(Object.entries(translations(value)).sort());
  const given = value ?? defaults[field] ?? null;
  if (!Array.isArray(given)) return JSON.stringify(given);
  if (given.length === 0) return JSON.stringify(null);
  if (field === 'choices') return JSON.stringify(given.map(choice));
  return JSON.stringify(sets.has(field) ? [...given].sort() : given);
}

function choice({
  name,
  value,
  name_localizations,
}: {
  name: string;
  value: unknown;
  name_localizations?: unknown;
}): unknown {
  return [name, value, Object.entries(translations(name_localizations)).sort()];
}

/** Translations by locale; one that is null is none. */
function translations(value: unknown): Readonly<Record<string, string>> {
  const given = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    given.flatMap(([locale, text]) => (typeof text === 'string' ? [[locale, text]] : [])),
  );
}
