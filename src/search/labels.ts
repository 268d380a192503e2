import type { SearchIndex } from './build.ts';
import type { Passage, Suggestion } from './model.ts';
import { folded } from './normalise.ts';

export type Kind = Suggestion['kind'];

/** Of equally good ones labels come before headings, headings before titles, titles before tags. */
export const kindsByUse: readonly Kind[] = ['insight', 'section', 'post', 'tag'];

/** Something with a name that a reader may pick. */
export interface Label {
  /** Of its passage; tags have none. */
  readonly id?: number;
  readonly suggestion: Suggestion;
  /** Folded. */
  readonly name: string;
}

interface Labels {
  /** By use, then in the order of the blog: newest post first, within it as it is read. */
  readonly all: readonly Label[];
  /** The same, each name once. */
  readonly apart: readonly Label[];
}

const kindOf = ({ kind }: Passage): Kind => (kind === 'head' ? 'post' : kind);

/** Two sections called 参考 of two posts are one suggestion where nothing says which post is meant. */
export const eachOnce = (labels: readonly Label[]): readonly Label[] => {
  const first = new Map<string, Label>();
  for (const label of labels) {
    const { kind, post } = label.suggestion;
    const id = kind === 'post' ? `post ${post?.key}` : `${kind} ${label.name}`;
    if (!first.has(id)) first.set(id, label);
  }
  return [...first.values()];
};

const readLabels = ({ blog, passages }: SearchIndex): Labels => {
  const ofPassages = passages.flatMap(({ passage, heading }, id): readonly Label[] => {
    if (heading.text === '') return [];
    const suggestion = { kind: kindOf(passage), text: heading.original, post: passage.post };
    return [{ id, suggestion, name: heading.text }];
  });
  const tags = Array.from(
    blog.byTag.values(),
    ({ name }): Label => ({
      suggestion: { kind: 'tag', text: name },
      name: folded(name),
    }),
  );
  const byKind = Map.groupBy([...ofPassages, ...tags], ({ suggestion }) => suggestion.kind);
  const all = kindsByUse.flatMap(kind => byKind.get(kind) ?? []);
  return { all, apart: eachOnce(all) };
};

const known = new WeakMap<SearchIndex, Labels>();

/** Everything in an index that has a name, read once. */
export const labelsOf = (index: SearchIndex): Labels => {
  const before = known.get(index);
  if (before) return before;
  const labels = readLabels(index);
  known.set(index, labels);
  return labels;
};
