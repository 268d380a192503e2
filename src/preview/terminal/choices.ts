import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
} from 'discord-api-types/v10';
import type { Act, TypedValue } from '../interaction.ts';
import { namesOf, nested, type Offered } from '../offered.ts';
import { fold } from './segments.ts';
import { tame } from './style.ts';
import type { Filled } from './typed.ts';

/** The bot's own completion. */
export type AskChoices = (
  act: Extract<Act, { does: 'complete' }>,
) => Promise<readonly APIApplicationCommandOptionChoice[]>;

/** An option of a command while a text is typed into it. */
export interface Typing {
  readonly option: APIApplicationCommandBasicOption;
  readonly typed: string;
  /** The other options, as far as they are filled in. */
  readonly others: Filled;
}

/** Names of what can be chosen for an option: its fixed choices, yes and no, or what the bot offers. */
export async function choicesFor(
  offered: Offered,
  { option, typed, others }: Typing,
  ask: AskChoices,
): Promise<readonly string[]> {
  const begins = (name: string) => fold(name).startsWith(fold(typed));
  if (option.type === 5) return ['true', 'false'].filter(begins);
  if (option.type !== 3) return [];
  if (option.choices) return option.choices.flatMap(choice => namesOf(choice).slice(0, 1)).filter(begins);
  if (!option.autocomplete) return [];
  const filled = [...others].map(([name, value]): TypedValue => ({ name, type: 3, value }));
  const focused: TypedValue = { name: option.name, type: 3, value: typed.trim(), focused: true };
  const options = nested(offered, [...filled, focused]);
  const choices = await ask({ does: 'complete', command: offered.command, options });
  return choices.map(({ name }) => tame(name).replace(/\s+/g, ' ').trim());
}

/** Whether what is typed stands in one of the names. */
export function isIn(names: readonly string[], typed: string): boolean {
  return names.some(name => fold(name).includes(fold(typed)));
}

/**
 * The likeliest of several ways to fill a command in: the first whose last text stands in a name that the bot offers
 * for it, given the others; else the last for which the bot offers something; else the last.
 */
export async function likeliest(offered: Offered, ways: readonly Filled[], ask: AskChoices): Promise<Filled> {
  let likely: Filled | undefined;
  for (const way of ways) {
    const option = offered.options.findLast(({ name, required }) => required && way.has(name));
    if (!option) continue;
    const typed = way.get(option.name) ?? '';
    const others = new Map([...way].filter(([name]) => name !== option.name));
    const names = await choicesFor(offered, { option, typed, others }, ask);
    if (isIn(names, typed)) return way;
    if (names.length > 0) likely = way;
  }
  return likely ?? ways.at(-1) ?? new Map();
}
