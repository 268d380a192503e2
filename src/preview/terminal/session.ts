import { createInterface } from 'node:readline/promises';
import type { Response } from '../../bot/model.ts';
import { isDeferred } from '../outcome.ts';
import { listLines } from './list-lines.ts';
import type { Output } from './look.ts';
import { messageLines } from './message-lines.ts';
import { type Input, openPrompt } from './prompt.ts';
import { type Line, type Look, paint, tame } from './style.ts';
import { openTalk, type TalkParts, type Turn } from './talk.ts';
import { wrap } from './wrap.ts';

/** What a session is made of. */
export interface SessionParts extends TalkParts {
  readonly input: Input;
  readonly output: Output;
  /** What the output can show; asked anew for each answer, since a window is resized. */
  readonly look: () => Look;
}

export interface Session {
  /** Answers one line, or prints the whole response as JSON. False where there was nothing to ask. */
  readonly say: (line: string, how?: { readonly json?: boolean }) => Promise<boolean>;
  /**
   * Answers the opening lines, then each line of the input in its order, until it ends or a line leaves. With a
   * terminal there is a welcome and a prompt with history and completion.
   */
  readonly run: (opening: readonly string[]) => Promise<void>;
}

const PROMPT = '> ';
/** Empties the line that the cursor is in. */
const CLEARED = '\r\u001b[2K';

export function openSession(parts: SessionParts): Session {
  const { input, output, words, look } = parts;
  const talk = openTalk(parts);
  const interactive = input.isTTY === true && output.isTTY === true;
  const closed = whenClosed(output);

  const painted = (lines: readonly Line[]) => {
    const seen = look();
    return lines.map(line => paint(line, seen));
  };
  const print = (lines: readonly Line[]) =>
    output.write(
      painted(lines)
        .map(line => `${line}\n`)
        .join(''),
    );
  const list = (names: readonly string[]) => painted(listLines(names, look().columns));
  const printSentence = (text: string) => print(wrap([{ text: tame(text), style: {} }], look().columns));
  const printTyped = (line: string) =>
    print([[{ text: tame(`${PROMPT}${line.trim()}`), style: { bold: true } }]]);

  const show = async (turn: Turn) => {
    if (turn.does === 'say') printSentence(turn.sentence);
    if (turn.does !== 'ask') return;
    const waiting = interactive && isDeferred(turn.response);
    if (waiting) output.write(words.thinking);
    const outcome = await turn.outcome;
    if (waiting) output.write(CLEARED);
    if (outcome.kind === 'message') print(messageLines(outcome.message, look(), words));
    else printSentence(words[outcome.kind]);
  };

  const answer = async (line: string) => {
    printTyped(line);
    await show(await talk.take(line));
    output.write('\n');
  };

  const converse = async () => {
    const { lines, prompt } = interactive
      ? openPrompt({ input, output, prompt: PROMPT, complete: talk.complete, list, signal: closed })
      : { lines: createInterface({ input, signal: closed }), prompt: undefined };
    prompt?.();
    for await (const line of lines) {
      const turn = await talk.take(line);
      if (turn.does === 'end' || closed.aborted) break;
      if (turn.does !== 'wait') {
        if (!interactive) printTyped(line);
        await show(turn);
        output.write('\n');
      }
      prompt?.();
    }
    lines.close();
  };

  return {
    say: async (line, { json = false } = {}) => {
      const turn = await talk.take(line);
      if (turn.does === 'ask' && json)
        output.write(`${JSON.stringify(await whole(turn.response), null, 2)}\n`);
      else await show(turn);
      return turn.does === 'ask';
    },
    run: async opening => {
      if (interactive) {
        for (const sentence of words.welcome) printSentence(sentence);
        output.write('\n');
      }
      for (const line of opening) await answer(line);
      if (!closed.aborted) await converse();
    },
  };
}

/** Aborted once nobody reads the output any more, as behind `| head`; that is no error. */
function whenClosed(output: Output): AbortSignal {
  const closed = new AbortController();
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed.abort();
  });
  return closed.signal;
}

/** The response with what follows it, as it is posted to Discord. */
async function whole({ callback, later }: Response): Promise<object> {
  return later ? { callback, later: await later } : { callback };
}
