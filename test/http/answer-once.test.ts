import type { APIInteraction } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { makeAnswerOnce } from '../../src/http/answer-once.ts';
import { discordInProcess } from '../discord/in-process.ts';
import { sampleCommands, sampleRespond } from '../discord/sample.ts';

/** An interaction as Discord sends it. */
async function typed(): Promise<APIInteraction> {
  const sent = Promise.withResolvers<APIInteraction>();
  const respond: typeof sampleRespond = interaction => {
    sent.resolve(interaction);
    return sampleRespond(interaction);
  };
  await discordInProcess({ respond, commands: sampleCommands }).reader().types('/say hello');
  return await sent.promise;
}

test('an interaction that comes twice at once gets one answer, and what follows is done once', async () => {
  const interaction = await typed();
  const found = Promise.withResolvers<void>();
  let [answers, follows] = [0, 0];
  const waited: Promise<void>[] = [];
  const answerOnce = makeAnswerOnce({
    respond: async () => {
      answers += 1;
      await found.promise;
      return { callback: { type: 5 }, later: Promise.resolve({ do: 'delete' }) };
    },
    follow: () => {
      follows += 1;
      return Promise.resolve();
    },
    now: Date.now,
  });
  const deliver = () => answerOnce(interaction, work => waited.push(work));
  const both = [deliver(), deliver()];
  found.resolve();
  const [one, other] = await Promise.all(both);
  expect(one).toBe(other);
  expect(await deliver()).toBeUndefined();
  expect([answers, follows, waited.length]).toEqual([1, 1, 1]);
});
