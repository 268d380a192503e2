import { type Bare as Announced, bareOf, knowBare } from '../../announce/sight.ts';
import type { Insight, Post, Section } from '../../blog/model.ts';
import type { PostDump } from '../../search/dump.ts';
import type { Folded } from '../../search/normalise.ts';
import type { Reader, Writer } from './reel.ts';

const writeBody = ({ text, list }: Writer, body: Folded): void => {
  text(body.original);
  // Most are the same, but for capital letters.
  text(body.text === body.original ? '' : body.text);
  list(body.shifts);
};

function readBody({ text, list }: Reader): Folded {
  const original = text();
  return { original, text: text() || original, shifts: list() };
}

/**
 * Writes a post: first all of it but its trees, then these. What is indexed of a section stands right after it, since
 * alike texts beside each other pack best; at its end what there is to know of it to announce it. What is only needed
 * to make a blog of posts is left out.
 *
 * @param dump what is indexed of it; undefined where it is not indexed
 */
export function writePost(writer: Writer, post: Post, dump: PostDump | undefined): void {
  const sections = post.sections.map(section => ({ ...section, nodes: undefined }));
  const insights = post.insights.map(insight => ({ ...insight, quote: undefined }));
  const bare = { ...post, references: undefined, problems: [], sections, insights };
  writer.json([bare, dump !== undefined]);
  for (const [at, { nodes }] of post.sections.entries()) {
    writer.json(nodes);
    const body = dump?.bodies[at];
    if (body) writeBody(writer, body);
  }
  for (const { quote } of post.insights) writer.json(quote);
  writer.json(bareOf(post));
  if (dump) writer.list(dump.entries);
}

type Bare = Omit<Post, 'sections' | 'insights'> & {
  readonly sections: readonly Omit<Section, 'nodes'>[];
  readonly insights: readonly Omit<Insight, 'quote'>[];
};

/** A section whose tree is read when it is first asked for: most are never opened. */
function sectionOf(section: Omit<Section, 'nodes'>, json: string): Section {
  let nodes: Section['nodes'] | undefined;
  return {
    ...section,
    get nodes() {
      nodes ??= JSON.parse(json);
      return nodes ?? [];
    },
  };
}

function insightOf(insight: Omit<Insight, 'quote'>, json: string): Insight {
  let quote: Insight['quote'] | undefined;
  return {
    ...insight,
    get quote() {
      quote ??= JSON.parse(json);
      return quote ?? [];
    },
  };
}

/** Reads the next post. It is this program's own, and taken for what it should be. */
export function readPost(reader: Reader): { readonly post: Post; readonly dump: PostDump | undefined } {
  const [bare, isIndexed]: readonly [Bare, boolean] = JSON.parse(reader.text());
  const bodies: Folded[] = [];
  const sections = bare.sections.map(section => {
    const tree = reader.text();
    if (isIndexed) bodies.push(readBody(reader));
    return sectionOf(section, tree);
  });
  const insights = bare.insights.map(insight => insightOf(insight, reader.text()));
  const post = { ...bare, sections, insights };
  const announced: Announced = JSON.parse(reader.text());
  knowBare(post, announced);
  return { post, dump: isIndexed ? { bodies, entries: reader.list() } : undefined };
}
