import type { APIInteraction } from 'discord-api-types/v10';
import type { Locale } from '../words/model.ts';
import { localeOf } from '../words/words.ts';

/** Permission bits (https://docs.discord.com/developers/topics/permissions). */
const permission = {
  administrator: 1n << 3n,
  manageServer: 1n << 5n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  manageThreads: 1n << 34n,
  sendMessagesInThreads: 1n << 38n,
} as const;

/** Channel types that are threads. */
const threads: ReadonlySet<number> = new Set([10, 11, 12]);

/** Who asks and where: what an interaction says besides the question. */
export interface Setting {
  readonly reader: { readonly id: string; readonly name: string };
  /** The reader's language. */
  readonly locale: Locale;
  /** The server's language, where Discord names one that somebody chose. */
  readonly serverLocale?: Locale;
  /** A direct message with Quoth, where nothing is ephemeral. */
  readonly direct: boolean;
  /** Whether an answer may be posted for all to see: both the reader and Quoth may write here. */
  readonly open: boolean;
  /** The server; absent outside of servers. */
  readonly guild?: string;
  readonly channel: string;
  /** What the channel is within: a thread's channel. */
  readonly parent?: string;
  readonly managesServer: boolean;
  readonly managesMessages: boolean;
}

/** Marks that turn the direction of text: unclosed, they would turn what stands after a name or a query as well. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text that somebody wrote, without what would turn the direction of ours. */
export const withoutDirections = (text: string): string => text.replace(directions, '');

function bits(text: string | undefined): bigint {
  return typeof text === 'string' && /^\d{1,20}$/.test(text) ? BigInt(text) : 0n;
}

const has = (held: bigint, wanted: bigint): boolean =>
  (held & permission.administrator) !== 0n || (held & wanted) !== 0n;

/**
 * The server's language: Discord names en-US for every server that is not a Community
 * (https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object), so en-US
 * says something only of those that are.
 */
function serverLocale(interaction: APIInteraction): Locale | undefined {
  const tag = interaction.guild_locale;
  if (typeof tag !== 'string') return undefined;
  const features: unknown = interaction.guild?.features;
  return (Array.isArray(features) && features.includes('COMMUNITY')) || tag !== 'en-US'
    ? localeOf(tag)
    : undefined;
}

function isLocked({ channel }: APIInteraction): boolean {
  return channel !== undefined && 'thread_metadata' in channel && channel.thread_metadata?.locked === true;
}

function isOpen(interaction: APIInteraction): boolean {
  if (interaction.guild_id === undefined) return false;
  const owners = interaction.authorizing_integration_owners;
  if (owners && owners['0'] === undefined) return false;
  if (isLocked(interaction) && !has(bits(interaction.member?.permissions), permission.manageThreads))
    return false;
  const inThread = threads.has(interaction.channel?.type ?? 0);
  const needed = inThread ? permission.sendMessagesInThreads : permission.sendMessages;
  return has(bits(interaction.member?.permissions), needed) && has(bits(interaction.app_permissions), needed);
}

/** Reads who asks and where. Whatever is missing or malformed counts as not allowed and not known. */
export function settingOf(interaction: APIInteraction): Setting {
  const user = interaction.member?.user ?? interaction.user;
  const held = bits(interaction.member?.permissions);
  const server = serverLocale(interaction);
  const tag: unknown = 'locale' in interaction ? interaction.locale : undefined;
  const { channel, guild_id: guild } = interaction;
  return {
    reader: {
      id: user?.id ?? '',
      name: withoutDirections(String(interaction.member?.nick ?? user?.global_name ?? user?.username ?? '')),
    },
    locale: localeOf(typeof tag === 'string' ? tag : 'en-US'),
    ...(server ? { serverLocale: server } : {}),
    direct: guild === undefined && (interaction.context ?? 1) === 1,
    open: isOpen(interaction),
    ...(typeof guild === 'string' ? { guild } : {}),
    channel: channel?.id ?? '',
    ...(channel && 'parent_id' in channel && typeof channel.parent_id === 'string'
      ? { parent: channel.parent_id }
      : {}),
    managesServer: has(held, permission.manageServer),
    managesMessages: has(held, permission.manageMessages),
  };
}
