import type { Insight, Post, Section } from '../blog/model.ts';
import type { Passage } from './model.ts';
import { type Folded, fold, folded } from './normalise.ts';
import { plainTextOf } from './plain.ts';

/** A passage as it is searched. */
export interface Indexed {
  readonly passage: Passage;
  /** Post title, insight label or section heading. */
  readonly heading: Folded;
  /** Excerpt, what the insight says, or the section's text. */
  readonly body: Folded;
  /** The post's tags, on the passage that is its head. */
  readonly tags: string;
  /** Ranges of the folded body that only repeat the post's insights, where they are listed. */
  readonly echoes: readonly (readonly [number, number])[];
}

/** How far before an insight's text its label may end: a colon, a space, a quotation mark. */
const labelDistance = 8;

const echoOf = (body: string, insight: Insight): readonly [number, number] | undefined => {
  const text = folded(insight.text);
  const at = text === '' ? -1 : body.indexOf(text);
  if (at < 0) return undefined;
  const label = folded(insight.label);
  const labelAt = label === '' ? -1 : body.lastIndexOf(label, at);
  const start = labelAt >= 0 && at - labelAt - label.length <= labelDistance ? labelAt : at;
  return [start, at + text.length];
};

const headOf = (post: Post): Indexed => ({
  passage: { kind: 'head', post },
  heading: fold(post.title),
  body: fold(post.excerpt),
  tags: folded(post.tags.join('\n')),
  echoes: [],
});

const insightOf = (post: Post, insight: Insight): Indexed => ({
  passage: { kind: 'insight', post, insight },
  heading: fold(insight.label),
  body: fold(insight.text),
  tags: '',
  echoes: [],
});

const sectionOf = (post: Post, section: Section, body: Folded): Indexed => {
  // A section that discusses an insight may well quote it; only the list of insights merely repeats them.
  const repeated = section.insight === undefined ? post.insights : [];
  const echoes = repeated.map(insight => echoOf(body.text, insight)).filter(echo => echo !== undefined);
  return {
    passage: { kind: 'section', post, section },
    heading: fold(section.heading),
    body,
    tags: '',
    echoes,
  };
};

/** The passages of a post whose sections' texts are known; undefined where they are not as many. */
export const passagesWith = (post: Post, bodies: readonly Folded[]): readonly Indexed[] | undefined => {
  const sections = post.sections.flatMap((section, at): readonly Indexed[] => {
    const body = bodies[at];
    return body ? [sectionOf(post, section, body)] : [];
  });
  if (bodies.length !== post.sections.length) return undefined;
  return [headOf(post), ...post.insights.map(insight => insightOf(post, insight)), ...sections];
};

/** What of a post is found by itself: its head (title, excerpt, tags), each insight, each section. */
export function* passagesOf(post: Post): Generator<Indexed> {
  yield headOf(post);
  for (const insight of post.insights) yield insightOf(post, insight);
  for (const section of post.sections) yield sectionOf(post, section, fold(plainTextOf(section.nodes)));
}
