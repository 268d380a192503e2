import { describe, expect, test } from 'vitest';
import { languageOfText, readLanguage } from '../../src/blog/language.ts';
import { postFrom } from './fixture.ts';

describe('a post is in the language', () => {
  test.each([
    ['lang: en', 'en'],
    ['locale: zh_TW', 'zh-TW'],
    ['language: zh-Hans', 'zh-CN'],
    ['lang: JA', 'ja'],
  ])('that its front matter names: %s', (line, language) => {
    expect(postFrom(`---\n${line}\n---\n中文正文。`).language).toBe(language);
  });

  test.each([
    ['posts/post.en.md', 'en'],
    ['posts/post.zh-cn.md', 'zh-CN'],
    ['posts/post.zh_TW.md', 'zh-TW'],
  ])('that its file is named for: %s', (path, language) => {
    expect(postFrom('words', { path }).language).toBe(language);
  });

  test.each(['posts/search.js.md', 'posts/about.io.md', 'posts/v1.go.md'])('but not %s', path => {
    expect(postFrom('这是一篇用中文写的文章。'.repeat(5), { path }).language).toBe('zh-CN');
  });

  test('of its title and prose, whatever language its code is in', () => {
    const code = `\`\`\`js\n${'const value = read(text);\n'.repeat(100)}\`\`\``;
    expect(postFrom(`---\ntitle: 读取文本的方法\n---\n${code}`).language).toBe('zh-CN');
  });

  test('of the blog, where it has no words', () => {
    expect(postFrom('', { path: '1.md', settings: { language: 'ja' } }).language).toBe('ja');
  });
});

test.each([
  ['这是一个关于压缩与智能的简单说明', undefined, 'zh-CN'],
  ['這是一個關於壓縮與智能的簡單說明', undefined, 'zh-TW'],
  ['山水人', 'zh-TW', 'zh-TW'],
  ['山水人', undefined, 'zh-CN'],
  ['これは圧縮と知能についての説明です', undefined, 'ja'],
  ['압축과 지능에 대한 설명', undefined, 'ko'],
  ['A word on compression', undefined, 'en'],
  ['A word on compression', 'zh-CN', 'en'],
  ['Ein Wort über Kompression', 'de', 'de'],
  ['大模型 Long Context 与 Meta CoT 的 reasoning', undefined, 'zh-CN'],
  ['He said 你好 once and then went on in English for a long while', undefined, 'en'],
  ['', undefined, 'en'],
  ['12:30', 'zh-CN', 'zh-CN'],
])('“%s” in a blog in %s is %s', (text, usual, language) => {
  expect(languageOfText(text, usual)).toBe(language);
});

test.each(['', 'x', 'english', 'zh-', 'en US!', 'a'.repeat(99)])('%j names no language', written => {
  expect(readLanguage(written)).toBeUndefined();
});
