import { describe, expect, test } from 'vitest';
import { shown } from './shown.ts';

describe('emoji', () => {
  test.each([
    [':smile: :+1:', '😄 👍'],
    [':smile_cat::see_no_evil:', '😸🙈'],
    ['好:tada:', '好🎉'],
    ['at 10:30:45, :nothing:, a:smile:b, std::fmt::x', 'at 10:30:45, :nothing:, a:smile:b, std::fmt::x'],
    ['https://a.b/:smile:/x', '[https://a.b/:smile:/x](https://a.b/:smile:/x)'],
  ])('%s', (written, read) => {
    expect(shown(written)).toBe(read);
  });
});

describe('addresses in the text', () => {
  test.each([
    ['见https://a.b/c，然后。', '见[https://a.b/c](https://a.b/c)，然后。'],
    ['（https://a.b/c?d=e）', '（[https://a.b/c?d=e](https://a.b/c?d=e)）'],
    ['https://a.b/中文 x', '[https://a.b/中文](https://a.b/中文) x'],
    ['[好，](https://a.b/，c)', '[好，](https://a.b/，c)'],
  ])('%s', (written, read) => {
    expect(shown(written)).toBe(read);
  });
});

describe('marks', () => {
  test.each([
    ['a ==marked== b', 'a **marked** b'],
    ['a ==marked *with* `code`== b', 'a **marked *with* `code`** b'],
    ['==a== and ==b *c* d', '**a** and ==b *c* d'],
    ['[漢]^(kan) a :material-star: b', '漢(kan) a  b'],
    ['![alt|200](/a.png) ![b|c](/a.png)', '![alt](/a.png) ![b|c](/a.png)'],
    ['a == b == c === d', 'a == b == c === d'],
    ['x^2^ and 10^-3^', 'x² and 10⁻³'],
    ['2^10 ^_^ a^b^c', '2^10 ^_^ a^b^c'],
    ['H~2~O ~~gone~~', 'H₂O ~~gone~~'],
    ['- [x] done\n- [ ] open', '- done\n- open'],
    ['a[^1]\n\n[^1]: note', 'a[^1]\n\n[^1]: note'],
    ['[a][b] &copy; &#x4f60;\n\n[b]: https://a.b', '[a](https://a.b) © 你'],
  ])('%s', (written, read) => {
    expect(shown(written)).toBe(read);
  });
});

describe('formulas', () => {
  test.each([
    ['$\\alpha \\le x^2 + y_1$', 'α ≤ x² + y₁'],
    ['$e = mc^{2}$', 'e = mc²'],
    ['$\\frac{1}{2}$ of $\\mathbb{R}$', '1/2 of ℝ'],
    ['$\\sqrt{x+1} \\times 3$', '√(x+1) × 3'],
    ['$O(n \\log n)$', 'O(n log n)'],
    ['$$\n\\sum_{i=1}^n i\n$$', '∑ᵢ₌₁ⁿ i'],
    ['$x^{a/b}$', '$x^{a/b}$'],
    ['$\\begin{matrix}a&b\\end{matrix}$', '$\\begin{matrix}a&b\\end{matrix}$'],
    ['$\\unknown{x}$', '$\\unknown{x}$'],
    ['$$\na \\\\\nb\n$$', '$a \\\\\nb$'],
    ['$\\frac{a+b}{c}$', '$\\frac{a+b}{c}$'],
    ['${x$', '${x$'],
  ])('%s', (written, read) => {
    expect(shown(written)).toBe(read);
  });
});

describe("Obsidian's links", () => {
  const dialect = 'obsidian';
  test.each([
    ['[[Note]]', '[Note](post:Note)'],
    ['[[folder/Note.md|said so]]', '[said so](post:folder/Note.md)'],
    ['[[Note#Part]]', '[Note > Part](post:Note#Part)'],
    ['[[#Part]]', '[Part](post:#Part)'],
    ['[[Note#^a1|b]]', '[b](post:Note#%5Ea1)'],
    ['[x [[Note]]](https://a.b)', '[x Note](https://a.b)'],
    ['![[pic.png]]', '![](pic.png)'],
    ['![[my pic.png|300]]', '![](my%20pic.png)'],
    ['![[Note]]', '[Note](post:Note)'],
    ['| a |\n|--|\n| [[Note\\|b]] |', '| a |\n| [b](post:Note) |'],
    ['shown %%hidden%% text ^block-1', 'shown  text'],
    ['100%% sure', '100%% sure'],
  ])('%s', (written, read) => {
    expect(shown(written, { dialect })).toBe(read);
  });

  test('are known by their marks', () => {
    expect(shown('[[Prototype]] and ![[x.png]]')).toBe('[Prototype](post:Prototype) and ![](x.png)');
    expect(shown('[[我的笔记]]')).toBe('[我的笔记](post:%E6%88%91%E7%9A%84%E7%AC%94%E8%AE%B0)');
  });

  test('brackets of a program are none', () => {
    expect(shown('%%a%% [[1](https://a.b)]')).toBe('%%a%% [[1](https://a.b)]');
  });
});
