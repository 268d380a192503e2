import { describe, expect, it } from 'vitest';
import { messageLines, type Showable } from '../../../src/preview/terminal/message-lines.ts';
import { type Look, paint } from '../../../src/preview/terminal/style.ts';
import { widthOf } from '../../../src/preview/terminal/wrap.ts';
import { wordsOf } from '../../../src/words/words.ts';
import { button, contained, ids, link, row, text } from './bot.ts';

const chinese = wordsOf('zh-CN').terminal;
const english = wordsOf('en').terminal;
const traditional = wordsOf('zh-TW').terminal;

const plain: Look = {
  columns: 40,
  depth: 1,
  links: false,
  locale: 'zh-CN',
  timezone: 'Asia/Shanghai',
  now: Date.UTC(2025, 5, 14),
};
const coloured: Look = { ...plain, depth: 24, links: true };

const drawn = (message: Showable, look = plain): readonly string[] =>
  messageLines(message, look, chinese).map(line => paint(line, look));

const SITE = 'https://blog.example/p';

const card = contained(
  text(`-# 最新文章 · 约8分钟\n### [从压缩到推理：张祥雨对大模型智能以及未来发展的六个认知](<${SITE}>)`),
  {
    type: 9,
    components: [text('上一期周报中推荐的“对阶跃星辰首席科学家张祥雨的访谈”。')],
    accessory: { type: 11, media: { url: `${SITE}.png` }, description: '题图' },
  },
  row(
    button('阅读全文', ids.read),
    button('6 条洞见', ids.insights),
    link('原文', SITE),
    button('🗑', ids.remove),
  ),
);

describe('an answer without colour', () => {
  it('is a card at a left rule, with marks and addresses in the text', () => {
    expect(drawn(card)).toEqual([
      '│ 最新文章 · 约8分钟',
      '│ ◆ 从压缩到推理：张祥雨对大模型智能以及',
      '│   未来发展的六个认知',
      '│   (https://blog.example/p)',
      '│',
      '│ 上一期周报中推荐的“对阶跃星辰首席科学',
      '│ 家张祥雨的访谈”。',
      '│ [图：题图] https://blog.example/p.png',
      '│',
      '│ 1 [阅读全文]  2 [6 条洞见]  3 [原文 ↗]',
      '│ [🗑]',
    ]);
  });

  it('is a section with quotes, lists, code, a select and a line that others do not see it', () => {
    const options = Array.from({ length: 12 }, (_, at) => ({ label: `第 ${at + 1} 节`, value: `v${at}` }));
    const select = { type: 3, custom_id: 's', placeholder: '跳到某一节…', options };
    const body =
      '> “信息如果不`加工压缩`，无法`提炼`。”\n**遗忘**：\n- 甲\n- 乙\n  1. 丙\n```js\nlet a = 1;\n```\n完';
    const message = {
      ...contained(
        text(body),
        { type: 12, items: [{ media: { url: `${SITE}.png` } }] },
        { type: 14, divider: true },
        row(button('上一节', ids.read), link('原文', `${SITE}#5`)),
        row(select),
      ),
      flags: 64,
    };
    expect(drawn(message)).toEqual([
      '│ ▏ “信息如果不`加工压缩`，无法`提炼`。”',
      '│ **遗忘**：',
      '│ • 甲',
      '│ • 乙',
      '│   1. 丙',
      '│     let a = 1;',
      '│ 完',
      '│',
      '│ [图] https://blog.example/p.png',
      '│',
      `│ ${'─'.repeat(38)}`,
      '│',
      '│ 1 [上一节]  2 [原文 ↗]',
      '│ https://blog.example/p#5',
      '│ [跳到某一节… ▾]',
      ...Array.from({ length: 8 }, (_, at) => `│   ${'abcdefgh'[at]}  第 ${at + 1} 节`),
      '│   ……还有 4 项，输入名字就能选',
      '只有你能看到这条回答。',
    ]);
  });

  it.each([
    [english, 'Only you can see this.'],
    [chinese, '只有你能看到这条回答。'],
    [traditional, '只有你能看到這條回答。'],
  ])('says in the reader’s language that others do not see it', (words, line) => {
    const lines = messageLines({ content: 'a', flags: 64 }, plain, words);
    expect(lines.map(one => paint(one, plain))).toEqual(['a', line]);
  });

  it('is a plain message as it stands', () => {
    expect(drawn({ content: `> 引文\n—— 《题》\n<${SITE}>` })).toEqual(['▏ 引文', '—— 《题》', SITE]);
  });

  it('tells timestamps in the reader’s language and zone', () => {
    expect(drawn({ content: '<t:1749741240:D> <t:1749741240:t> <t:1749741240:R>' })).toEqual([
      '2025年6月12日 23:14 昨天',
    ]);
  });

  it('puts buttons that do not fit into the next row', () => {
    const wide = contained(
      row(button('一二三四五六七八', 'a'), button('一二三四五六七八', 'b'), button('九', 'c')),
    );
    expect(drawn(wide)).toEqual(['│ [一二三四五六七八] [一二三四五六七八]', '│ [九]']);
  });

  it('fits a narrow window', () => {
    expect(Math.max(...drawn(card, { ...plain, columns: 24 }).map(widthOf))).toBeLessThanOrEqual(24);
  });
});

describe('an answer in colour', () => {
  it('has its rule in the accent, headings bold, and links that lead there', () => {
    const lines = drawn(card, coloured);
    expect(lines[0]).toBe('\u001b[38;2;63;125;120m│ \u001b[0m\u001b[2m最新文章 · 约8分钟\u001b[0m');
    expect(lines[1]).toContain(`\u001b]8;;${SITE}\u001b\\\u001b[1;4m从压缩到推理`);
    expect(lines.join('\n')).not.toContain(`(${SITE}`);
  });

  it('needs no marks for bold, italics, strike and code', () => {
    const [line] = drawn({ content: '**a** *b* ~~c~~ `d` __e__ ||f||' }, { ...coloured, depth: 4 });
    expect(line).toBe(
      '\u001b[1ma\u001b[0m \u001b[3mb\u001b[0m \u001b[9mc\u001b[0m \u001b[33md\u001b[0m \u001b[4me\u001b[0m ||\u001b[2mf\u001b[0m||',
    );
  });
});

describe('what a post wrote', () => {
  it('never commands the terminal', () => {
    const evil = '\u001b[2J\u001b]0;x\u0007\u009b31m\u202eab\r';
    const message = {
      ...contained(
        text(`${evil} [a](https://a.example/)`),
        row(button(evil, 'a'), link('b', `https://a.example/${evil}`)),
      ),
      content: `\`${evil}\` ${evil}`,
    };
    const painted = drawn(message, coloured).join('\n');
    const ours = /\p{Cc}\[[\d;]*m|\p{Cc}\]8;;[!-~]*\p{Cc}\\/gu;
    expect(painted.replace(ours, '')).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });
});
