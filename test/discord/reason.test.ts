import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../src/discord/reason.ts';
import { makeRest } from '../../src/discord/rest.ts';
import { explainLogin } from '../../src/gateway/explain.ts';

const nowhere = 'http://127.0.0.1:1';

/** What REST throws where nobody listens. */
async function refused(): Promise<unknown> {
  const rest = makeRest({ apiUrl: nowhere }, 'token');
  rest.options.retries = 0;
  return await rest.get('/gateway/bot').catch((error: unknown) => error);
}

describe('why a request failed', () => {
  it.each([
    [new Error('Invalid Form Body.'), 'Invalid Form Body'],
    [new Error('wait…'), 'wait…'],
    [new Error('wait...'), 'wait...'],
    [new Error('a\n  b.'), 'a b'],
    ['gone.', 'gone'],
  ])('stands in a sentence: %o', (error, reason) => {
    expect(reasonOf(error)).toBe(reason);
  });

  it('is told in sentences with one full stop each, where Discord is not reached', async () => {
    const error = await refused();
    expect(explainLogin(error, { apiUrl: nowhere }).why).toBe(
      'Discord could not be reached at 127.0.0.1:1: The connection broke (ECONNREFUSED). If Discord is blocked where you are, set HTTPS_PROXY.',
    );
  });
});
