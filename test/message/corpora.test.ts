import { afterAll, describe, expect, test } from 'vitest';
import { type Row, table } from '../bench/table.ts';
import { fidelityOf } from './fidelity/blog.ts';
import { corpora } from './fidelity/corpora.ts';

/** How many of a list of faults are shown: the first say what kind they are. */
const shown = 10;

describe.skipIf(corpora.length === 0)(
  'real blogs in Discord (skipped where their files are not beside the repository)',
  () => {
    const rows: Row[] = [];
    afterAll(() => console.info(table('blog', rows)));

    test.each(corpora)('%s: every post whole, every answer taken', { timeout: 180_000 }, async name => {
      const { files, served, hidden, unreadable, pages, characters, lost, answers, seconds, ...faulty } =
        await fidelityOf(name);
      const refused = faulty.refused.length;
      const counts = {
        files,
        served,
        hidden,
        unreadable,
        pages,
        characters,
        lost,
        answers,
        refused,
        seconds,
      };
      rows.push({ what: name, numbers: counts });
      expect(faulty.missed).toEqual([]);
      expect(faulty.faults.slice(0, shown)).toEqual([]);
      expect(faulty.refused.slice(0, shown)).toEqual([]);
      expect({ lost, named: served + hidden + unreadable }).toEqual({ lost: 0, named: files });
      expect(Math.min(served, pages, characters)).toBeGreaterThan(0);
    });
  },
);
