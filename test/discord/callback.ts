import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import {
  type APIInteraction,
  type APIInteractionResponse,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { type Mentioning, mentionProblems } from './channels/pings.ts';
import { choiceProblems, messageProblems, problem } from './limits.ts';
import { afterEdit, type Payload } from './messages.ts';
import type { Problem } from './problems.ts';
import { type Checked, checkSchema, isRecord } from './schemas.ts';

const schemas = {
  4: CreateMessageInteractionCallbackRequestSchema,
  5: CreateMessageInteractionCallbackRequestSchema,
  6: UpdateMessageInteractionCallbackRequestSchema,
  7: UpdateMessageInteractionCallbackRequestSchema,
  8: ApplicationCommandAutocompleteCallbackRequestSchema,
};

function isAnswerType(type: unknown): type is keyof typeof schemas {
  return typeof type === 'number' && type in schemas;
}

/** Which answers fit which interaction: https://docs.discord.com/developers/interactions/receiving-and-responding. */
const fitting: Readonly<Partial<Record<InteractionType, readonly number[]>>> = {
  [InteractionType.ApplicationCommand]: [4, 5],
  [InteractionType.MessageComponent]: [4, 5, 6, 7],
  [InteractionType.ApplicationCommandAutocomplete]: [8],
};

/** What Discord says of a payload as the first answer to an interaction. */
export function checkCallback(
  interaction: Pick<APIInteraction, 'type' | 'message'>,
  payload: unknown,
): Checked<APIInteractionResponse> {
  const type = isRecord(payload) ? payload.type : undefined;
  if (!isAnswerType(type) || fitting[interaction.type]?.includes(type) !== true) {
    const message = `an interaction of type ${interaction.type} is not answered with type ${type}`;
    return { ok: false, problems: [{ path: ['type'], message }] };
  }
  const checked = checkSchema<APIInteractionResponse>(schemas[type], payload);
  if (!checked.ok) return checked;
  const problems = responseProblems(checked.value, interaction).map(({ path, message }) => ({
    path: ['data', ...path],
    message,
  }));
  return problems.length > 0 ? { ok: false, problems } : checked;
}

function responseProblems(
  response: APIInteractionResponse,
  { message }: Pick<APIInteraction, 'message'>,
): readonly Problem[] {
  switch (response.type) {
    case 4:
      return bodyProblems(response.data, response.data);
    case 5:
      return problem(
        ((response.data?.flags ?? 0) & ~MessageFlags.Ephemeral) !== 0,
        ['flags'],
        'a deferred answer carries only the ephemeral flag',
      );
    case 7:
      return message && response.data ? bodyProblems(afterEdit(message, response.data), response.data) : [];
    case 8:
      return choiceProblems(response.data.choices ?? []);
    default:
      return [];
  }
}

/** Discord's rules for the message as it would stand, and the house's: every payload says whom it may mention. */
export function bodyProblems(body: Payload, sent: Mentioning): readonly Problem[] {
  return [...messageProblems(body), ...mentionProblems(sent)];
}
