import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
  RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Act, TypedValue } from '../interaction.ts';
import { namesOf, nested, type Offered, offeredBy } from '../offered.ts';
import { findOffered, segmentsOf, straightTargets, withoutSlash } from './typed.ts';

type Option = APIApplicationCommandBasicOption;
type Choice = APIApplicationCommandOptionChoice;

/** What Tab offers: what may stand in place of `typed`, which is the end of the line. */
export interface Completion {
  readonly candidates: readonly string[];
  readonly typed: string;
}

/** What can be completed, and the bot's own completion behind it. */
export interface Completer {
  readonly commands: RESTPutAPIApplicationCommandsJSONBody;
  /** Labels of what can be pressed on the last answer. */
  readonly labels: readonly string[];
  readonly choices: (act: Extract<Act, { does: 'complete' }>) => Promise<readonly Choice[]>;
}

/**
 * Completes a line up to the cursor: names of commands, labels of buttons, and after a command what the bot
 * offers for the option that is being typed. Choices are inserted by their names, which resolve as their values do.
 */
export async function complete(line: string, completer: Completer): Promise<Completion> {
  const offered = offeredBy(completer.commands);
  const text = withoutSlash(`${line}.`).slice(0, -1);
  const found = findOffered(text, offered);
  const options = found && text.slice(found.after);
  if (found && options !== undefined && /^\s/.test(options)) {
    return await completeOptions(found.offered, options.trimStart(), completer);
  }
  return { candidates: begunBy(line.trimStart(), offered, completer.labels), typed: line.trimStart() };
}

function begunBy(typed: string, offered: readonly Offered[], labels: readonly string[]): readonly string[] {
  const titles = offered.map(one => (isOpenEnded(one) ? `${one.title} ` : one.title));
  const commands = /^[/／]|^$/.test(typed) ? titles : titles.map(title => title.slice(1));
  return [...commands, ...labels].filter(candidate => fold(candidate).startsWith(fold(typed)));
}

function isOpenEnded({ options }: Offered): boolean {
  return options.some(option => option.required === true);
}

async function completeOptions(offered: Offered, text: string, completer: Completer): Promise<Completion> {
  const { straight, named } = segmentsOf(text, offered.options);
  const last = named.at(-1);
  const before = named.slice(0, last ? -1 : undefined);
  const filled = new Map(before.map(segment => [segment.option.name, segment.text.trim()] as const));
  const [target] = straightTargets(offered.options, filled);
  if (last && target && straight.trim() !== '') filled.set(target.name, straight.trim());
  const option = last?.option ?? target;
  const typed = last?.text ?? straight;
  const found = option ? await choicesFor(offered, option, typed, filled, completer) : [];
  const done = found.length === 0 || (found.length === 1 && fold(found[0] ?? '') === fold(typed));
  if (!done) return { candidates: found, typed };
  const taken = new Set([...filled.keys(), ...(option && typed.trim() !== '' ? [option.name] : [])]);
  return namesLeft(offered, taken, typed, last !== undefined && typed === '');
}

/** The names of the options that are still free, for the last word of what was typed. */
function namesLeft(
  { options }: Offered,
  taken: ReadonlySet<string>,
  typed: string,
  waiting: boolean,
): Completion {
  if (waiting) return { candidates: [], typed };
  const free = options.filter(option => !taken.has(option.name)).map(option => `${option.name}:`);
  const word = /\S*$/.exec(typed)?.[0] ?? '';
  const begun = word === '' ? [] : free.filter(name => name.startsWith(fold(word)));
  if (begun.length > 0) return { candidates: begun, typed: word };
  const gap = typed === '' || typed.endsWith(' ') ? '' : ' ';
  return { candidates: free.map(name => `${typed}${gap}${name}`), typed };
}

async function choicesFor(
  offered: Offered,
  option: Option,
  typed: string,
  filled: ReadonlyMap<string, string>,
  completer: Completer,
): Promise<readonly string[]> {
  if (option.type === 5) return ['true', 'false'].filter(one => one.startsWith(fold(typed)));
  if (option.type !== 3) return [];
  if (option.choices) {
    return option.choices
      .flatMap(choice => namesOf(choice).slice(0, 1))
      .filter(name => fold(name).startsWith(fold(typed)));
  }
  if (!option.autocomplete) return [];
  const others = [...filled].map(([name, value]): TypedValue => ({ name, type: 3, value }));
  const focused: TypedValue = { name: option.name, type: 3, value: typed.trim(), focused: true };
  const options = nested(offered, [...others, focused]);
  const choices = await completer.choices({ does: 'complete', command: offered.command, options });
  return choices.map(({ name }) => name);
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trimStart();
}
