import type { BlockContent, DefinitionContent, List, Nodes, RootContent, Table } from 'mdast';
import { shortHash } from './hash.ts';
import type { Section } from './model.ts';

type Block = BlockContent | DefinitionContent;

/** Most work that one section is to whoever pages or searches it; all of a long post is less. */
const mostOfSection = 300_000;

/** Most work of one block of a section that is cut. */
const mostOfBlock = mostOfSection / 2;

/** What a node is beside its text: as much work as so many characters. */
const nodeWork = 40;

/** How much work a tree is to whoever walks it. */
function workOf(node: Nodes): number {
  const own = nodeWork + ('value' in node ? node.value.length : 0);
  return 'children' in node ? node.children.reduce((sum, child) => sum + workOf(child), own) : own;
}

/** Neighbours in groups, none of more work than `most`, unless one alone is more. */
function grouped<T extends Nodes>(nodes: readonly T[], most = mostOfBlock): readonly T[][] {
  const groups: T[][] = [];
  let work = 0;
  for (const node of nodes) {
    const more = workOf(node);
    const group = work + more > most ? undefined : groups.at(-1);
    work = group === undefined ? more : work + more;
    if (group === undefined) groups.push([node]);
    else group.push(node);
  }
  return groups;
}

/** A list as several that go on with its numbers; of an item that is too long all but its beginning stands after it. */
function cutList(list: List): readonly Block[] {
  let start = list.start ?? 1;
  return grouped(list.children).flatMap(items => {
    const [item, ...others] = items;
    const [begun = [], ...rest] = grouped(item?.children ?? []);
    const isLong = item !== undefined && others.length === 0 && rest.length > 0;
    const children = isLong ? [{ ...item, children: begun }] : items;
    const cut: List = { ...list, children, ...(list.ordered ? { start } : {}) };
    start += items.length;
    return isLong ? [cut, ...rest.flat().flatMap(cutUp)] : [cut];
  });
}

/** A table as several, each with the row that names the columns. */
function cutTable(table: Table): readonly Block[] {
  const [header, ...rows] = table.children;
  return header === undefined || rows.length === 0
    ? [table]
    : grouped(rows).map(some => ({ ...table, children: [header, ...some] }));
}

/** A block as several that are less work, where it has parts that may stand alone. */
function cutUp(node: Block): readonly Block[] {
  if (workOf(node) <= mostOfBlock) return [node];
  switch (node.type) {
    case 'list':
      return cutList(node);
    case 'table':
      return cutTable(node);
    case 'blockquote':
      return grouped(node.children.flatMap(cutUp)).map(children => ({ ...node, children }));
    case 'paragraph':
      return grouped(node.children).map(children => ({ ...node, children }));
    default:
      return [node];
  }
}

const isCut = (node: RootContent): node is Block =>
  ['list', 'table', 'blockquote', 'paragraph'].includes(node.type);

/** A section that is too long as several: the first is the section, the others have its heading and ids of their own. */
function cutSection(section: Section): readonly Section[] {
  const blocks = section.nodes.flatMap<RootContent>(node => (isCut(node) ? cutUp(node) : [node]));
  const { number: _, insight: __, ...common } = section;
  return grouped(blocks, mostOfSection).map((nodes, at) =>
    at === 0 ? { ...section, nodes } : { ...common, nodes, id: `${shortHash(`${section.id} ${at}`)}.0` },
  );
}

/**
 * Sections of which none takes noticeable time to page or to search, however long the post is: one that would, which is
 * none that anybody reads, becomes several of the same heading, and its tables, lists, quotes and paragraphs several
 * too. The others are the same objects, but for their ordinals where sections before them became more. Linear.
 */
export function withoutLong(sections: readonly Section[]): readonly Section[] {
  const isLong = ({ nodes }: Section) => nodes.reduce((sum, node) => sum + workOf(node), 0) > mostOfSection;
  if (!sections.some(isLong)) return sections;
  return sections
    .flatMap(section => (isLong(section) ? cutSection(section) : [section]))
    .map((section, ordinal) => (section.ordinal === ordinal ? section : { ...section, ordinal }));
}
