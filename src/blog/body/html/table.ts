import type { Element } from 'hast';
import { defaultHandlers, type Handle } from 'hast-util-to-mdast';
import type { Nodes } from 'mdast';
import { within } from './nodes.ts';

/** Most columns and rows that a cell may say it spans. */
const mostSpanned = 30;

/** What makes a table one that only lays out the page. */
const blocks = /^(?:pre|table|h[1-6]|blockquote|plain-iframe|video|details)$/;

const lineNumbers = /^(?:gutter|linenos?|line-?numbers?|lineno|rouge-gutter)$/;

function classesOf({ properties }: Element): readonly string[] {
  const { className } = properties;
  return Array.isArray(className) ? className.map(String) : String(className ?? '').split(/\s+/);
}

/** The cells of a table, without those of tables in it and those that only number lines of code. */
function cellsOf(element: Element): readonly Element[] {
  return element.children.flatMap(child => {
    if (child.type !== 'element') return [];
    if (child.tagName !== 'td' && child.tagName !== 'th') return cellsOf(child);
    return classesOf(child).some(name => lineNumbers.test(name)) ? [] : [child];
  });
}

function holdsBlocks(element: Element): boolean {
  return element.children.some(
    child => child.type === 'element' && (blocks.test(child.tagName) || holdsBlocks(child)),
  );
}

/** A table; its cells one after the other where it only lays out what a table of Discord or Markdown cannot hold. */
export const table: Handle = (state, element) => {
  if (!holdsBlocks(element)) return defaultHandlers.table(state, element);
  const captions = element.children.filter(child => child.type === 'element' && child.tagName === 'caption');
  return [...captions, ...cellsOf(element)].flatMap<Nodes>(cell =>
    cell.type === 'element' ? state.toFlow(state.all(cell)) : [],
  );
};

function clamped(span: unknown): number {
  const number = Number.parseInt(String(span ?? 1), 10);
  return Number.isNaN(number) ? 1 : Math.min(Math.max(number, 1), mostSpanned);
}

/** A cell, whose blocks stand on lines of their own. */
export const tableCell: Handle = (state, element) => {
  const { rowSpan, colSpan } = element.properties;
  const properties = { ...element.properties, rowSpan: clamped(rowSpan), colSpan: clamped(colSpan) };
  const cell = defaultHandlers.td(state, { ...element, properties });
  return { ...cell, children: within(cell.children) };
};
