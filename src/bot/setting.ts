import type { APIInteraction } from 'discord-api-types/v10';
import { cut } from '../message/shorten.ts';
import type { Locale } from '../words/model.ts';
import { localeOf } from '../words/words.ts';
import { permissions } from './permissions.ts';
import { isRecord, recordOf, type Sent, textOf } from './sent.ts';

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

/**
 * What text should not have that somebody typed: marks that turn the direction, which unclosed would turn what stands
 * after a name or a query as well, and characters that control terminals.
 */
const unwanted = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/gu;

/** Text that somebody wrote, whole characters alone, and nothing that does anything to ours. */
export const tame = (text: string): string => text.toWellFormed().replace(unwanted, '');

function bits(text: unknown): bigint {
  return typeof text === 'string' && /^\d{1,20}$/.test(text) ? BigInt(text) : 0n;
}

const has = (held: bigint, wanted: bigint): boolean =>
  (held & permissions.Administrator) !== 0n || (held & wanted) !== 0n;

/**
 * The server's language: Discord names en-US for every server that is not a Community
 * (https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object), so en-US
 * says something only of those that are.
 */
function serverLocale({ guild, guild_locale: tag }: Sent): Locale | undefined {
  if (typeof tag !== 'string') return undefined;
  const { features } = recordOf(guild);
  return (Array.isArray(features) && features.includes('COMMUNITY')) || tag !== 'en-US'
    ? localeOf(tag)
    : undefined;
}

function isOpen({ guild_id: guild, authorizing_integration_owners: owners, ...sent }: Sent): boolean {
  if (guild === undefined) return false;
  if (isRecord(owners) && owners['0'] === undefined) return false;
  const channel = recordOf(sent.channel);
  const held = bits(recordOf(sent.member).permissions);
  const isLocked = recordOf(channel.thread_metadata).locked === true;
  if (isLocked && !has(held, permissions.ManageThreads)) return false;
  const inThread = typeof channel.type === 'number' && threads.has(channel.type);
  const needed = inThread ? permissions.SendMessagesInThreads : permissions.SendMessages;
  return has(held, needed) && has(bits(sent.app_permissions), needed);
}

/** The most that a name of a person may be long at Discord's. */
const longestName = 32;

/** What a person is called: in the server, else everywhere. A longer name than there can be is cut. */
function nameOf(member: Sent, user: Sent): string {
  const names = [member.nick, user.global_name, user.username];
  return cut(tame(names.find(name => typeof name === 'string') ?? ''), longestName);
}

/** Reads who asks and where. Interactions are untrusted: what is missing or malformed counts as not allowed and not known. */
export function settingOf(interaction: APIInteraction): Setting {
  const sent: Sent = { ...interaction };
  const member = recordOf(sent.member);
  const user = recordOf(member.user ?? sent.user);
  const channel = recordOf(sent.channel);
  const held = bits(member.permissions);
  const server = serverLocale(sent);
  const guild = sent.guild_id;
  return {
    reader: { id: textOf(user.id), name: nameOf(member, user) },
    locale: localeOf(typeof sent.locale === 'string' ? sent.locale : 'en-US'),
    ...(server ? { serverLocale: server } : {}),
    direct: guild === undefined && (sent.context ?? 1) === 1,
    open: isOpen(sent),
    ...(typeof guild === 'string' ? { guild } : {}),
    channel: textOf(channel.id),
    ...(typeof channel.parent_id === 'string' ? { parent: channel.parent_id } : {}),
    managesServer: has(held, permissions.ManageGuild),
    managesMessages: has(held, permissions.ManageMessages),
  };
}
