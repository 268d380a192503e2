import type { PhrasingContent, Root, RootContent } from 'mdast';
import { renderParts } from './markdown/render.ts';
import { textOf } from './markdown/runs.ts';
import { type Block, tame } from './markdown/tame.ts';
import type { Page } from './model.ts';
import { levels } from './paging/breaks.ts';
import { pageEnd, type Step } from './paging/choose.ts';
import { type Extents, measure } from './paging/extent.ts';
import { fits, type Limits } from './paging/limits.ts';
import { load } from './paging/load.ts';
import { slice } from './paging/slice.ts';
import { cutUp, type Unit, unitsOf } from './paging/units.ts';

/** What a page comes near: 1,200 CJK or 2,400 Latin characters. */
const aim = 2_400;

/** What a page holds at most, in UTF-16 units of Markdown: a message's 4,000 less its heading and small lines. */
const most = 3_600;

/** Whether a message can hold a page. */
function isWithin({ parts }: Page, limits: Limits): boolean {
  const length = parts.reduce((sum, part) => sum + (part.kind === 'text' ? part.text.length : 0), 0);
  return fits(load({ length }), parts.length, limits);
}

const pageOf = (nodes: readonly RootContent[]): Page => ({ nodes, parts: renderParts(nodes) });

/** A page of what has so many marks that it does not fit: its text alone. */
const plainPage = (nodes: readonly RootContent[]): Page =>
  pageOf([{ type: 'paragraph', children: [{ type: 'text', value: textOf(nodes) }] }]);

/** A tree as it is paged. */
interface Source {
  readonly root: Root & { readonly children: readonly (Block | PhrasingContent)[] };
  readonly extents: Extents;
  readonly units: Unit[];
  readonly limits: Limits;
}

interface Cut {
  readonly page: Page;
  /** Index of the unit that the next page begins with, and its place in the tree. */
  readonly end: number;
  readonly to: number;
}

/** Cuts up the block that a page cannot hold beside the heading that leads on to it; false where there is none. */
function cutBound({ units }: Source, { end, level }: Step): boolean {
  const block = units[end]?.whole;
  if (level !== levels.bound || block === undefined) return false;
  units.splice(end, 1, ...cutUp(block));
  return true;
}

/** The page that begins with the unit `start`, at `from` in the tree; none where the tree has ended. */
function cutPage(source: Source, start: number, from: number): Cut | undefined {
  const { root, extents, units } = source;
  let { limits } = source;
  let chosen = pageEnd(units, start, limits);
  while (chosen) {
    if (!cutBound(source, chosen)) {
      let { end } = chosen;
      while (units[end]?.parts.length === 0) end++;
      const to = units.slice(start, end).reduce((place, { size }) => place + size, from);
      const page = pageOf(slice(root, { extents, from, to }));
      if (isWithin(page, source.limits)) return { page, end, to };
      if (chosen.end === start + 1) return { page: plainPage(page.nodes), end, to };
      limits = { ...limits, most: chosen.load.length * 0.85 };
    }
    chosen = pageEnd(units, start, limits);
  }
  return undefined;
}

/** Pages that all show something; what shows nothing is with the page before it, else with the one after. */
function withoutEmpty(pages: readonly Page[]): readonly Page[] {
  const kept: Page[] = [];
  for (const page of pages) {
    const last = kept.at(-1);
    if (last === undefined || (page.parts.length > 0 && last.parts.length > 0)) kept.push(page);
    else
      kept[kept.length - 1] = {
        parts: [...last.parts, ...page.parts],
        nodes: [...last.nodes, ...page.nodes],
      };
  }
  return kept;
}

/**
 * A Markdown tree as pages; at least one, which is empty where there is nothing to show. The pages' nodes hold every
 * character of the tree once, in order; the pages' parts show them. Takes time in proportion to the tree.
 *
 * A page weighs about `aim` (a CJK character 2, any other 1; 2,400 where nothing else is said) and holds at most
 * `most` UTF-16 units of Markdown (3,600; at least 2,000), which it comes near only where a block would be cut
 * otherwise. A heading stays with what follows.
 */
export function paginate(
  nodes: readonly RootContent[],
  options: Partial<Limits> = {},
): readonly [Page, ...Page[]] {
  const limits = { aim, most, ...options };
  const root = { type: 'root' as const, children: [...tame(nodes)] };
  const extents = measure(root);
  const units = root.children.flatMap(node => unitsOf(node, extents, limits));
  const source = { root, extents, units, limits };
  const pages: Page[] = [];
  for (let cut = cutPage(source, 0, 0); cut; cut = cutPage(source, cut.end, cut.to)) pages.push(cut.page);
  const [first = { nodes: [], parts: [] }, ...rest] = withoutEmpty(pages);
  return [first, ...rest];
}
