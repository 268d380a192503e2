import type {
  APIButtonComponent,
  APIMessageTopLevelComponent,
  APISelectMenuOption,
  APIStringSelectComponent,
} from 'discord-api-types/v10';
import { decode } from '../../message/route.ts';

/** What can be pressed on a message. */
export type Control = {
  readonly label: string;
  /** What may be typed instead of the label: a button's number, or an option's letter. It is shown beside it. */
  readonly key?: string;
} & (
  | { readonly does: 'press'; readonly customId: string }
  | { readonly does: 'open'; readonly url: string }
  | { readonly does: 'choose'; readonly customId: string; readonly value: string }
);

/** A button or an option of a select as it stands in the message, and what it does. */
export interface Pressable {
  readonly source: APIButtonComponent | APISelectMenuOption;
  readonly control: Control;
}

/**
 * Everything that can be pressed or chosen on these components and in them, in the order in which it is shown.
 * Disabled ones are left out. Options have letters. Buttons have numbers, counted from 1, unless labels on the
 * message are numbers themselves; none has a button that shows something to others, takes something away, or does
 * what cannot be told: those are pressed by name.
 */
export function pressablesOf(components: readonly APIMessageTopLevelComponent[]): readonly Pressable[] {
  const bare = components.flatMap(pressablesOfOne);
  const isNumbered = bare.some(({ control }) => control.does !== 'choose' && isNumber(fold(control.label)));
  let [buttons, options] = [0, 0];
  return bare.map(({ source, control }) => {
    if (control.does === 'choose') return { source, control: { ...control, key: letterOf(options++) } };
    if (isNumbered || !isHarmless(control)) return { source, control };
    return { source, control: { ...control, key: String(++buttons) } };
  });
}

/** What can be pressed, without where it stands. */
export function controlsOf(components: readonly APIMessageTopLevelComponent[]): readonly Control[] {
  return pressablesOf(components).map(({ control }) => control);
}

function isHarmless(control: Control): boolean {
  return control.does === 'open' || (control.does === 'press' && decode(control.customId).do === 'go');
}

function pressablesOfOne(component: APIMessageTopLevelComponent): readonly Pressable[] {
  switch (component.type) {
    case 17:
      return component.components.flatMap(pressablesOfOne);
    case 9:
      return component.accessory.type === 2 ? buttonPressable(component.accessory) : [];
    case 1:
      return component.components.flatMap(one => {
        if (one.type === 2) return buttonPressable(one);
        return one.type === 3 ? selectPressables(one) : [];
      });
    default:
      return [];
  }
}

/** The label as it is shown, its emoji before it. */
export function labelOf(button: APIButtonComponent): string {
  const emoji = 'emoji' in button ? button.emoji?.name : undefined;
  const label = 'label' in button ? button.label : undefined;
  return [emoji, label].filter(part => part !== undefined && part !== '').join(' ');
}

function buttonPressable(source: APIButtonComponent): readonly Pressable[] {
  const label = labelOf(source);
  if (source.disabled) return [];
  if ('url' in source) return [{ source, control: { does: 'open', label, url: source.url } }];
  if (!('custom_id' in source)) return [];
  return [{ source, control: { does: 'press', label, customId: source.custom_id } }];
}

function selectPressables(select: APIStringSelectComponent): readonly Pressable[] {
  if (select.disabled) return [];
  const { custom_id: customId } = select;
  return select.options.map(source => {
    const { label, value } = source;
    return { source, control: { does: 'choose', label, customId, value } };
  });
}

/** A message that was shown, and what can be pressed on it. */
export interface Standing<Message> {
  readonly message: Message;
  readonly controls: readonly Control[];
}

/**
 * What a line presses: on the last message on which anything can be pressed the control of that label, else of that
 * key; else the control of that label on an earlier message. Brackets around it, its arrow and differences of width
 * and case do not matter; of equal labels the first counts. A number never means an earlier message.
 * @param standing the last message first
 */
export function pressedBy<Message>(
  line: string,
  standing: readonly Standing<Message>[],
): { readonly control: Control; readonly message: Message } | undefined {
  const typed = fold(line);
  if (typed === '') return undefined;
  const pressable = standing.filter(({ controls }) => controls.length > 0);
  for (const [at, { message, controls }] of pressable.entries()) {
    const named = controls.find(({ label }) => fold(label) === typed);
    const control = named ?? (at === 0 ? controls.find(({ key }) => key === typed) : undefined);
    if (control) return { control, message };
    if (isNumber(typed)) return undefined;
  }
  return undefined;
}

/** The numbers that press something: those of the last message on which anything can be pressed. */
export function numbersOn(standing: readonly Standing<unknown>[]): readonly string[] {
  const last = standing.find(({ controls }) => controls.length > 0);
  const typable = (last?.controls ?? []).map(({ key, label }) => key ?? fold(label));
  return typable.filter(isNumber);
}

/** Whether a line is but a number, with brackets around it or not. */
export function isNumberTyped(line: string): boolean {
  return /^\d{1,9}$/.test(fold(line));
}

function isNumber(folded: string): boolean {
  return /^\d{1,3}$/.test(folded);
}

/** The letter of an option, by its place among all options of a message: a, b, …, z, aa, ab, … */
export function letterOf(at: number): string {
  const before = at < LETTERS ? '' : letterOf(Math.floor(at / LETTERS) - 1);
  return before + String.fromCharCode(97 + (at % LETTERS));
}

const LETTERS = 26;

/** A label as it is compared: without brackets, its arrow, and differences of width and case. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\s[【]+|(?<![\s\]】↗▾])[\s\]】↗▾]+$/gu, '');
}
