/** What can be wrong with a file of posts. */
export type FileProblem =
  | 'front-matter-unreadable'
  | 'front-matter-executable'
  | 'front-matter-not-a-mapping'
  | 'date-missing'
  | 'date-unreadable'
  | 'not-text'
  | 'too-large'
  | 'took-too-long'
  | 'file-unreadable'
  | 'link-outside'
  | 'encoding'
  | 'text-damaged'
  | 'control-characters'
  | 'text-missing'
  | 'address-shared'
  | 'slug-shared'
  | 'link-to-nothing'
  | 'picture-missing'
  | 'alt-missing'
  | 'table-too-wide'
  | 'insights-unread';

/** What is wrong with a file, for its author; `detail` is what stood there, or a parser's own words. */
export type ProblemWords = Readonly<Record<FileProblem, (detail: string) => string>>;

/** What is said beside the problems, by `npm start -- check` and in the log; plain text. */
export interface CheckWords {
  readonly error: string;
  readonly warning: string;
  /** A problem's line for a file that broke while Quoth ran. */
  readonly lastVersion: (problem: string) => string;
  /** Below the problems, or alone where there are none. */
  readonly summary: (counts: {
    readonly posts: number;
    readonly hidden: number;
    readonly errors: number;
    readonly warnings: number;
  }) => string;
}
