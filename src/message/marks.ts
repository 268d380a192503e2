import { escapeText } from './markdown/escape.ts';
import { cut } from './shorten.ts';

/** An id as Discord shows it by name; text that is no id, such as a name given by the preview, as it is. */
const byName = (sign: string, id: string): string =>
  /^\d{1,20}$/.test(id) ? `<${sign}${id}>` : escapeText(cut(id, 32));

/** Marks that Discord shows as a name. They notify nobody where the message suppresses mentions. */
export const userMark = (id: string): string => byName('@', id);
export const roleMark = (id: string): string => byName('@&', id);
export const channelMark = (id: string): string => byName('#', id);

/** How a moment is shown: how far off it is, as a day, as a time, as both. */
export type TimeStyle = 'R' | 'D' | 't' | 'f';

/** A moment, in milliseconds since 1970, that each reader sees in their own zone and language. */
export const timeMark = (moment: number, style: TimeStyle): string =>
  `<t:${Math.floor(moment / 1_000)}:${style}>`;
