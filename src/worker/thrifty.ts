import type { D1, D1Result, D1Statement } from '../store/d1.ts';

/** Statements that were asked for together, and who asked. */
interface Asked {
  readonly statements: readonly D1Statement[];
  readonly answered: PromiseWithResolvers<readonly D1Result[]>;
}

const nothing = (): void => undefined;

/** Resolves after `ms` milliseconds, or as soon as something has come of the promise. */
async function sleepUntil(promise: Promise<unknown>, ms: number): Promise<void> {
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(over.resolve, ms);
  await Promise.race([over.promise, promise.then(nothing, nothing)]);
  clearTimeout(timer);
}

/**
 * A D1 database that is asked less often: what is asked at the same time goes there in one batch, which is one request,
 * and what came of deliveries waits `pause` milliseconds for more of it. Where a batch fails, each goes there alone, so
 * that nobody is told of another's fault.
 *
 * @param take is called before each request
 */
export function thrifty(d1: D1, take: () => void, pause: number): D1 {
  let waiting: Asked[] = [];

  const ask = async (statements: readonly D1Statement[]): Promise<readonly D1Result[]> => {
    take();
    return await d1.batch([...statements]);
  };
  const askAlone = async ({ statements, answered }: Asked): Promise<void> => {
    try {
      answered.resolve(await ask(statements));
    } catch (error) {
      answered.reject(error);
    }
  };
  const flush = async (): Promise<void> => {
    const asked = waiting;
    waiting = [];
    const [only] = asked;
    if (asked.length === 1 && only !== undefined) return await askAlone(only);
    try {
      const results = await ask(asked.flatMap(({ statements }) => statements));
      let at = 0;
      for (const { statements, answered } of asked) {
        answered.resolve(results.slice(at, at + statements.length));
        at += statements.length;
      }
    } catch {
      for (const one of asked) await askAlone(one);
    }
  };
  const together = async (
    statements: readonly D1Statement[],
    patience: number,
  ): Promise<readonly D1Result[]> => {
    const mine: Asked = { statements, answered: Promise.withResolvers() };
    waiting.push(mine);
    await sleepUntil(mine.answered.promise, patience);
    // Whoever had waited long enough may have taken it along.
    if (waiting.includes(mine)) await flush();
    return mine.answered.promise;
  };
  const own = new WeakMap<D1Statement, D1Statement>();
  const statementOf = (theirs: D1Statement): D1Statement => {
    const statement: D1Statement = {
      bind: (...values) => statementOf(theirs.bind(...values)),
      all: async () => {
        const [result] = await together([theirs], 0);
        if (result === undefined) throw new Error('D1 did not answer a statement.');
        return result;
      },
    };
    own.set(statement, theirs);
    return statement;
  };
  return {
    prepare: sql => statementOf(d1.prepare(sql)),
    batch: statements =>
      together(
        statements.map(statement => own.get(statement) ?? statement),
        pause,
      ),
  };
}
