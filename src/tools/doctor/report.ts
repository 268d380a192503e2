import stringWidth from 'string-width';
import type { DoctorWords } from '../../words/doctor/model.ts';
import { plain } from '../plain.ts';
import type { Finding } from './model.ts';

const marks: Readonly<Record<Finding['state'], string>> = { good: '✓', hint: '!', todo: '✗' };

/** How many of them must be dealt with. */
export const todoOf = (findings: readonly Finding[]): number =>
  findings.filter(({ state }) => state === 'todo').length;

/** One line a finding, the names of what was looked at in a column, and a summary below. */
export function doctorLines(findings: readonly Finding[], words: DoctorWords): readonly string[] {
  const names = findings.map(({ check }) => words.names[check]);
  const width = Math.max(0, ...names.map(name => stringWidth(name)));
  const lines = findings.map(({ check, state, message }, at) => {
    const name = words.names[check];
    const isSame = check === findings[at - 1]?.check;
    const pad = ' '.repeat(width - (isSame ? 0 : stringWidth(name)));
    return plain(`${marks[state]} ${isSame ? '' : name}${pad}  ${message}`);
  });
  const hints = findings.filter(({ state }) => state === 'hint').length;
  return [...lines, '', words.summary(todoOf(findings), hints)];
}

/** The same for programs. */
export const doctorJson = (findings: readonly Finding[]): string =>
  JSON.stringify({ todo: todoOf(findings), findings }, undefined, 2);
