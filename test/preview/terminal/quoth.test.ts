import type { Locale } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { presses } from '../../../commands/presses.ts';
import { registrations } from '../../../src/bot/registration.ts';
import { makeBot } from '../../../src/bot/respond.ts';
import { messageLines } from '../../../src/preview/terminal/message-lines.ts';
import { openTalk, type Talk } from '../../../src/preview/terminal/talk.ts';
import { makeIndex } from '../../../src/search/build.ts';
import { wordsOf } from '../../../src/words/words.ts';
import { blogFrom } from '../../blog/fixture.ts';
import { shipped } from '../../commands/stage.ts';

const weekly = (number: number) =>
  `---\ntitle: 'Notes (vol. ${number}): “how” & "why", section: one'\ndate: 2025-01-0${number}\n---\n## Why so\n\nWords ${number}.\n\n## 2. What next\n\nMore ${number}.\n`;

const blogs = {
  shipped,
  notes: blogFrom({ 'notes-1.md': weekly(1), 'notes-2.md': weekly(2), 'notes-3.md': weekly(3) }),
};

/** A talk with Quoth itself about one of the blogs. */
function talkOf(blog: keyof typeof blogs, locale: `${Locale}` = 'en-US'): Talk {
  const library = { blog: blogs[blog], index: makeIndex(blogs[blog]) };
  const silent = () => undefined;
  const respond = makeBot({
    commands,
    presses,
    library: () => library,
    visibility: 'auto',
    mostPublic: Number.POSITIVE_INFINITY,
    log: { info: silent, warn: silent, error: silent },
    now: () => 0,
    random: () => 0,
    wait: () => new Promise(() => undefined),
  });
  const words = wordsOf('en').terminal;
  return openTalk({ respond, commands: registrations(commands), locale, clock: () => 0, words });
}

const look = { columns: 88, depth: 1, links: false, locale: 'en-US', now: 0 };

/** What is printed for a line. */
async function printed(talk: Talk, line: string): Promise<string> {
  const turn = await talk.take(line);
  if (turn.does === 'say') return turn.sentence;
  if (turn.does !== 'ask') return turn.does;
  const outcome = await turn.outcome;
  if (outcome.kind !== 'message') return outcome.kind;
  const lines = messageLines(outcome.message, look, wordsOf('en').terminal);
  return lines.map(spans => spans.map(({ text }) => text).join('')).join('\n');
}

/** A line after Tab. */
async function tabbed(talk: Talk, line: string): Promise<string> {
  const { typed, insert } = await talk.complete(line);
  return insert === undefined ? line : line.slice(0, line.length - typed.length) + insert;
}

describe('/post section typed straight', () => {
  it.each([
    ['/post section 从压缩到推理 long context', '◆ 5. 关于 Long Context'],
    ['/post section 从压缩到推理 5', '◆ 5. 关于 Long Context'],
    ['/post section 从压缩到推理 Next Token Prediction的局限', '◆ 3. Next Token Prediction的局限'],
    ['/post section from-compression-to-reasoning long context', '◆ 5. 关于 Long Context'],
    ['/post section "从压缩到推理" long context', '◆ 5. 关于 Long Context'],
  ])('%s', async (line, heading) => {
    const answer = await printed(talkOf('shipped'), line);
    expect(answer).toContain(heading);
    expect(answer).not.toContain('closest');
  });

  it.each([
    ['/post section notes (vol. 2) what next', '◆ 2. What next'],
    ['/post section notes-2 why so', '◆ Why so'],
    ['/post section Notes (vol. 2) 2', '◆ 2. What next'],
  ])('divides a title of several words from a heading of several words: %s', async (line, heading) => {
    const answer = await printed(talkOf('notes'), line);
    expect(answer).toContain(heading);
    expect(answer).toContain('(vol. 2)');
  });
});

describe('a post that Tab completes', () => {
  it.each(['en-US', 'zh-CN'] as const)('is one value, whatever is in its title (%s)', async locale => {
    const talk = talkOf('notes', locale);
    const line = await tabbed(talk, '/post section vol. 2');
    const answer = await printed(talk, `${line}2`);
    expect(answer).toContain('(vol. 2)');
    expect(answer).toContain('◆ 2. What next');
  });

  it.each(['/post show vol. 3', '/post insights vol. 3', '/insight 1 post:vol. 3'])(
    'is found as it stands: %s',
    async line => {
      const talk = talkOf('notes');
      const answer = await printed(talk, await tabbed(talk, line));
      expect(answer).toContain('(vol. 3)');
      expect(answer).not.toContain('closest');
    },
  );

  it('leads on to its sections', async () => {
    const talk = talkOf('shipped');
    const post = await tabbed(talk, '/post section ');
    expect((await talk.complete(post)).shown).toContain('· 5. 关于 Long Context');
    const section = await tabbed(talk, `${post}自主`);
    expect(await printed(talk, section)).toContain('◆ 6. 自主学习与真正的Agent');
    expect(await printed(talk, post)).toBe('/post section needs “section”: type it after the command.');
  });
});

describe('an insight that Tab completes', () => {
  it('is sent as it stands, and the options that are left are shown beside it', async () => {
    const talk = talkOf('shipped');
    const line = await tabbed(talk, '/insight 5');
    expect(line).toMatch(/^\/insight 5 · 关于Long Context的警示/);
    expect((await talk.complete(`${line} `)).shown).toEqual(['post:', 'private:']);
    expect(await tabbed(talk, `${line} `)).toBe(`${line} `);
    expect(await printed(talk, line)).toContain('◆ 关于Long Context的警示');
  });
});

describe('numbers on Quoth’s answers', () => {
  it('never post to the channel', async () => {
    const talk = talkOf('shipped');
    expect(await printed(talk, '/search 遗忘')).toMatch(/\[1\] \[Post to channel\]/);
    expect(await printed(talk, '2')).toBe(
      'No button has the number 2: the last answer with buttons shows 1.',
    );
    expect(await printed(talk, '/post section 从压缩到推理 6')).toMatch(
      /1 \[Back\](?:.|\n)*\n│ \[Post to channel\]/,
    );
    expect(await printed(talk, 'Next section')).toBe('Nothing to press here is called “Next section”.');
  });

  it('mean the card behind a copied quote', async () => {
    const talk = talkOf('shipped');
    expect(await printed(talk, '/insight 5')).toContain('1 [Read section]  2 [Copy quote]');
    expect(await printed(talk, '2')).toMatch(/^▏ /);
    expect(await printed(talk, '1')).toContain('◆ 5. 关于 Long Context');
  });
});
