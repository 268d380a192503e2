import type { PagePart } from '../model.ts';
import { type Level, levels } from './breaks.ts';
import { fits, type Limits } from './limits.ts';
import { type Load, nothing, sum } from './load.ts';
import type { Unit } from './units.ts';

/** How much beyond the aim the last page may go, so that none is left with a line or two. */
const lastPage = 1.2;

/** What a page holds so far. */
interface Held {
  readonly load: Load;
  readonly parts: number;
  readonly last?: PagePart['kind'];
}

function withUnit({ load, parts, last }: Held, unit: Unit): Held {
  const [first] = unit.parts;
  const kind = unit.parts.at(-1) ?? last;
  const added = unit.parts.length - (first !== undefined && first === last ? 1 : 0);
  return { load: sum(load, unit.load), parts: parts + added, ...(kind ? { last: kind } : {}) };
}

/** A place where a page may end. */
export interface Step {
  /** Index after its last unit. */
  readonly end: number;
  readonly level: Level;
  /** Whether its last unit is a whole block. */
  readonly whole: boolean;
  readonly load: Load;
}

/** Every place where the page that begins with the unit `start` may end without holding more than it can. */
function stepsFrom(units: readonly Unit[], start: number, limits: Limits): readonly Step[] {
  const steps: Step[] = [];
  let held: Held = { load: nothing, parts: 0 };
  let level: Level = levels.block;
  for (let end = start + 1; end <= units.length; end++) {
    const unit = units[end - 1];
    if (unit === undefined) break;
    held = withUnit(held, unit);
    if (steps.length > 0 && !fits(held.load, held.parts, limits)) break;
    // What shows nothing parts nothing: a comment after a heading does not take it from what follows.
    if (unit.parts.length > 0) level = unit.level;
    steps.push({
      end,
      level: end === units.length ? levels.block : level,
      whole: unit.whole !== undefined,
      load: held.load,
    });
  }
  return steps;
}

/** The first end between blocks beyond the aim, where that keeps a block whole. */
function beyond(steps: readonly Step[]): Step | undefined {
  const index = steps.findIndex(({ level }) => level === levels.block);
  return steps.slice(0, index + 1).every(({ whole }) => whole) ? steps[index] : undefined;
}

const inner: readonly Level[] = [levels.part, levels.sentence, levels.clause, levels.grapheme];

/** The latest of the best. */
function latest(steps: readonly Step[], order: readonly Level[]): Step | undefined {
  return order.map(one => steps.findLast(({ level }) => level === one)).find(step => step !== undefined);
}

/**
 * Where the page ends that begins with the unit `start`. It comes as near to the aim as it can between blocks, at
 * least to its half; goes beyond it where that keeps a block whole; else ends within a block, where that hurts
 * least; at last between what belongs together. Undefined where there is no such unit.
 */
export function pageEnd(units: readonly Unit[], start: number, limits: Limits): Step | undefined {
  const steps = stepsFrom(units, start, limits);
  const near = steps.filter(({ load }) => load.weight <= limits.aim);
  const last = steps.at(-1);
  if (last?.end === units.length && last.load.weight <= limits.aim * lastPage) return last;
  const full = near.filter(({ load }) => load.weight >= limits.aim / 2);
  return (
    latest(full, [levels.block]) ??
    beyond(steps.slice(near.length)) ??
    latest(full, inner) ??
    latest(near, [levels.block, ...inner, levels.bound]) ??
    steps[0]
  );
}
