import type { Words } from '../../words/model.ts';
import { plain } from '../plain.ts';
import type { Found, Report } from './model.ts';

const sentenceOf = ({ code, reason, detail }: Found, words: Words): string =>
  words.problems[code](reason ?? detail ?? '');

/** The report as lines, each problem as `path:line: error: sentence`, and a summary. */
export function reportLines(report: Report, words: Words): readonly string[] {
  const lines = report.found.map(problem => {
    const place = problem.line === undefined ? problem.path : `${problem.path}:${problem.line}`;
    return plain(`${place}: ${words.check[problem.severity]}: ${sentenceOf(problem, words)}`);
  });
  return [...lines, words.check.summary(report)];
}

/** The report for programs: counts, and each problem with its code and its sentence. */
export function reportJson(report: Report, words: Words): string {
  const { found, ...counts } = report;
  const problems = found.map(problem => ({ ...problem, message: sentenceOf(problem, words) }));
  return JSON.stringify({ ...counts, problems }, undefined, 2);
}
