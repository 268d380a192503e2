import { describe, expect, it } from 'vitest';
import { makeBlog } from '../../src/blog/blog.ts';
import type { Action, Command } from '../../src/bot/model.ts';
import { notice } from '../../src/message/notice.ts';
import { readers, shipped, stage } from '../commands/stage.ts';

const action: Action = {
  describe: () => 'A command for this test',
  options: [],
  seenBy: 'all',
  answer: () => ({ tone: 'answer', lay: () => notice('late but here') }),
  complete: {},
};

/** A bot with the one command `/slow`, and the moments of its waiting in the test's hands. */
function slowStage(answer: Action['answer']) {
  const patience = Promise.withResolvers<void>();
  const command: Command = { kind: 'slash', name: 'slow', action: { ...action, answer } };
  const waited: number[] = [];
  const started = stage(shipped, {
    commands: [command],
    wait: ms => {
      waited.push(ms);
      return patience.promise;
    },
  });
  started.discord.registers([{ type: 1, name: 'slow', description: 'slow' }]);
  return { ...started, waited, runsOut: () => patience.resolve() };
}

describe('an answer that takes 3 s', () => {
  it('is deferred at 1.5 s and filled in afterwards', async () => {
    const work = Promise.withResolvers<void>();
    const { discord, waited, runsOut } = slowStage(async () => {
      runsOut();
      await work.promise;
      return { tone: 'answer', lay: () => notice('late but here') };
    });
    const { bob } = readers(discord);
    const answer = bob.types('/slow');
    await discord.until(() => bob.sees().length > 0);
    discord.clock.passes(3_000);
    work.resolve();
    expect(await answer).toMatchObject({ deferred: true, private: false, text: 'late but here' });
    expect(waited).toEqual([1_500]);
  });

  it('that turns out to be an error is for the asker alone, although others saw “thinking…”', async () => {
    const work = Promise.withResolvers<void>();
    const { discord, runsOut } = slowStage(async () => {
      runsOut();
      await work.promise;
      throw new Error('the disk is on fire');
    });
    const { bob, ann } = readers(discord);
    const answer = bob.types('/slow');
    await discord.until(() => bob.sees().length > 0);
    work.resolve();
    expect(await answer).toMatchObject({ deferred: true, private: true });
    expect(ann.at(bob.channel).sees()).toHaveLength(0);
  });
});

describe('an answer that fails', () => {
  it('says what to do next, in the reader’s language and in English, with the code of the one log line', async () => {
    const { discord, lines } = slowStage(() => {
      throw new Error('the disk is on fire');
    });
    const seen = await readers(discord).ming.types('/slow');
    expect(seen.private).toBe(true);
    const code = /编号 (\w{4}) /.exec(seen.text)?.[1];
    expect(seen.text).toContain('出了点问题，不是你的操作造成的。');
    expect(seen.text).toContain(`give a moderator this code: ${code}`);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.line).toContain(code);
    expect(seen.text).not.toContain('fire');
  });
});

describe('while posts are being read', () => {
  const nothing = makeBlog([], [], shipped.settings, 0);

  it('says how many are, so that nobody takes the answer for all there is', async () => {
    const { discord, serve } = stage(shipped);
    serve(shipped, { read: 312, total: 2000, more: Promise.withResolvers<void>().promise });
    const { ming } = readers(discord);
    expect((await ming.types('/search CoT')).text).toContain('正在读取文章：已读 312 篇，共 2,000 篇。');
  });

  it.each(['/insight 5', '/help', '/post show 从压缩到推理', '/search long context'])(
    'what is not found yet is found once it is read: %s',
    async line => {
      const { discord, serve } = stage(shipped);
      const more = Promise.withResolvers<void>();
      serve(nothing, { read: 0, total: 1, more: more.promise });
      const { ming } = readers(discord);
      const answer = ming.types(line);
      serve(shipped);
      more.resolve();
      const seen = await answer;
      expect(seen.text).toMatch(/从压缩到推理|Long Context/);
      expect(seen.text).not.toContain('正在读取');
    },
  );

  it('a button whose post is not read yet waits for it', async () => {
    const { discord, serve } = stage(shipped);
    const { ming } = readers(discord);
    const card = await ming.types('/post latest');
    const more = Promise.withResolvers<void>();
    serve(nothing, { read: 8, total: 9, more: more.promise });
    const answer = ming.presses(card, '阅读全文');
    serve(shipped);
    more.resolve();
    expect((await answer).text).toContain('阶跃星辰首席科学家张祥雨');
  });

  it('choices wait for the first posts', async () => {
    const { discord, serve } = stage(shipped);
    const { ming } = readers(discord);
    const more = Promise.withResolvers<void>();
    serve(nothing, { read: 0, total: 1, more: more.promise });
    const choices = ming.completes('/insight', 'number', '');
    serve(shipped);
    more.resolve();
    expect((await choices)[4]?.name).toContain('关于Long Context的警示');
  });
});

describe('a command that is no longer there', () => {
  it('is answered with where to look', async () => {
    const { discord } = slowStage(action.answer);
    discord.registers([{ type: 1, name: 'gone', description: 'gone' }]);
    const seen = await readers(discord).bob.types('/gone');
    expect(seen).toMatchObject({
      private: true,
      text: 'This command is no longer here. /help shows what there is.',
    });
  });
});
