import type {
  APIButtonComponent,
  APIMessageTopLevelComponent,
  APIStringSelectComponent,
} from 'discord-api-types/v10';

/** What can be pressed on a message, in the order in which it is shown. */
export type Control =
  | { readonly does: 'press'; readonly label: string; readonly customId: string }
  | { readonly does: 'open'; readonly label: string; readonly url: string }
  | { readonly does: 'choose'; readonly label: string; readonly customId: string; readonly value: string };

/** Everything that can be pressed or chosen on these components and in them. Disabled ones are left out. */
export function controlsOf(components: readonly APIMessageTopLevelComponent[]): readonly Control[] {
  return components.flatMap(controlsOfOne);
}

/** The same of one component. */
export function controlsOfOne(component: APIMessageTopLevelComponent): readonly Control[] {
  switch (component.type) {
    case 17:
      return controlsOf(component.components);
    case 9:
      return component.accessory.type === 2 ? buttonControl(component.accessory) : [];
    case 1:
      return component.components.flatMap(one => {
        if (one.type === 2) return buttonControl(one);
        return one.type === 3 ? selectControls(one) : [];
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

function buttonControl(button: APIButtonComponent): readonly Control[] {
  const label = labelOf(button);
  if (button.disabled) return [];
  if ('url' in button) return [{ does: 'open', label, url: button.url }];
  return 'custom_id' in button ? [{ does: 'press', label, customId: button.custom_id }] : [];
}

function selectControls(select: APIStringSelectComponent): readonly Control[] {
  if (select.disabled) return [];
  return select.options.map(({ label, value }) => ({
    does: 'choose',
    label,
    customId: select.custom_id,
    value,
  }));
}

/** A message that was shown, and what can be pressed on it. */
export interface Standing<Message> {
  readonly message: Message;
  readonly controls: readonly Control[];
}

/**
 * What a line presses: on the last message the control of that label, else the button of that number, counted from
 * 1, else the option of that letter; else the control of that label on an earlier message. Brackets around it, its
 * arrow and differences of width and case do not matter; of equal labels the first counts.
 * @param standing the last message first
 */
export function pressedBy<Message>(
  line: string,
  standing: readonly Standing<Message>[],
): { readonly control: Control; readonly message: Message } | undefined {
  const typed = fold(line);
  if (typed === '') return undefined;
  for (const [at, { message, controls }] of standing.entries()) {
    const named = controls.find(({ label }) => fold(label) === typed);
    const control = named ?? (at === 0 ? keyed(typed, controls) : undefined);
    if (control) return { control, message };
    if (isNumber(typed)) return undefined;
  }
  return undefined;
}

function isNumber(typed: string): boolean {
  return /^\d{1,3}$/.test(typed);
}

function keyed(typed: string, controls: readonly Control[]): Control | undefined {
  const options = controls.filter(({ does }) => does === 'choose');
  const buttons = controls.filter(({ does }) => does !== 'choose');
  if (isNumber(typed)) return buttons[Number(typed) - 1];
  return options.find((_, at) => letterOf(at) === typed);
}

/** The letter of an option, by its place among all options of a message: a, b, …, z, aa, ab, … */
export function letterOf(at: number): string {
  const before = at < LETTERS ? '' : letterOf(Math.floor(at / LETTERS) - 1);
  return before + String.fromCharCode(97 + (at % LETTERS));
}

const LETTERS = 26;

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\s[【]+|[\s\]】↗▾]+$/gu, '');
}
