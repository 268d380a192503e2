import type {
  APIApplicationCommandBasicOption,
  RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { AskedOption, AskedValue, NamedCommand } from '../interaction.ts';
import { namesOf, nested, type Offered, offeredBy, offeredOnMessages } from '../offered.ts';
import { divisions, textOf } from './divisions.ts';
import { nearest } from './nearest.ts';
import { fold, segmentsOf, tokensOf } from './segments.ts';

type Option = APIApplicationCommandBasicOption;

/** Texts by the names of the options that they are for. */
export type Filled = ReadonlyMap<string, string>;

/** What a line asks for, or may ask for. */
export type Read =
  | Typed
  /** Text for several options that can be cut in several ways, those with a short first part first. */
  | { readonly does: 'divide'; readonly offered: Offered; readonly ways: readonly Filled[] };

/** What a line asks for. */
export type Typed =
  | {
      readonly does: 'ask';
      readonly title: string;
      readonly command: NamedCommand;
      readonly options: readonly AskedOption[];
    }
  /** A message command, and the text of the message. */
  | { readonly does: 'ask about'; readonly command: NamedCommand; readonly text: string }
  | Refused;

/** Why a line is not sent. Names of commands carry their slash. */
export type Refused = { readonly does: 'nothing' } & (
  | { readonly because: 'unknown'; readonly typed: string; readonly nearest: string }
  | { readonly because: 'subcommand'; readonly command: string; readonly subcommands: readonly string[] }
  | { readonly because: 'missing'; readonly command: string; readonly option: string }
  | { readonly because: 'unused'; readonly command: string; readonly text: string }
  | { readonly because: 'value'; readonly option: string; readonly typed: string }
);

/**
 * Reads a line as people type it: `/insight 5`, `insight ５`, `／post show 从压缩到推理`,
 * `/post list year:2025 标签：AI`. Text typed straight goes into the first option that is required, as in
 * Discord, else into the first that takes text; where two are required, it is divided between them, and a part in
 * quotation marks stays whole. A message command is known by its whole name, as it is written, and what follows is the message.
 * @param commands as they are registered; options are known by their names in every language
 */
export function readTyped(line: string, commands: RESTPutAPIApplicationCommandsJSONBody): Read {
  const text = withoutSlash(line);
  const about = hasSlash(line) ? undefined : askAbout(text, commands);
  if (about) return about;
  const offered = offeredBy(commands);
  const found = findOffered(text, offered);
  return found ? ask(found.offered, text.slice(found.after)) : refuse(text, offered);
}

export function hasSlash(line: string): boolean {
  return /^\s*[/／]/.test(line);
}

/** The line without its slash and the spaces around, full-width ones too. */
export function withoutSlash(line: string): string {
  return line
    .replaceAll('\u3000', ' ')
    .trim()
    .replace(/^[/／] */, '');
}

/** The command that a text begins with, and where its options begin. */
export function findOffered(
  text: string,
  offered: readonly Offered[],
): { readonly offered: Offered; readonly after: number } | undefined {
  for (const one of offered) {
    const after = afterNames(text, [one.command.name, ...one.path]);
    if (after !== undefined) return { offered: one, after };
  }
  return undefined;
}

function afterNames(text: string, names: readonly string[]): number | undefined {
  let at = 0;
  for (const name of names) {
    const word = /^ *\S+/.exec(text.slice(at))?.[0];
    if (word === undefined || fold(word) !== fold(name)) return undefined;
    at += word.length;
  }
  return at;
}

function askAbout(text: string, commands: RESTPutAPIApplicationCommandsJSONBody): Typed | undefined {
  for (const { command, names } of offeredOnMessages(commands)) {
    const name = names.find(one => text.startsWith(`${one} `));
    if (name !== undefined) return { does: 'ask about', command, text: text.slice(name.length).trim() };
  }
  return undefined;
}

function refuse(text: string, offered: readonly Offered[]): Refused {
  const [word = '', ...rest] = text.split(/\s+/);
  const group = offered.filter(({ command, path }) => path.length > 0 && fold(command.name) === fold(word));
  if (group.length > 0 && rest.join('') === '') {
    const subcommands = group.map(({ title }) => title);
    return { does: 'nothing', because: 'subcommand', command: `/${word}`, subcommands };
  }
  const titles = (group.length > 0 ? group : offered).map(({ title }) => title);
  return { does: 'nothing', because: 'unknown', typed: text, nearest: nearest(text, titles) ?? '' };
}

function ask(offered: Offered, text: string): Read {
  const { straight, named } = segmentsOf(text, offered.options);
  const filled = new Set(named.map(({ option }) => option.name));
  if (straight.trim() !== '' && straightTargets(offered.options, filled).length === 0)
    return { does: 'nothing', because: 'unused', command: offered.title, text: straight.trim() };
  const ways = waysToRead(text, offered.options);
  const [first] = ways;
  return ways.length === 1 && first ? sent(offered, first) : { does: 'divide', offered, ways };
}

/** Every way in which the text after a command fills the options in; never none. */
export function waysToRead(text: string, options: readonly Option[]): readonly Filled[] {
  const { straight, named } = segmentsOf(text, options);
  const filled = new Map(named.map(({ option, text: typed }) => [option.name, typed] as const));
  const targets = straightTargets(options, filled);
  const [target] = targets;
  if (target === undefined || straight.trim() === '') return [filled];
  if (targets.length === 1) return [new Map([...filled, [target.name, straight.trim()]])];
  return divisions(tokensOf(straight), targets.length).map(
    parts =>
      new Map([...filled, ...parts.map((part, at) => [targets[at]?.name ?? '', textOf(part)] as const)]),
  );
}

/** A command with its options filled in as typed, or why it is not sent. */
export function sent(offered: Offered, filled: Filled): Typed {
  const { options, title, command } = offered;
  const values: AskedValue[] = [];
  for (const option of options) {
    const typed = filled.get(option.name);
    if (typed === undefined || (typed === '' && option.type !== 5)) {
      if (option.required)
        return { does: 'nothing', because: 'missing', command: title, option: option.name };
      continue;
    }
    const value = read(option, typed);
    if (!value) return { does: 'nothing', because: 'value', option: option.name, typed };
    values.push(value);
  }
  return { does: 'ask', title, command, options: nested(offered, values) };
}

/** Options that straight text goes into: the required ones that are not named, else the first one of text. */
export function straightTargets(
  options: readonly Option[],
  filled: { readonly has: (name: string) => boolean },
): readonly Option[] {
  const free = options.filter(option => !filled.has(option.name) && option.type !== 5);
  const required = free.filter(option => option.required);
  return required.length > 0 ? required : free.slice(0, 1);
}

const YES = new Set(['', 'true', 'yes', 'y', '1', 'on', '是', '对', '對', '真']);
const NO = new Set(['false', 'no', 'n', '0', 'off', '否', '不', '假']);

/** The option as Discord would send it; undefined where Discord would not take what was typed. */
function read(option: Option, typed: string): AskedValue | undefined {
  const { name } = option;
  switch (option.type) {
    case 3: {
      const choices = option.choices ?? [];
      const chosen = choices.find(choice =>
        [choice.value, ...namesOf(choice)].some(one => fold(one) === fold(typed)),
      );
      if (choices.length > 0 && !chosen) return undefined;
      return { name, type: 3, value: chosen?.value ?? typed };
    }
    case 4:
      return /^[+-]?\d{1,15}$/.test(fold(typed)) ? { name, type: 4, value: Number(fold(typed)) } : undefined;
    case 10:
      return Number.isFinite(Number(fold(typed)))
        ? { name, type: 10, value: Number(fold(typed)) }
        : undefined;
    case 5:
      if (YES.has(fold(typed))) return { name, type: 5, value: true };
      return NO.has(fold(typed)) ? { name, type: 5, value: false } : undefined;
    default: {
      const id = /^<?(?:@[!&]?|#)?(\d{1,20})>?$/.exec(typed)?.[1];
      return id === undefined ? undefined : { name, type: option.type, value: id };
    }
  }
}
