import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../../src/preview/page/browser/markdown/code.ts';

const joined = (code: string, language?: string) =>
  tokensOf(code, language)
    .map(({ text }) => text)
    .join('');

describe('code in a fence', () => {
  it.each([
    ['ts', '// greets\nconst a = `x`;\n'],
    ['html', '<p class="a">x</p><script>const a = 1;</script>'],
    ['js', '<p/> {{{ \u0000'],
    ['py', 'def f():\n    return "中文"'],
    [undefined, 'plain'],
    ['nothing-such', 'plain'],
  ])('loses nothing: %s', (language, code) => {
    expect(joined(code, language)).toBe(code);
  });

  it('tells keywords, strings and comments apart', () => {
    const scopes = new Map(tokensOf('const a = "x"; // hi', 'ts').map(({ text, scope }) => [text, scope]));
    expect(scopes.get('const')).toBe('keyword');
    expect(scopes.get('"x"')).toBe('string');
    expect(scopes.get('// hi')).toBe('comment');
  });

  it('colours what stands in another language inside', () => {
    const tokens = tokensOf('<script>const a = 1;</script>', 'html');
    expect(tokens).toContainEqual({ text: 'const', scope: 'keyword' });
  });
});
