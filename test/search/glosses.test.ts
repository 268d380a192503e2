import { describe, expect, test } from 'vitest';
import { bracketsIn } from '../../src/search/brackets.ts';
import { makeIndex } from '../../src/search/build.ts';
import { glossesOf } from '../../src/search/gloss.ts';
import { search } from '../../src/search/index.ts';
import { blogFrom } from '../blog/fixture.ts';

const minedFrom = (text: string): readonly string[] =>
  bracketsIn(text).flatMap(bracketed => glossesOf(bracketed, () => 1).map(pair => pair.join(' = ')));

describe('names that a post gives in brackets', () => {
  test.each([
    ['答案是引入强化学习（RL），直接优化', ['强化学习 = RL']],
    ['多种CoT（思维链）之间', ['CoT = 思维链']],
    ['出现了根本性的Gap（鸿沟）。', ['Gap = 鸿沟']],
    ['范式——Next Token Prediction（NTP）的机制', ['Next Token Prediction = NTP']],
    ['NTP (Next Token Prediction) predicts', ['NTP = Next Token Prediction']],
    ['大语言模型（Large Language Model，LLM）', ['大语言模型 = Large Language Model', '大语言模型 = LLM']],
    ['为模型的“思维链”（CoT）', ['思维链 = CoT']],
    ['测试驱动开发（简称TDD）', ['测试驱动开发 = TDD']],
    ['持续集成(CI)和', ['持续集成 = CI']],
    ['我们使用强化学习（RL）', ['强化学习 = RL']],
    ['称为模态窗口（modal window）。', ['模态窗口 = modal window']],
    ['返回x的双曲正弦（hyperbolic sine）', ['双曲正弦 = hyperbolic sine']],
    ['提出了极限编程（XP）', ['极限编程 = XP']],
    ['generic associated types (GATs)', []],
  ])('%s', (text, pairs) => {
    expect(minedFrom(text).slice(0, Math.max(1, pairs.length))).toEqual(
      pairs.length > 0 ? pairs : ['generic associated types = GATs'],
    );
  });

  test.each([
    '发布于去年（2025年6月12日）',
    '会议（June 2025）',
    '上一版（v2.0）',
    '见附录（第 12 页）',
    '如上所述（p. 12）',
    '张三（笑）说',
    'OpenAI（一家公司）',
    'iPhone（推荐）',
    'Python（最新版）',
    'GPT（见下文）',
    '搜索引擎（Google）',
    '文件（README.md）',
    '浏览器（Chrome、Firefox、Safari）',
    '调用 f(x) 之后',
    '执行（npm install）',
    '重量（kg）',
    '读取状态（useState）',
    'as said (see below)',
    '模型（以及其他）',
    '提交请求的代码（JS）',
    '无服务（Serverless）',
    '仅推理（Reason only）',
    '渐进式Web应用程序（PWA）',
    '所谓“事件循环”机制（Event Loop）',
    '称为 Flex 容器（flex container）',
    '文字列を入力するinsert（文字列）',
    '最後に関連するIssue（任意）',
    'target（必需）',
  ])('none in %s', text => {
    expect(minedFrom(text)).toEqual([]);
  });
});

describe('searching by either name', () => {
  const index = makeIndex(
    blogFrom({
      'a.md': '---\ntitle: 一\ndate: 2025-01-01\n---\n## 甲\n\n答案是引入强化学习（RL），直接优化。',
      'b.md': '---\ntitle: 二\ndate: 2025-01-02\n---\n## 乙\n\n更强的 RL 算法。',
      'c.md': '---\ntitle: 三\ndate: 2025-01-03\n---\n## 丙\n\n强化学习需要奖励。',
    }),
  );
  const titles = (query: string) => search(index, query).hits.map(({ passage }) => passage.post.title);

  test('each finds the other, behind what was typed, and it is said', () => {
    expect(search(index, 'RL').also).toEqual(['强化学习']);
    expect(new Set(titles('RL').slice(0, 2))).toEqual(new Set(['一', '二']));
    expect(titles('RL').at(-1)).toBe('三');
    expect(search(index, '强化学习').also).toEqual(['RL']);
    expect(titles('强化学习').at(-1)).toBe('二');
  });

  test('what has no other name is searched alone', () => {
    expect(search(index, '奖励').also).toEqual([]);
  });
});
