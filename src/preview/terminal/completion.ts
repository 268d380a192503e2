import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { type Offered, offeredBy } from '../offered.ts';
import { type AskChoices, choicesFor, isIn, type Typing } from './choices.ts';
import { divisions, isWhole, textOf } from './divisions.ts';
import { fold, quoted, segmentsOf, tokensOf, unquotedSoFar } from './segments.ts';
import { findOffered, straightTargets, waysToRead, withoutSlash } from './typed.ts';

/** What Tab does at the end of a line. */
export interface Completion {
  /** The end of the line, in whose place `insert` is put. */
  readonly typed: string;
  /** Absent where there are several to choose from, or none. */
  readonly insert?: string;
  /** What there is to choose from, to be shown. */
  readonly shown: readonly string[];
}

/** What can be completed, and the bot's own completion behind it. */
export interface Completer {
  readonly commands: RESTPutAPIApplicationCommandsJSONBody;
  /** Labels of what can be pressed on the last answers. */
  readonly labels: readonly string[];
  readonly choices: AskChoices;
}

/**
 * Completes a line up to the cursor: names of commands, labels of buttons, and after a command what the bot offers
 * for the option that is being typed. A choice is inserted by its name, which resolves as its value does, in
 * quotation marks where it would else be read as something more or less.
 */
export async function complete(line: string, completer: Completer): Promise<Completion> {
  const offered = offeredBy(completer.commands);
  const text = withoutSlash(`${line}.`).slice(0, -1);
  const found = findOffered(text, offered);
  const options = found && text.slice(found.after);
  if (found && options !== undefined && /^\s/.test(options)) {
    return await completeOptions(found.offered, options.trimStart(), completer);
  }
  const typed = line.trimStart();
  return chosenFrom(typed, begunBy(typed, offered, completer.labels));
}

interface Candidate {
  readonly name: string;
  readonly insert: string;
}

function chosenFrom(typed: string, candidates: readonly Candidate[]): Completion {
  const [first, ...others] = candidates;
  if (!first) return { typed, shown: [] };
  if (others.length === 0) return { typed, insert: first.insert, shown: [] };
  const names = candidates.map(({ name }) => name);
  const begun = commonStart(names);
  const [plain, mark] = [unquotedSoFar(typed), typed.startsWith('"') ? '"' : ''];
  if (plain.trim() !== '' && begun.length > plain.length && fold(begun).startsWith(fold(plain)))
    return { typed, insert: `${mark}${begun}`, shown: [] };
  return { typed, shown: names };
}

function commonStart(names: readonly string[]): string {
  const [first = '', ...others] = names;
  const characters = Array.from(first);
  let start = '';
  for (const character of characters) {
    if (!others.every(name => name.startsWith(start + character))) break;
    start += character;
  }
  return start;
}

function begunBy(
  typed: string,
  offered: readonly Offered[],
  labels: readonly string[],
): readonly Candidate[] {
  const commands = offered.map(one => {
    const name = /^[/／]|^$/.test(typed) ? one.title : one.title.slice(1);
    return { name, insert: isOpenEnded(one) ? `${name} ` : name };
  });
  return [...commands, ...labels.map(name => ({ name, insert: name }))].filter(({ name }) =>
    fold(name).startsWith(fold(typed)),
  );
}

function isOpenEnded({ options }: Offered): boolean {
  return options.some(option => option.required === true);
}

/** A reading of the end of a text: which option is being typed, and how that stands there. */
interface Attempt extends Typing {
  readonly raw: string;
}

async function completeOptions(offered: Offered, text: string, completer: Completer): Promise<Completion> {
  const { attempt, names } = await bestAttempt(offered, text, completer.choices);
  if (!attempt) return namesLeft(offered, taken(offered, text), text);
  const { option, typed, raw, others } = attempt;
  const candidates = names.map(name => ({ name, insert: insertable(name, offered, text, attempt) }));
  const [only] = candidates;
  const isDone = names.length === 0 || (names.length === 1 && raw.startsWith(only?.insert ?? ''));
  if (!isDone) return chosenFrom(raw, candidates);
  if (typed === '') return { typed: '', shown: [] };
  return namesLeft(offered, new Set([...others.keys(), option.name]), raw);
}

