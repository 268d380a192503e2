import { gzipSync } from 'node:zlib';
import { openStand } from '../preview/page/visit.ts';
import { middle } from './measure.ts';
import type { Row } from './table.ts';

const times = 9;

/** From opening the preview's page in a fresh window to its first answer on it, and what the page weighs. */
export async function bench(): Promise<readonly Row[]> {
  const stand = await openStand();
  const firsts: number[] = [];
  try {
    for (let done = 0; done <= times; done++) {
      const begun = performance.now();
      const visit = await stand.visit({ ask: ['/post latest'] });
      await visit.newest();
      // The first visit starts the browser.
      if (done > 0) firsts.push(performance.now() - begun);
      await visit.close();
    }
    const parts = await Promise.all(
      ['/', '/page.js', '/page.css', '/icon.svg'].map(async path =>
        (await fetch(`${stand.url}${path}`)).arrayBuffer(),
      ),
    );
    const weight = parts.reduce((sum, part) => sum + gzipSync(part).length, 0);
    const numbers = {
      'first answer ms': middle(firsts),
      'slowest ms': Math.max(...firsts),
      'gzipped KB': weight / 1000,
    };
    return [{ what: 'opening the preview', numbers }];
  } finally {
    await stand.close();
  }
}
