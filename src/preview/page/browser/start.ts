import type { Start } from '../wire.ts';

/** What the document brought along. Throws where it brought nothing, which only a changed document can do. */
export function readStart(): Start {
  const text = document.getElementById('start')?.textContent;
  if (!text) throw new Error('The document holds nothing to start with. Load the page again.');
  return JSON.parse(text);
}
