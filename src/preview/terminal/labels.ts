import { locales, wordsOf } from '../../words/words.ts';
import { fold } from './controls.ts';

/** Whether some answer of Quoth's may carry a button that is called so, with whatever number in it. */
export function isLabelOfQuoth(typed: string): boolean {
  return all.has(shapeOf(typed));
}

/** A label with its numbers made equal. */
function shapeOf(label: string): string {
  return fold(label).replace(/\d+/g, '0');
}

const all: ReadonlySet<string> = new Set(
  locales.flatMap(locale => {
    const {
      points,
      previousPoint,
      nextPoint,
      pointElsewhere,
      inLanguage: _,
      ...fixed
    } = wordsOf(locale).buttons;
    const kinds = [undefined, 'insight', 'point', 'takeaway', 'conclusion', 'view'] as const;
    const counted = kinds.flatMap(kind => [points(1, kind), points(2, kind)]);
    return [...Object.values(fixed), previousPoint(1), nextPoint(1), pointElsewhere(1), ...counted].map(
      shapeOf,
    );
  }),
);
