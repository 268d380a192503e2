import type { HiddenReason, Problem, ProblemCode } from '../../blog/model.ts';
import type { Anchors } from './anchors.ts';
import type { Reference } from './inspect.ts';

/** An error keeps a post from readers or shows them something else than its author meant; a warning does not. */
export type Severity = 'error' | 'warning';

/** What one file came to. */
export interface Checked {
  /** Path within CONTENT, with `/`. */
  readonly path: string;
  readonly problems: readonly Problem[];
  /** Of a post that is served. */
  readonly served?: {
    readonly slug: string;
    readonly url?: string;
    readonly language: string;
    readonly references: readonly Reference[];
    readonly anchors?: Anchors;
    /** What it was called on the site before: links there still find it. */
    readonly formerly?: readonly string[];
  };
  readonly hidden?: HiddenReason;
  /** Of a post that is hidden: where it would be. */
  readonly url?: string;
}

/** Something wrong with a file. */
export interface Found extends Problem {
  readonly path: string;
  readonly severity: Severity;
}

/** What a check of a folder came to; what is found is in the order of paths and lines. */
export interface Report {
  /** How many files there are, and how many of them are served or kept from readers by their authors. */
  readonly files: number;
  readonly posts: number;
  readonly hidden: number;
  readonly errors: number;
  readonly warnings: number;
  readonly found: readonly Found[];
}

const warnings: ReadonlySet<ProblemCode> = new Set([
  'date-missing',
  'encoding',
  'control-characters',
  'text-missing',
  'slug-shared',
  'link-to-nothing',
  'picture-missing',
  'alt-missing',
  'table-too-wide',
  'insights-unread',
]);

export const severityOf = (code: ProblemCode): Severity => (warnings.has(code) ? 'warning' : 'error');
