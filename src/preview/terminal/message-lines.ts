import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
  APISectionComponent,
  APISelectMenuOption,
  APIStringSelectComponent,
} from 'discord-api-types/v10';
import type { TerminalWords } from '../../words/model.ts';
import { parse } from '../discord-markdown.ts';
import { labelOf, pressablesOf } from './controls.ts';
import { beside, markdownLines } from './markdown-lines.ts';
import { type Line, type Look, type Span, tame } from './style.ts';
import { widthOf, wrap } from './wrap.ts';

/** A message as far as it is shown. */
export interface Showable {
  readonly content?: string;
  readonly components?: readonly APIMessageTopLevelComponent[];
  readonly flags?: number;
}

/** What drawing one component needs to know. */
interface Canvas {
  readonly width: number;
  readonly look: Look;
  readonly words: TerminalWords;
  /** All that the message's texts say: an address that stands there is not said again. */
  readonly told: string;
  /** The numbers of buttons and the letters of options. */
  readonly keys: ReadonlyMap<APIButtonComponent | APISelectMenuOption, string | undefined>;
}

const EPHEMERAL = 64;

/** Options of a select that are listed: all of a short one, the first of a long one. */
const [SHORT, LISTED] = [10, 8];

/** A message as rows of the terminal, in the order in which Discord shows it. */
export function messageLines(message: Showable, look: Look, words: TerminalWords): readonly Line[] {
  const { components = [] } = message;
  const keys = new Map(pressablesOf(components).map(({ source, control }) => [source, control.key]));
  const canvas = { width: look.columns, look, words, told: toldBy(components), keys };
  const parts = [
    message.content ? markdownLines(parse(message.content), look.columns, look) : [],
    stacked(components, canvas),
    ((message.flags ?? 0) & EPHEMERAL) === 0 ? [] : [dimmed(words.onlyYou)],
  ];
  return parts.flat();
}

function toldBy(components: readonly APIMessageTopLevelComponent[]): string {
  return components
    .map(component => {
      if (component.type === 10) return component.content;
      return component.type === 17 || component.type === 9 ? toldBy(component.components) : '';
    })
    .join('\n');
}

/** Components below each other, an empty row between them. */
function stacked(components: readonly APIMessageTopLevelComponent[], canvas: Canvas): readonly Line[] {
  return components.flatMap((component, at) => {
    const rows = component.type === 1 && components[at - 1]?.type === 1;
    return [...(at > 0 && !rows ? [[]] : []), ...componentLines(component, canvas)];
  });
}

function componentLines(component: APIMessageTopLevelComponent, canvas: Canvas): readonly Line[] {
  switch (component.type) {
    case 17: {
      const colour = component.accent_color ?? undefined;
      const edge: Span = { text: '│ ', style: colour === undefined ? { dim: true } : { colour } };
      const inside = { ...canvas, width: canvas.width - 2 };
      return beside(edge, edge, stacked(component.components, inside));
    }
    case 10:
      return markdownLines(parse(component.content), canvas.width, canvas.look);
    case 9:
      return sectionLines(component, canvas);
    case 12:
      return component.items.flatMap(item => pictureLines(item.media.url, item.description, canvas));
    case 14:
      return component.divider === false ? [] : [dimmed('─'.repeat(Math.min(canvas.width, 40)))];
    case 13:
      return wrap([{ text: tame(component.file.url), style: { dim: true } }], canvas.width);
    default:
      return rowLines(component, canvas);
  }
}

function sectionLines(section: APISectionComponent, canvas: Canvas): readonly Line[] {
  const texts = section.components.flatMap(({ content }) =>
    markdownLines(parse(content), canvas.width, canvas.look),
  );
  const { accessory } = section;
  if (accessory.type === 2) return [...texts, ...buttonLines([accessory], canvas)];
  return [...texts, ...pictureLines(accessory.media.url, accessory.description, canvas)];
}

function pictureLines(
  url: string,
  alt: string | null | undefined,
  { width, look, words }: Canvas,
): readonly Line[] {
  const label = `[${tame(words.picture(alt ?? '')).replaceAll('\n', ' ')}]`;
  const style = { dim: true };
  if (look.links) return wrap([{ text: label, style: { ...style, href: url } }], width);
  return wrap([{ text: `${label} ${tame(url)}`, style }], width);
}

function rowLines(
  row: APIActionRowComponent<APIComponentInMessageActionRow>,
  canvas: Canvas,
): readonly Line[] {
  const buttons = row.components.filter(one => one.type === 2);
  const selects = row.components.filter(one => one.type === 3);
  return [
    ...(buttons.length > 0 ? buttonLines(buttons, canvas) : []),
    ...selects.flatMap(select => selectLines(select, canvas)),
  ];
}

/**
 * Buttons beside each other, as many as fit, each behind its number if it has one; a button that opens an address
 * carries an arrow, as in Discord.
 */
function buttonLines(
  buttons: readonly APIButtonComponent[],
  { width, look, told, keys }: Canvas,
): readonly Line[] {
  const lines: Span[][] = [];
  const gap = buttons.some(button => keys.get(button) !== undefined) ? '  ' : ' ';
  let filled = 0;
  for (const button of buttons) {
    const spans = buttonSpans(button, keys.get(button));
    const size = widthOf(spans.map(({ text }) => text).join(''));
    if (lines.length === 0 || filled + gap.length + size > width) {
      lines.push([...spans]);
      filled = size;
    } else {
      lines.at(-1)?.push({ text: gap, style: {} }, ...spans);
      filled += gap.length + size;
    }
  }
  const addresses = look.links ? [] : buttons.flatMap(button => ('url' in button ? [button.url] : []));
  const untold = addresses.filter(url => !told.includes(url));
  return [...lines, ...untold.flatMap(url => wrap([{ text: tame(url), style: { dim: true } }], width))];
}

function buttonSpans(button: APIButtonComponent, key: string | undefined): readonly Span[] {
  const label = tame(labelOf(button)).replaceAll('\n', ' ');
  const number: readonly Span[] = key === undefined ? [] : [{ text: `${key} `, style: { dim: true } }];
  if ('url' in button) return [...number, { text: `[${label} ↗]`, style: { bold: true, href: button.url } }];
  return [...number, { text: `[${label}]`, style: button.disabled ? { dim: true } : { bold: true } }];
}

function selectLines(
  { placeholder, options }: APIStringSelectComponent,
  { width, words, keys }: Canvas,
): readonly Line[] {
  const count = options.length > SHORT ? LISTED : options.length;
  const listed = options.slice(0, count).flatMap(option => {
    const { label, description } = option;
    const mark = `  ${keys.get(option) ?? '•'}  `;
    const after: readonly Span[] = description
      ? [{ text: `  ${tame(description)}`, style: { dim: true } }]
      : [];
    const lines = wrap([{ text: tame(label), style: {} }, ...after], width - mark.length);
    return beside({ text: mark, style: { dim: true } }, { text: ' '.repeat(mark.length), style: {} }, lines);
  });
  const more = options.length - count;
  const name = tame(placeholder ?? '').replaceAll('\n', ' ');
  return [
    [{ text: `[${name} ▾]`, style: { bold: true } }],
    ...listed,
    ...(more > 0 ? [dimmed(`  ${words.moreOptions(more)}`)] : []),
  ];
}

function dimmed(text: string): Line {
  return [{ text, style: { dim: true } }];
}
