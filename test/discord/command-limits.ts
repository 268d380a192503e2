import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { problem } from './limits.ts';
import type { Problem } from './problems.ts';

/** A command or option with what the rules look at. */
interface Named {
  readonly type?: number | undefined;
  readonly name: string;
  readonly name_localizations?: Readonly<Partial<Record<string, string | null>>> | null | undefined;
  readonly description?: string | undefined;
  readonly description_localizations?: Readonly<Partial<Record<string, string | null>>> | null | undefined;
  readonly required?: boolean | undefined;
  readonly autocomplete?: boolean | undefined;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[] | undefined;
  readonly options?: readonly Named[] | undefined;
}

const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** https://docs.discord.com/developers/reference#locales */
const locales = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);

/** The most characters over a command's names, descriptions and choices, the longest translation counted. */
const most = 8_000;

/**
 * The rules for a command that Discord's schemas leave out:
 * https://docs.discord.com/developers/interactions/application-commands.
 */
export function commandProblems(command: RESTPostAPIApplicationCommandsJSONBody): readonly Problem[] {
  const size = sizeOf(command);
  return [
    ...namedProblems(command, [], (command.type ?? 1) === 1),
    ...problem(size > most, [], `${size} characters over names, descriptions and choices; ${most} at most`),
  ];
}

function namedProblems(named: Named, path: readonly (string | number)[], slash: boolean): readonly Problem[] {
  const options = named.options ?? [];
  const nested = options.filter(({ type = 0 }) => type <= 2).length;
  const names = [named.name, ...Object.values(named.name_localizations ?? {})];
  const spoken = [
    ...Object.keys(named.name_localizations ?? {}),
    ...Object.keys(named.description_localizations ?? {}),
  ];
  const firstOptional = options.findIndex(({ required }) => !required);
  return [
    ...names.flatMap(name =>
      problem(
        slash && name !== null && name !== undefined && !isName(name),
        [...path, 'name'],
        `${name} is no name for a command or option`,
      ),
    ),
    ...problem(
      slash && !named.description,
      [...path, 'description'],
      'a description of 1 to 100 characters is required',
    ),
    ...problem(
      !slash && Boolean(named.description),
      [...path, 'description'],
      'only slash commands have a description',
    ),
    ...spoken.flatMap(locale => problem(!locales.has(locale), path, `${locale} is no locale of Discord's`)),
    ...problem(
      nested > 0 && nested < options.length,
      [...path, 'options'],
      'subcommands and options do not mix',
    ),
    ...problem(
      new Set(options.map(({ name }) => name)).size < options.length,
      [...path, 'options'],
      'two options share a name',
    ),
    ...problem(
      nested === 0 && firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required),
      [...path, 'options'],
      'required options stand before optional ones',
    ),
    ...problem(
      Boolean(named.autocomplete && named.choices?.length),
      path,
      'choices and completion exclude one another',
    ),
    ...problem(
      Boolean(named.choices?.some(({ value }) => typeof value === 'string' && value.length > 100)),
      [...path, 'choices'],
      "a choice's value is at most 100 characters",
    ),
    ...options.flatMap((option, index) => namedProblems(option, [...path, 'options', index], true)),
  ];
}

function isName(name: string): boolean {
  return namePattern.test(name) && name === name.toLowerCase();
}

function sizeOf(named: Named): number {
  const longest = (text: string | undefined, translations: Named['name_localizations']): number =>
    Math.max(
      text?.length ?? 0,
      ...Object.values(translations ?? {}).map(translation => translation?.length ?? 0),
    );
  const choices = named.choices ?? [];
  return (
    longest(named.name, named.name_localizations) +
    longest(named.description, named.description_localizations) +
    choices.reduce((sum, { name, value }) => sum + name.length + String(value).length, 0) +
    (named.options ?? []).reduce((sum, option) => sum + sizeOf(option), 0)
  );
}
