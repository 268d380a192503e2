import type {
  APIApplicationCommandBasicOption,
  RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Locale } from '../../../../words/model.ts';
import type { Act, TypedValue } from '../../../interaction.ts';
import { nested, type Offered } from '../../../offered.ts';
import { segmentsOf, writtenFor } from '../../../terminal/segments.ts';
import { findOffered, sent, straightTargets, type Typed, withoutSlash } from '../../../terminal/typed.ts';

/** What stands in the message box: text, or a command with what is filled in. */
export type Draft =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'command';
      readonly offered: Offered;
      readonly filled: readonly Filled[];
      /** The option that the cursor is in; none where it is behind the last. */
      readonly at?: string;
    };

export type CommandDraft = Extract<Draft, { kind: 'command' }>;

/** An option that is filled in, or is about to be. */
export interface Filled {
  readonly name: string;
  readonly text: string;
  /** What a choice that was picked stands for; `text` is what it shows. */
  readonly value?: string;
}

export const EMPTY: Draft = { kind: 'text', text: '' };

/** A command as it is chosen from the list: its required options are there to be filled in. */
export function chosen(offered: Offered): CommandDraft {
  const required = offered.options.filter(option => option.required);
  const filled = required.map(({ name }) => ({ name, text: '' }));
  const [first] = required;
  return { kind: 'command', offered, filled, ...(first ? { at: first.name } : {}) };
}

/**
 * What was typed as text, once it begins with a whole command and a space: Discord makes pills of it. What follows
 * goes into the options that it names, or else into the first required one.
 */
export function drafted(text: string, offered: readonly Offered[]): Draft {
  if (!/^[/／]/.test(text)) return { kind: 'text', text };
  const bare = withoutSlash(`${text}.`).slice(0, -1);
  const found = findOffered(bare, offered);
  if (!found || !/^\s/.test(bare.slice(found.after))) return { kind: 'text', text };
  const draft = chosen(found.offered);
  const { straight, named } = segmentsOf(bare.slice(found.after), found.offered.options);
  const given = new Map(named.map(({ option, text: typed }) => [option.name, typed.trim()]));
  const [target] = straightTargets(found.offered.options, given);
  if (target && straight.trim() !== '') given.set(target.name, straight.trimStart());
  return [...given].reduce<CommandDraft>(
    (changed, [name, typed]) => fill(changed, { name, text: typed }),
    draft,
  );
}

/** The draft with one option filled in, and the cursor in it. */
export function fill(draft: CommandDraft, change: Filled): CommandDraft {
  const has = draft.filled.some(({ name }) => name === change.name);
  const filled = has
    ? draft.filled.map(one => (one.name === change.name ? change : one))
    : [...draft.filled, change];
  return { ...draft, filled, at: change.name };
}

/** The draft without an optional option; the cursor goes to the one before it. */
export function withdraw(draft: CommandDraft, name: string): Draft {
  const place = draft.filled.findIndex(one => one.name === name);
  const before = draft.filled[place - 1];
  if (optionOf(draft, name)?.required) return place === 0 ? EMPTY : at(draft, before?.name);
  return at({ ...draft, filled: draft.filled.filter(one => one.name !== name) }, before?.name);
}

/** The draft with the cursor in an option, or behind the last. */
export function at({ kind, offered, filled }: CommandDraft, name: string | undefined): CommandDraft {
  return { kind, offered, filled, ...(name === undefined ? {} : { at: name }) };
}

/** Where the cursor goes once an option is filled in: the next required one that is empty, else behind the last. */
export function onward(draft: CommandDraft): CommandDraft {
  return at(draft, missing(draft));
}

/** The first required option that is empty. */
export function missing({ offered, filled }: CommandDraft): string | undefined {
  return offered.options.find(({ name, required }) => required && textOf(filled, name).trim() === '')?.name;
}

/** Options that are not there yet. */
export function free({ offered, filled }: CommandDraft): readonly APIApplicationCommandBasicOption[] {
  return offered.options.filter(option => !filled.some(({ name }) => name === option.name));
}

export function optionOf(
  { offered }: CommandDraft,
  name: string,
): APIApplicationCommandBasicOption | undefined {
  return offered.options.find(option => option.name === name);
}

/** What is sent, or why nothing is. */
export function sentOf({ offered, filled }: CommandDraft): Typed {
  const values = filled.filter(({ text }) => text.trim() !== '');
  return sent(offered, new Map(values.map(({ name, text, value }) => [name, value ?? text.trim()])));
}

/** The command as it could be typed. */
export function typedOf({ offered, filled }: CommandDraft): string {
  const { options } = offered;
  const parts = filled.flatMap(({ name, text }) =>
    text.trim() === '' ? [] : [writtenFor(name, text.trim(), options)],
  );
  return [offered.title, ...parts].join(' ');
}

/** What the bot is asked while an option is typed. */
export function completing(
  { offered, filled }: CommandDraft,
  name: string,
): Extract<Act, { does: 'complete' }> {
  const values = filled.flatMap((one): readonly TypedValue[] => {
    const value = one.value ?? one.text.trim();
    if (one.name === name) return [{ name, type: 3, value: one.text.trim(), focused: true }];
    return value === '' || !isText(offered, one.name) ? [] : [{ name: one.name, type: 3, value }];
  });
  return { does: 'complete', command: offered.command, options: nested(offered, values) };
}

function isText({ options }: Offered, name: string): boolean {
  return options.some(option => option.name === name && option.type === 3);
}

function textOf(filled: readonly Filled[], name: string): string {
  return filled.find(one => one.name === name)?.text ?? '';
}

interface Localised {
  readonly name: string;
  readonly description?: string;
  readonly name_localizations?: Readonly<Record<string, string | null>> | null | undefined;
  readonly description_localizations?: Readonly<Record<string, string | null>> | null | undefined;
}

/** An option's or a command's name in a language. */
export function nameIn(one: Localised, locale: Locale): string {
  return one.name_localizations?.[locale] ?? one.name;
}

export function descriptionIn(one: Localised, locale: Locale): string {
  return one.description_localizations?.[locale] ?? one.description ?? '';
}

/** What the picker says of each command: the description of the command, or of its subcommand. */
export function describe(
  { command, path }: Offered,
  commands: RESTPutAPIApplicationCommandsJSONBody,
  locale: Locale,
): string {
  const top: Nested | undefined = commands.find(({ name }) => name === command.name);
  const found = path.reduce<Nested | undefined>(
    (within, name) => within?.options?.find(option => option.name === name),
    top,
  );
  return found ? descriptionIn(found, locale) : '';
}

interface Nested extends Localised {
  readonly options?: readonly Nested[] | undefined;
}
