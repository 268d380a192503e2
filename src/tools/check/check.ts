import { availableParallelism } from 'node:os';
import type { Problem } from '../../blog/model.ts';
import type { SettingOverrides } from '../../blog/settings.ts';
import { openContent } from '../../source/content.ts';
import { longestParse } from '../../source/read-posts.ts';
import type { ParseWorkerData } from '../../source/workers/parse.ts';
import { type Outcome, shareOut } from '../../source/workers/share.ts';
import { problemsAcross } from './across.ts';
import { type Checked, type Found, type Report, severityOf } from './model.ts';
import { referenceChecker } from './references.ts';

export interface CheckOptions {
  /** What the environment says of the blog. */
  readonly overrides?: SettingOverrides;
  /** Is told what in the blog's settings means nothing, a sentence each. */
  readonly warn?: (sentence: string) => void;
  /** Is told how many files are done, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  /** How long one file may take, in milliseconds. */
  readonly limit?: number;
}

function checkedOf(path: string, outcome: Outcome<Checked>): Checked {
  if ('result' in outcome) return outcome.result;
  const problem: Problem =
    outcome.lost === 'took-too-long'
      ? { code: 'took-too-long' }
      : { code: 'file-unreadable', reason: outcome.reason };
  return { path, problems: [problem] };
}

function reportOf(files: readonly Checked[], found: readonly Found[]): Report {
  const count = (severity: Found['severity']) =>
    found.filter(problem => problem.severity === severity).length;
  return {
    files: files.length,
    posts: files.filter(({ served }) => served).length,
    hidden: files.filter(({ hidden }) => hidden).length,
    errors: count('error'),
    warnings: count('warning'),
    found,
  };
}

/**
 * Reads every post of a folder as Quoth would serve it and reports what is wrong, by path and line. Throws
 * ContentError where there is no such folder, SettingsError where a setting of the blog cannot be used.
 */
export async function checkFolder(
  folder: string,
  { overrides, warn, onProgress, limit = longestParse }: CheckOptions = {},
): Promise<Report> {
  const { root, settings, paths, unreadable } = await openContent(folder, overrides, warn);
  const files: Checked[] = unreadable.map(problem => ({ path: problem.path, problems: [problem] }));
  const workerData: ParseWorkerData = { root, settings };
  let done = 0;
  onProgress?.(0, paths.length);
  await shareOut<string, Checked>(paths, {
    script: new URL('./worker.ts', import.meta.url),
    workerData,
    size: Math.min(availableParallelism(), Math.ceil(paths.length / 8)),
    limit,
    done: (path, outcome) => {
      files.push(checkedOf(path, outcome));
      onProgress?.(++done, paths.length);
    },
  });
  files.sort((one, other) => (one.path < other.path ? -1 : 1));
  const across = problemsAcross(files);
  const problemsOf = referenceChecker(root, files);
  const found: Found[] = [];
  for (const file of files) {
    const shared = across.get(file.path);
    const problems = [...file.problems, ...(shared ? [shared] : []), ...(await problemsOf(file))];
    problems.sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
    for (const problem of problems)
      found.push({ ...problem, path: file.path, severity: severityOf(problem.code) });
  }
  return reportOf(files, found);
}
