import { kindTitle } from '../tags/boxes.ts';
import { closeBox, openBox } from '../text/markdown.ts';

/** A fence of a plugin for Obsidian, in which Markdown stands: ```` ```ad-note ````. */
const opening = /^([ \t>]{0,20})(`{3,}|~{3,})ad-([a-z][\w-]*)[ \t]*$/i;

const option = /^[ \t>]*(title|collapse|icon|color|metadata):[ \t]*(?![ \t])(.*)$/i;

function isClosing(line: string, mark: string): boolean {
  const text = line.replace(/^[ \t>]{0,20}/, '').trimEnd();
  return text.length >= mark.length && text === (mark[0] ?? '').repeat(text.length);
}

/** Where the fence closes that opens at `start`; -1 where it does not. */
function closingAfter(lines: readonly string[], start: number, mark: string): number {
  for (let index = start + 1; index < lines.length; index++)
    if (isClosing(lines[index] ?? '', mark)) return index;
  return -1;
}

/** What its first lines say of it, and the others. */
function readOptions(lines: readonly string[]): {
  readonly title?: string;
  readonly body: readonly string[];
} {
  const count = lines.findIndex(line => !option.test(line));
  const body = count < 0 ? [] : lines.slice(count);
  const options = (count < 0 ? lines : lines.slice(0, count)).map(line => option.exec(line));
  return { title: options.find(found => found?.[1]?.toLowerCase() === 'title')?.[2], body };
}

/** Blocks of code that are boxes beside the text, as such boxes. All other code stays as it is. */
export function lowerAdmonitionCode(text: string): string {
  if (!/^[ \t>]*(?:`{3,}|~{3,})ad-/im.test(text)) return text;
  const lines = text.split('\n');
  const written: string[] = [];
  let openFence: string | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const [, margin = '', mark = '', kind = ''] = (openFence === undefined && opening.exec(line)) || [];
    const end = mark === '' ? -1 : closingAfter(lines, index, mark);
    const fence = /^[ \t>]{0,20}(`{3,}|~{3,})/.exec(line)?.[1];
    if (end < 0) {
      written.push(line);
      if (openFence === undefined) openFence = fence;
      else if (isClosing(line, openFence)) openFence = undefined;
      continue;
    }
    const { title, body } = readOptions(lines.slice(index + 1, end));
    const box = openBox(title ?? kindTitle(kind) ?? kind).split('\n');
    const after = closeBox.split('\n');
    written.push(...box.map(one => margin + one), ...body, ...after.map(one => margin + one));
    index = end;
  }
  return written.join('\n');
}
