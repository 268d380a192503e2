import type { Locale } from '../../../../words/model.ts';
import type { Offered } from '../../../offered.ts';
import type { Start } from '../../wire.ts';
import type { ComboOption } from './combo.tsx';
import { describe, nameIn } from './draft.ts';

/** The commands that fit what was typed after the slash, by name first, then by what they are for. */
export function picked(
  text: string,
  offered: readonly Offered[],
  { commands }: Start,
  locale: Locale,
): readonly ComboOption[] {
  const typed = text.slice(1).trim().toLowerCase();
  const rows = offered.map(one => ({ one, detail: describe(one, commands, locale) }));
  const rank = ({ one, detail }: (typeof rows)[number]): number => {
    const title = one.title.slice(1).toLowerCase();
    if (title.startsWith(typed)) return 0;
    if (title.split(' ').some(word => word.startsWith(typed))) return 1;
    return detail.toLowerCase().includes(typed) ? 2 : 3;
  };
  return rows
    .map(row => ({ row, rank: rank(row) }))
    .filter(({ rank: place }) => place < 3)
    .sort((one, other) => one.rank - other.rank)
    .map(({ row: { one, detail } }) => ({
      key: one.title,
      label: one.title,
      detail,
      aside: one.options
        .filter(option => option.required)
        .map(option => nameIn(option, locale))
        .join(' '),
    }));
}
