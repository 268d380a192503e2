import type { APIInteraction } from 'discord-api-types/v10';
import type { Respond, Response } from '../../src/bot/model.ts';

/** Commands of a small bot, for tests of what carries them. */
export const sampleCommands = [
  {
    name: 'say',
    description: 'Says a thing',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [
      { type: 3, name: 'text', description: 'What', required: true, autocomplete: true, max_length: 50 },
      { type: 5, name: 'private', description: 'Only for you' },
    ],
  },
  {
    name: 'post',
    description: 'Posts',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [{ type: 1, name: 'latest', description: 'The newest' }],
  },
  { type: 3, name: 'Search the posts', contexts: [0, 1, 2], integration_types: [0, 1] },
] as const;

const silent = { allowed_mentions: { parse: [] } };

/** A small bot: says what it is told, and its button counts up. */
export const sampleRespond: Respond = interaction => Promise.resolve(answerTo(interaction));

function answerTo(interaction: APIInteraction): Response {
  switch (interaction.type) {
    case 2:
      return { callback: { type: 4, data: card(saidIn(interaction), isPrivate(interaction)) } };
    case 3: {
      const { custom_id } = interaction.data;
      const pressed = interaction.message.flags ?? 0;
      const count = Number(custom_id.split('|')[1]) + 1;
      const inPlace = (pressed & 64) !== 0;
      return {
        callback: inPlace
          ? { type: 7, data: card(`No. ${count}`, true, count) }
          : { type: 4, data: card(`No. ${count}`, true, count) },
      };
    }
    case 4:
      return {
        callback: { type: 8, data: { choices: [{ name: `say ${saidIn(interaction)}`, value: 'x' }] } },
      };
    default:
      return { callback: { type: 1 } };
  }
}

/** A Components V2 message with one text and one button. */
export function card(text: string, onlyForReader = false, count = 0) {
  return {
    ...silent,
    flags: 32_768 | (onlyForReader ? 64 : 0),
    components: [
      { type: 17, components: [{ type: 10, content: text }] },
      {
        type: 1,
        components: [
          { type: 2, style: 2, label: 'More', custom_id: `count|${count}` },
          { type: 2, style: 5, label: 'Site', url: 'https://blog.example/' },
        ],
      },
    ],
  };
}

function optionsOf({
  type,
  data,
}: APIInteraction): readonly { readonly name: string; readonly value?: unknown }[] {
  const carries = type === 2 || type === 4;
  return (carries && data && 'options' in data && data.options) || [];
}

function saidIn(interaction: APIInteraction): string {
  return String(optionsOf(interaction).find(({ name }) => name === 'text')?.value ?? 'nothing');
}

function isPrivate(interaction: APIInteraction): boolean {
  return optionsOf(interaction).some(({ name, value }) => name === 'private' && value === true);
}
