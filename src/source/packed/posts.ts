import type { Insight, Post, Section } from '../../blog/model.ts';
import type { Folded } from '../../search/normalise.ts';

/** A section's text for the index, beside its tree: as it is, and folded where that is another text. */
type Body = readonly [original: string, text?: string];

/** Gives the next line. */
export type NextLine = () => string;

const bodyOf = ({ original, text }: Folded): Body => (text === original ? [original] : [original, text]);

/**
 * A post on lines: first all of it but its trees, then these, one a line. What is indexed of a section stands right
 * after it, since alike texts beside each other pack best. What is only needed to make a blog of posts is left out.
 *
 * @param bodies of its sections; undefined where it is not indexed
 */
export function* linesOfPost(post: Post, bodies: readonly Folded[] | undefined): Generator<string> {
  const sections = post.sections.map(section => ({ ...section, nodes: undefined }));
  const insights = post.insights.map(insight => ({ ...insight, quote: undefined }));
  const bare = { ...post, references: undefined, problems: [], sections, insights };
  yield JSON.stringify([bare, bodies !== undefined]);
  for (const [at, { nodes }] of post.sections.entries()) {
    yield JSON.stringify(nodes);
    const body = bodies?.[at];
    if (body) yield JSON.stringify(bodyOf(body));
  }
  for (const { quote } of post.insights) yield JSON.stringify(quote);
}

type Bare = Omit<Post, 'sections' | 'insights'> & {
  readonly sections: readonly Omit<Section, 'nodes'>[];
  readonly insights: readonly Omit<Insight, 'quote'>[];
};

/** A section whose tree is read when it is first asked for: most are never opened. */
function sectionOf(section: Omit<Section, 'nodes'>, line: string): Section {
  let nodes: Section['nodes'] | undefined;
  return {
    ...section,
    get nodes() {
      nodes ??= JSON.parse(line);
      return nodes ?? [];
    },
  };
}

function insightOf(insight: Omit<Insight, 'quote'>, line: string): Insight {
  let quote: Insight['quote'] | undefined;
  return {
    ...insight,
    get quote() {
      quote ??= JSON.parse(line);
      return quote ?? [];
    },
  };
}

/** A post as its lines have it. */
interface PostRead {
  readonly post: Post;
  /** What is indexed of its sections; undefined where it is not indexed. */
  readonly bodies: readonly Omit<Folded, 'shifts'>[] | undefined;
}

/** Reads the lines of one post. They are this program's own, and taken for what they should be. */
export function readPostLines(next: NextLine): PostRead {
  const [bare, isIndexed]: readonly [Bare, boolean] = JSON.parse(next());
  const bodies: Omit<Folded, 'shifts'>[] = [];
  const sections = bare.sections.map(section => {
    const tree = next();
    if (isIndexed) {
      const [original, text = original]: Body = JSON.parse(next());
      bodies.push({ original, text });
    }
    return sectionOf(section, tree);
  });
  const insights = bare.insights.map(insight => insightOf(insight, next()));
  return { post: { ...bare, sections, insights }, bodies: isIndexed ? bodies : undefined };
}
