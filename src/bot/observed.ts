import type { APIInteraction } from 'discord-api-types/v10';
import { decode } from '../message/route.ts';
import { askedOf } from './asked.ts';
import type { Command, Given, Respond, Response } from './model.ts';
import { isRecord, type Sent } from './sent.ts';

/** What an interaction was, in Quoth's own names: nothing that a reader typed is in them. */
interface Described {
  readonly kind: 'command' | 'completion' | 'press' | 'message' | 'other';
  /** A registered command (`/post latest`), or the place that a control leads to; `unknown` for anything else. */
  readonly command: string;
  /** Names of the options that were filled in. */
  readonly options: readonly string[];
}

/** One interaction, for the log and the metrics. */
export interface Observation extends Described {
  /** What was filled in; only where that was asked for. */
  readonly given?: Given;
  readonly outcome: 'answered' | NonNullable<Response['outcome']>;
  /** How long it took until the first answer was there, in milliseconds. */
  readonly ms: number;
  /** Whether it was asked in a server. */
  readonly server: boolean;
}

export interface Observing {
  readonly commands: readonly Command[];
  /** Milliseconds, from any beginning. */
  readonly clock: () => number;
  /** Whether observations say what readers filled in. */
  readonly given: boolean;
  readonly tell: (observation: Observation) => void;
}

type Slash = Parameters<typeof askedOf>[1];

/** `/post latest` for the action of a command; `unknown` where it is of none. */
function pathOf(commands: readonly Command[], interaction: Slash): string {
  const asked = askedOf(commands, interaction);
  if (asked === undefined) return 'unknown';
  for (const command of commands) {
    if (command.kind === 'slash' && command.action === asked.action) return `/${command.name}`;
    if (command.kind !== 'group') continue;
    const [sub] = Object.entries(command.actions).find(([, action]) => action === asked.action) ?? [];
    if (sub !== undefined) return `/${command.name} ${sub}`;
  }
  return 'unknown';
}

function placeOf({ custom_id, values }: Sent): string {
  const chosen: unknown = Array.isArray(values) ? values[0] : custom_id;
  const pressed = decode(typeof chosen === 'string' ? chosen : '');
  return pressed.do === 'go' ? pressed.route.to : pressed.do;
}

function described(commands: readonly Command[], interaction: APIInteraction): Described {
  const data: unknown = 'data' in interaction ? interaction.data : undefined;
  if (!isRecord(data)) return { kind: 'other', command: 'unknown', options: [] };
  if (interaction.type === 3) return { kind: 'press', command: placeOf(data), options: [] };
  if (interaction.type === 2 && data.type === 3) {
    const known = commands.find(({ kind, name }) => kind === 'message' && name === data.name);
    return { kind: 'message', command: known?.name ?? 'unknown', options: [] };
  }
  if (interaction.type !== 2 && interaction.type !== 4)
    return { kind: 'other', command: 'unknown', options: [] };
  const options = Object.keys(askedOf(commands, interaction)?.given ?? {});
  const kind = interaction.type === 2 ? 'command' : 'completion';
  return { kind, command: pathOf(commands, interaction), options };
}

/** Answers as `respond` does, and tells of each interaction once its first answer is there. */
export function observed(respond: Respond, { commands, clock, given, tell }: Observing): Respond {
  return async interaction => {
    const begun = clock();
    const response = await respond(interaction);
    if (interaction.type === 1) return response;
    const isSlash = interaction.type === 2 || interaction.type === 4;
    const filled = given && isSlash ? askedOf(commands, interaction)?.given : undefined;
    tell({
      ...described(commands, interaction),
      ...(filled ? { given: filled } : {}),
      outcome: response.outcome ?? 'answered',
      ms: clock() - begun,
      server: typeof interaction.guild_id === 'string',
    });
    return response;
  };
}