function taken({ options }: Offered, text: string): ReadonlySet<string> {
  return new Set(segmentsOf(text, options).named.map(({ option }) => option.name));
}

/** Of all readings the first for which a name holds what was typed, else the first for which there are names. */
async function bestAttempt(
  offered: Offered,
  text: string,
  ask: AskChoices,
): Promise<{ readonly attempt?: Attempt; readonly names: readonly string[] }> {
  const attempts = attemptsAt(offered, text);
  const [first] = attempts;
  let best: { readonly attempt: Attempt; readonly names: readonly string[] } | undefined;
  for (const attempt of attempts) {
    const names = await choicesFor(offered, attempt, ask);
    if (isIn(names, attempt.typed)) return { attempt, names };
    if (names.length > 0) best ??= { attempt, names };
  }
  return best ?? { ...(first ? { attempt: first } : {}), names: [] };
}

function attemptsAt({ options }: Offered, text: string): readonly Attempt[] {
  const { straight, named, last } = segmentsOf(text, options);
  const { option } = last;
  const before = named.slice(0, option ? -1 : undefined);
  const others = new Map(before.map(one => [one.option.name, one.text] as const));
  const targets = straightTargets(options, new Set([...others.keys(), ...(option ? [option.name] : [])]));
  const earlier = option || last.typed.trim() === '' ? straight : straight.slice(0, -last.typed.length);
  if (earlier.trim() !== '' && targets[0]) others.set(targets[0].name, earlier.trim());
  if (option) return [{ option, typed: unquotedSoFar(last.typed.trim()), raw: last.typed, others }];
  return straightAttempts(last.typed.trimStart(), targets.slice(earlier.trim() === '' ? 0 : 1), others);
}

/** Readings of straight text at the end: all of it for the first option, or the end of it for a later one. */
function straightAttempts(
  raw: string,
  targets: readonly Typing['option'][],
  others: Typing['others'],
): readonly Attempt[] {
  const [target] = targets;
  if (!target) return [];
  if (targets.length === 1) return [{ option: target, typed: raw.trim(), raw, others }];
  const tokens = /^$|\s$/.test(raw) ? [...tokensOf(raw), { text: '', from: raw.length }] : tokensOf(raw);
  return targets.flatMap((option, at) =>
    divisions(tokens, at + 1)
      .filter(parts => parts.length === at + 1 && parts.every(isWhole))
      .map(parts => {
        const end = raw.slice(parts.at(-1)?.[0]?.from ?? 0);
        const given = parts
          .slice(0, -1)
          .map((part, place) => [targets[place]?.name ?? '', textOf(part)] as const);
        return { option, typed: unquotedSoFar(end.trim()), raw: end, others: new Map([...others, ...given]) };
      }),
  );
}

/** Stands for what may be typed next. */
const NEXT = ' x x';

/** A name so written that it is read back as just that, also once the next required option is typed behind it. */
function insertable(
  name: string,
  { options }: Offered,
  text: string,
  { option, raw, others }: Attempt,
): string {
  const before = text.slice(0, text.length - raw.length);
  const goesOn = options.some(one => one.required && one.name !== option.name && !others.has(one.name));
  const readsBack = (written: string) =>
    waysToRead(`${before}${written}${goesOn ? NEXT : ''}`, options).every(
      way => way.get(option.name) === name,
    );
  const forms = [name, quoted(name)];
  const written = forms.find(readsBack) ?? `${option.name}:${quoted(name)}`;
  return goesOn ? `${written} ` : written;
}

/** The names of the options that are still free: the one that the last word begins, else all of them are shown. */
function namesLeft({ options }: Offered, filled: ReadonlySet<string>, typed: string): Completion {
  const free = options.filter(option => !filled.has(option.name)).map(option => `${option.name}:`);
  const word = /(?<!\S)\S*$/.exec(typed)?.[0] ?? '';
  const begun = word === '' ? [] : free.filter(name => name.startsWith(fold(word)));
  if (begun.length > 0)
    return chosenFrom(
      word,
      begun.map(name => ({ name, insert: name })),
    );
  return { typed: '', shown: free, ...(free.length > 0 && word !== '' ? { insert: ' ' } : {}) };
}
