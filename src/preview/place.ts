import type { APIUser, Locale } from 'discord-api-types/v10';

/** Who does something, and in which channel of which server. */
export interface Place {
  /** The application, which is its bot user's id too. */
  readonly application: APIUser;
  readonly reader: APIUser;
  /** The reader's language. */
  readonly locale: `${Locale}`;
  /** What the reader may do in the channel, as Discord's decimal bits. */
  readonly permissions: bigint;
  /** What the application may do there. */
  readonly appPermissions: bigint;
  readonly channel: PlaceChannel;
  /** The roles of the server, and who has them. */
  readonly roles: readonly PlaceRole[];
  /** A server that is a Community, so that its language is one that somebody chose. */
  readonly guild: { readonly id: string; readonly locale: `${Locale}` };
}

export interface PlaceChannel {
  readonly id: string;
  readonly name: string;
  /** Discord's number of its kind: text, announcement, a thread in that, any other thread, forum. */
  readonly type: 0 | 5 | 10 | 11 | 15;
  /** The channel that a thread belongs to. */
  readonly parent?: string;
}

export interface PlaceRole {
  readonly id: string;
  readonly name: string;
  readonly holders: readonly string[];
}

/** Bits of what everyone may do in a new server, as far as a bot cares: https://docs.discord.com/developers/topics/permissions. */
const EVERYONE = bitsOf([6, 10, 11, 14, 15, 16, 18, 31, 38]);
/** The same with what it takes to announce: managing roles, and threads of its own. */
const BOT = EVERYONE | bitsOf([28, 35]);
/** Who manages the server: its channels, roles, messages, threads, and all mentions. */
const MANAGER = EVERYONE | bitsOf([4, 5, 13, 17, 28, 34, 35]);

function bitsOf(places: readonly number[]): bigint {
  return places.reduce((bits, place) => bits | (1n << BigInt(place)), 0n);
}

export const APPLICATION = person('1100000000000000001', 'Quoth', true);

/** Who reads, and what they may do. */
export interface Reader {
  readonly user: APIUser;
  readonly permissions: bigint;
}

/** Two people, so that one can see what the other gets; one of them manages the server. */
export const READERS: readonly [Reader, Reader] = [
  { user: person('1100000000000000002', 'Lin', false), permissions: MANAGER },
  { user: person('1100000000000000005', 'Ann', false), permissions: EVERYONE },
];

/** The channel in which everything begins. */
export const GENERAL = { id: '1100000000000000003', name: 'general' } as const;

export const GUILD = '1100000000000000004';

/** What of a place differs from the text channel of a server that nobody manages. */
export interface Whereabouts extends Partial<Pick<Place, 'reader' | 'permissions' | 'channel' | 'roles'>> {
  /** The server's language; the reader's where absent. */
  readonly guildLocale?: `${Locale}`;
}

/** A channel of a server where everyone may write, seen by one reader. */
export function placeFor(locale: `${Locale}`, { guildLocale = locale, ...where }: Whereabouts = {}): Place {
  return {
    application: APPLICATION,
    reader: person('1100000000000000002', 'Reader', false),
    locale,
    permissions: EVERYONE,
    appPermissions: BOT,
    channel: { ...GENERAL, type: 0 },
    roles: [],
    guild: { id: GUILD, locale: guildLocale },
    ...where,
  };
}

/** An account, of a person or of a bot. */
function person(id: string, name: string, bot: boolean): APIUser {
  return { id, username: name.toLowerCase(), discriminator: '0', global_name: name, avatar: null, bot };
}

/** Discord's epoch: the first second of 2015. */
const EPOCH = 1_420_070_400_000;

/**
 * Ids as Discord makes them: the time, who makes them, and a number that counts up. `now` is in milliseconds since
 * 1970; makers of different numbers, up to 1023, make different ids.
 */
export function snowflakes(now: () => number, maker = 0): () => string {
  let count = 0n;
  return () => {
    const time = BigInt(Math.max(0, Math.floor(now()) - EPOCH)) << 22n;
    const id = time | (BigInt(maker) << 12n) | (count & 0xfffn);
    count += 1n;
    return String(id);
  };
}

/** Whether the thing of one id was made after that of another. */
export function isAfter(id: string, other: string): boolean {
  return BigInt(id) > BigInt(other);
}

/** When the thing of this id was made. */
export function timeOf(id: string): Date {
  return new Date(Number(BigInt(id) >> 22n) + EPOCH);
}
