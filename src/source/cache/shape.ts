import type { ReadPost } from '../read-post-file.ts';

type Test = (value: unknown) => boolean;

const isText: Test = value => typeof value === 'string';
const isNumber: Test = value => typeof value === 'number';
const isNode: Test = value => hasShape({ type: isText }, value);

const listOf =
  (test: Test): Test =>
  value =>
    Array.isArray(value) && value.every(test);

/** Whether a value is an object whose fields pass these tests. */
function hasShape(tests: Readonly<Record<string, Test>>, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map(Object.entries(value));
  return Object.entries(tests).every(([name, test]) => test(fields.get(name)));
}

const section = { ordinal: isNumber, id: isText, heading: isText, depth: isNumber, nodes: listOf(isNode) };
const insight = { number: isNumber, label: isText, text: isText, quote: listOf(isNode) };
const problem = { code: isText };

const post = {
  key: isText,
  aliases: listOf(isText),
  path: isText,
  slug: isText,
  title: isText,
  excerpt: isText,
  tags: listOf(isText),
  language: isText,
  minutes: isNumber,
  sections: listOf(value => hasShape(section, value)),
  insights: listOf(value => hasShape(insight, value)),
  problems: listOf(value => hasShape(problem, value)),
};
const hidden = { path: isText, hidden: isText };
const unreadable = { path: isText, code: isText };

/**
 * Whether a value that came from a disk looks like what a file came to: what everything that is made of it takes for
 * granted is there. That it is what the file holds, its checksum says.
 */
export const isReadPost = (value: unknown): value is ReadPost =>
  [post, hidden, unreadable].some(shape => hasShape(shape, value));
