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
  readonly channel: { readonly id: string; readonly name: string };
  /** A server that is a Community, so that its language is one that somebody chose. */
  readonly guild: { readonly id: string; readonly locale: `${Locale}` };
}

/** Bits of what everyone may do in a new server, as far as a bot cares: https://docs.discord.com/developers/topics/permissions. */
const EVERYONE = [6, 10, 11, 14, 15, 16, 18, 31, 38].reduce((bits, bit) => bits | (1n << BigInt(bit)), 0n);

/** A channel of a server where everyone may write, seen by one reader. */
export function channelFor(
  locale: `${Locale}`,
  guildLocale: `${Locale}` = locale,
  reader: APIUser = person('1100000000000000002', 'Reader', false),
): Place {
  return {
    application: person('1100000000000000001', 'Quoth', true),
    reader,
    locale,
    permissions: EVERYONE,
    appPermissions: EVERYONE,
    channel: { id: '1100000000000000003', name: 'general' },
    guild: { id: '1100000000000000004', locale: guildLocale },
  };
}

/** An account, of a person or of a bot. */
export function person(id: string, name: string, bot: boolean): APIUser {
  return { id, username: name.toLowerCase(), discriminator: '0', global_name: name, avatar: null, bot };
}

/** Discord's epoch: the first second of 2015. */
const EPOCH = 1_420_070_400_000;

/** Ids as Discord makes them: the time, and a number that counts up. `now` is in milliseconds since 1970. */
export function snowflakes(now: () => number): () => string {
  let count = 0n;
  return () => {
    const id = (BigInt(Math.max(0, Math.floor(now()) - EPOCH)) << 22n) | (count & 0xfffn);
    count += 1n;
    return String(id);
  };
}

/** When the thing of this id was made. */
export function timeOf(id: string): Date {
  return new Date(Number(BigInt(id) >> 22n) + EPOCH);
}
