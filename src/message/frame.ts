import type { APIButtonComponent, APIComponentInContainer } from 'discord-api-types/v10';
import type { Words } from '../words/model.ts';
import { limits } from './limits.ts';
import type { Layout, Message, Row } from './model.ts';
import { buttons, press, small, text } from './parts.ts';
import type { Route } from './route.ts';

/** Quoth's colour at a container's edge. */
const accent = 0x3f7d78;

/** Message flags: only the asker sees it; it is made of components. */
export const flags = { ephemeral: 1 << 6, components: 1 << 15 } as const;

/** No message ever pings. */
const noMentions = { parse: [] } as const;

/** What surrounds every answer, whatever it shows. */
export interface Around {
  /** Whether Discord shows it to the asker alone. */
  readonly ephemeral: boolean;
  /** Sentences above it, as Discord Markdown. */
  readonly notes?: readonly string[];
  /** A small line below it, as Discord Markdown. */
  readonly signature?: string;
  /** What *Post to channel* shows. */
  readonly share?: Route;
  /** Whether it carries 🗑. */
  readonly removable?: boolean;
}

const labelled = (row: Row): number =>
  row.components.filter(one => one.type === 2 && 'label' in one && one.label !== '🗑').length;

/** Whether another button can stand in a row: at most three with words in it (digits are narrow), five in all. */
function hasRoom(row: Row | undefined, wordy: boolean): row is Row {
  if (row === undefined || row.components.some(one => one.type !== 2)) return false;
  const digits = row.components.every(
    one => one.type === 2 && 'label' in one && /^\d+$/.test(one.label ?? ''),
  );
  const most = wordy && !digits ? 3 : limits.buttonsInRow;
  return (wordy && !digits ? labelled(row) : row.components.length) < most;
}

function withButton(rows: readonly Row[], one: APIButtonComponent, wordy: boolean): readonly Row[] {
  const last = rows.at(-1);
  if (!hasRoom(last, wordy)) return [...rows, ...buttons(one)];
  const kept = last.components.filter(component => component.type === 2);
  return [...rows.slice(0, -1), ...buttons(...kept, one)];
}

/** The rows with what every answer can carry: *Post to channel*, 🗑. */
function controls(layout: Layout, words: Words, around: Around): readonly Row[] {
  const { postToChannel, takeAway } = words.buttons;
  const rows = around.removable ? layout.rows : [...layout.rows, ...(layout.ownRows ?? [])];
  const shared = around.share
    ? withButton(rows, press(postToChannel, { do: 'share', route: around.share }), true)
    : rows;
  return around.removable ? withButton(shared, press(takeAway, { do: 'remove' }), false) : shared;
}

/** A layout as the message that Discord is sent: one container, mentions suppressed, flags set. */
export function frame(layout: Layout, words: Words, around: Around): Message {
  const notes = around.notes ?? [];
  const inside: readonly APIComponentInContainer[] = [
    ...(notes.length > 0 ? [text(notes.join('\n'))] : []),
    ...layout.body,
    ...(around.removable ? [] : (layout.ownBody ?? [])),
    ...(around.signature ? [text(small(around.signature))] : []),
    ...controls(layout, words, around),
  ];
  return {
    flags: flags.components | (around.ephemeral ? flags.ephemeral : 0),
    components: [{ type: 17, accent_color: accent, components: [...inside] }],
    allowed_mentions: noMentions,
  };
}

/** A plain message without components, such as a quote to copy: content of at most 2,000 characters. */
export const plain = (content: string, ephemeral: boolean): Message => ({
  content,
  flags: ephemeral ? flags.ephemeral : 0,
  allowed_mentions: noMentions,
});
