import { kindTitle } from '../tags/boxes.ts';
import { closeBox, openBox, titleLine } from '../text/markdown.ts';

/** `!!! note "Title"`, `??? tip`, `!!! note Title`: Python's Markdown, and a plugin of Hexo. */
const box = /^([ \t]{0,40})(?:!!!|\?\?\?\+?)[ \t]+([a-z][\w-]*)[ \t]*(.*)$/i;

/** `=== "Tab"` */
const tab = /^([ \t]{0,40})===[!+]{0,2}[ \t]+"([^"\n]+)"[ \t]*$/;

const fence = /^[ \t>]{0,40}(`{3,}|~{3,})/;

/** Most that stand within one another. */
const deepest = 20;

/** The offset in `lines` after those that stand further in than `margin`. */
function endOfBlock(lines: readonly string[], start: number, margin: number): number {
  const isInside = (line: string) =>
    line.trim() === '' || line.replaceAll('\t', '    ').search(/\S/) >= margin + 3;
  let end = start;
  while (end < lines.length && isInside(lines[end] ?? '')) end++;
  while (end > start && lines[end - 1]?.trim() === '') end--;
  return end;
}

function dedented(lines: readonly string[]): readonly string[] {
  const spaced = lines.map(line => line.replace(/^\t/, '    '));
  const margins = spaced.filter(line => line.trim() !== '').map(line => line.search(/\S/));
  const margin = Math.min(...margins.slice(0, 1), 80);
  return spaced.map(line => line.slice(Math.min(margin, Math.max(0, line.search(/\S/)))));
}

function titleOf(rest: string): string {
  const quoted = /"((?:[^"\\]|\\.)*)"\s*$/.exec(rest);
  return (quoted?.[1] ?? rest.replace(/\b(?:inline|end)\b/g, '')).trim();
}

interface Opened {
  readonly margin: string;
  readonly before: string;
  readonly after: string;
}

function openedBy(line: string): Opened | undefined {
  const tabbed = tab.exec(line);
  if (tabbed !== null) return { margin: tabbed[1] ?? '', before: titleLine(tabbed[2] ?? ''), after: '' };
  const [, margin = '', kind = '', rest = ''] = box.exec(line) ?? [];
  if (kind === '') return undefined;
  const name = kindTitle(kind) ?? kind.charAt(0).toUpperCase() + kind.slice(1);
  // An empty title is one that nobody wants.
  const title = /""\s*$/.test(rest) ? undefined : titleOf(rest) || name;
  return { margin, before: openBox(title), after: closeBox };
}

function lowered(lines: readonly string[], depth: number): readonly string[] {
  const written: string[] = [];
  let open: string | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const mark = fence.exec(line)?.[1];
    const opened = open === undefined && mark === undefined && depth < deepest ? openedBy(line) : undefined;
    const end = opened === undefined ? index : endOfBlock(lines, index + 1, opened.margin.length);
    if (opened === undefined || end === index + 1) {
      written.push(line);
      if (mark !== undefined && open === undefined) open = mark;
      else if (mark !== undefined && open !== undefined && mark.startsWith(open)) open = undefined;
      continue;
    }
    const inside = lowered(dedented(lines.slice(index + 1, end)), depth + 1);
    const all = `\n${opened.before}\n\n${inside.join('\n')}\n\n${opened.after}`.split('\n');
    written.push(...all.map(one => (one === '' ? '' : opened.margin + one)));
    index = end - 1;
  }
  return written;
}

/**
 * Boxes and tabs whose content is indented below a line of `!!!`, `???` or `===`, as elements that Markdown stands in.
 * Fenced code stays as it is.
 */
export function lowerIndentedBoxes(text: string): string {
  if (!/^[ \t]*(?:!!!|\?\?\?\+?|===[!+]{0,2})[ \t]+["a-z]/im.test(text)) return text;
  return lowered(text.split('\n'), 0).join('\n');
}
