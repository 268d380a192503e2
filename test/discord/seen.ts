import {
  type APIButtonComponent,
  type APIMessage,
  type APIStringSelectComponent,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Choice, Exchange, Happening } from './exchange.ts';
import { placedIn } from './limits.ts';
import { isLoading } from './messages.ts';

/** What a reader sees of an answer. */
export interface Seen {
  /** A new message, one that changed, one that went away, choices to pick from, or nothing. */
  readonly change: 'new' | 'edited' | 'deleted' | 'choices' | 'nothing';
  /** The message as it stands now; as it last stood, where it went away. Throws where there is none. */
  readonly message: APIMessage;
  /** Whether only this reader sees it. */
  readonly private: boolean;
  /** Whether "thinking…" was shown first, or the press acknowledged first. */
  readonly deferred: boolean;
  /** All that can be read in the message, a line for each text. */
  readonly text: string;
  /** The labels of its buttons, in order; the emoji of one that has no label. */
  readonly buttons: readonly string[];
  /** What can be picked, where one was typing; empty otherwise. */
  readonly choices: readonly Choice[];
  /** What the bot does about the same interaction after this. */
  readonly next: () => Promise<Seen>;
}

/** How long a reader waits for a bot that does nothing at all, in milliseconds of the machine's time. */
const patience = 15_000;

/**
 * What a reader sees of an exchange in the end: a deferred answer is waited for.
 * Fails where Discord refused what the bot sent, and where a reader would see "The application did not respond".
 */
export async function seenOf(exchange: Exchange, from = 0): Promise<Seen> {
  let waiting: Happening | undefined;
  for (let index = from; ; index++) {
    const happening = await inTime(exchange, index);
    switch (happening.kind) {
      case 'refused': {
        const { what, problems } = happening.refusal;
        throw new Error(`Discord refuses the ${what}:\n${problems.join('\n')}`);
      }
      case 'failed':
        throw new Error(`${exchange.name} failed: ${happening.reason}.`);
      case 'over':
        if (!waiting) throw new Error(`${exchange.name}: the application did not respond.`);
        return see(exchange, waiting, index, waiting);
      case 'deferred':
        waiting = happening;
        break;
      case 'deleted':
        // A "thinking…" that goes away makes room for another message.
        if (!isLoading(happening.message)) return see(exchange, happening, index, waiting);
        waiting = happening;
        break;
      default:
        return see(exchange, happening, index, waiting);
    }
  }
}

async function inTime(exchange: Exchange, index: number): Promise<Happening> {
  const late = Promise.withResolvers<Happening>();
  const timer = setTimeout(() => late.resolve({ kind: 'over' }), patience);
  try {
    return await Promise.race([exchange.happening(index), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function see(exchange: Exchange, happening: Happening, index: number, waiting: Happening | undefined): Seen {
  const message = 'message' in happening ? happening.message : undefined;
  return {
    change: changes[happening.kind],
    get message() {
      if (message) return message;
      throw new Error(`${exchange.name} shows no message.`);
    },
    private: ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    deferred: waiting !== undefined,
    text: message ? textOf(message) : '',
    buttons: message ? buttonsOf(message).map(nameOfButton) : [],
    choices: happening.kind === 'choices' ? happening.choices : [],
    next: () => seenOf(exchange, index + 1),
  };
}

const changes: Readonly<Record<Happening['kind'], Seen['change']>> = {
  sent: 'new',
  edited: 'edited',
  deleted: 'deleted',
  choices: 'choices',
  deferred: 'nothing',
  over: 'nothing',
  refused: 'nothing',
  failed: 'nothing',
};

/** All that can be read in a message: content, embeds, text displays, in order, a line for each. */
function textOf({ content, embeds, components = [] }: APIMessage): string {
  const inEmbeds = embeds.flatMap(({ title, description, fields = [], footer }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  const displayed = placedIn(components, []).map(({ component }) =>
    component.type === ComponentType.TextDisplay ? component.content : '',
  );
  return [content, ...inEmbeds, ...displayed].filter(Boolean).join('\n');
}

export function buttonsOf({ components = [] }: APIMessage): readonly APIButtonComponent[] {
  return placedIn(components, []).flatMap(({ component }) =>
    component.type === ComponentType.Button ? [component] : [],
  );
}

/** A button's label, else its emoji. */
export function nameOfButton(button: APIButtonComponent): string {
  if ('label' in button && button.label) return button.label;
  return ('emoji' in button && button.emoji?.name) || '';
}

export function selectsOf({ components = [] }: APIMessage): readonly APIStringSelectComponent[] {
  return placedIn(components, []).flatMap(({ component }) =>
    component.type === ComponentType.StringSelect ? [component] : [],
  );
}
