import { isIP } from 'node:net';
import { z } from 'zod';
import { settings } from '../blog/settings.ts';
import { applicationIdOf, cleanToken } from '../discord/token.ts';
import type { Locale } from '../words/model.ts';
import { localeOf } from '../words/words.ts';
import { readContent } from './content.ts';
import { readDuration } from './duration.ts';

/*
 * One schema a variable, over its trimmed and never empty text. A schema's message says what the variable
 * wants, to be read after “it wants”.
 */

/** Text that `read` understands; it returns undefined for what it does not. */
function understood<T>(wants: string, read: (value: string) => T | undefined) {
  return z.string(wants).transform((value, context): T => {
    const understandable = read(value);
    if (understandable !== undefined) return understandable;
    context.issues.push({ code: 'custom', message: wants, input: value });
    return z.NEVER;
  });
}

function oneOf<const T extends string>(values: readonly T[]) {
  return understood(`one of ${values.join(', ')}`, value =>
    values.find(known => known === value.toLowerCase()),
  );
}

function webAddress(value: string): URL | undefined {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) ? url : undefined;
}

const withoutSlash = (address: string) => address.replace(/\/$/, '');

/** zh, zh_TW, zh-Hans-CN, en-GB and the `.UTF-8` of a shell included. */
function locale(value: string): Locale | undefined {
  const tag = value.replace(/\..*$/s, '').replaceAll('_', '-');
  return /^(?:zh|en)(?:-[a-z0-9]+)*$/i.test(tag) ? localeOf(tag) : undefined;
}

function host(value: string): string | undefined {
  const bare = value.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) > 0 || /^[a-z0-9.-]+$/i.test(bare) ? bare : undefined;
}

function port(value: string): number | undefined {
  return /^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : undefined;
}

/** What proxies show is often `127.0.0.1:7890` alone. */
function proxy(value: string): string | undefined {
  return webAddress(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`)?.href;
}

const id = (whose: string) =>
  understood(`the ${whose}'s id, 17 to 20 digits`, value => (/^\d{17,20}$/.test(value) ? value : undefined));

export const CONTENT = understood(
  'a folder of posts, or the http(s) address of a git repository (https://…/blog.git, and #branch:folder behind it) or of a feed',
  readContent,
);

const second = 1_000;
const day = 86_400_000;

/** A duration between two bounds, in milliseconds. */
const duration = (wants: string, least: number, most: number) =>
  understood(wants, value => {
    const length = readDuration(value);
    return length !== undefined && length >= least && length <= most ? length : undefined;
  });

export const CONTENT_EVERY = duration(
  'a time from 10 seconds to a day, such as 5 minutes or 300s',
  10 * second,
  day,
);

export const CONTENT_TOKEN = z.string();

export const CONTENT_SECRET = z.string();

export const CACHE_DIR = z.string();

export const DATABASE_URL = understood(
  'the path of a SQLite file, or the address of a PostgreSQL database (postgres://user:password@host/name)',
  value => {
    if (/^postgres(?:ql)?:\/\//i.test(value)) return URL.canParse(value) ? value : undefined;
    return /^(?!sqlite:|file:)\w+:\/\//i.test(value) ? undefined : value;
  },
);

export const ANNOUNCE_AFTER = duration('a time up to a day, such as 10 minutes or 0s', 0, day);

export const ANNOUNCE_WITHIN = duration(
  'a time from an hour to 10,000 days, such as 14 days',
  day / 24,
  10_000 * day,
);

export const HOME_CHANNEL = id('channel');

export const SITE_URL = understood(settings.url.wants, settings.url.read);

export const POST_URL = understood(settings.postUrl.wants, settings.postUrl.read);

export const TIMEZONE = understood(settings.timezone.wants, settings.timezone.read);

export const DIALECT = understood(settings.dialect.wants, settings.dialect.read);

export const DEFAULT_LOCALE = understood('zh-CN, zh-TW or en', locale);

export const VISIBILITY = oneOf(['auto', 'private']);

/** Undefined where nobody is held to anything. */
export const FAIR_USE = understood(
  'how many commands a reader may give within a minute, from 1 to 1000, or off',
  value => {
    if (value.toLowerCase() === 'off') return { most: undefined };
    return /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= 1_000
      ? { most: Number(value) }
      : undefined;
  },
);

export const LOG_LEVEL = oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);

export const DISCORD_TOKEN = understood(
  "the bot's token (Developer Portal → your application → Bot → Reset Token)",
  value => {
    const text = cleanToken(value);
    const applicationId = applicationIdOf(text);
    return applicationId === undefined ? undefined : { text, applicationId };
  },
);

export const DISCORD_PUBLIC_KEY = understood(
  "the application's public key, 64 hexadecimal digits (Developer Portal → your application → General Information)",
  value => (/^[0-9a-f]{64}$/i.test(value) ? value.toLowerCase() : undefined),
);

export const DISCORD_APPLICATION_ID = id('application');

export const DISCORD_GUILD_ID = id('server');

export const DISCORD_API_URL = understood(
  'the whole address of what stands in for https://discord.com/api',
  value => {
    const url = webAddress(value);
    return url === undefined || /[?#]/.test(value) ? undefined : withoutSlash(url.href);
  },
);

export const HOST = understood(
  'the address or name to listen on alone, such as 127.0.0.1 or 0.0.0.0 (the port goes to PORT)',
  host,
);

const portNumber = () => understood('a whole number from 0 to 65535', port);

export const PORT = portNumber();

export const ADMIN_PORT = portNumber();

export const LOG_QUERIES = understood(
  '1 to log what readers ask for, or 0',
  value => ({ '1': true, true: true, '0': false, false: false })[value.toLowerCase()],
);

export const HTTPS_PROXY = understood(
  'the address of an HTTP proxy, such as http://127.0.0.1:7890 (most SOCKS proxies offer an HTTP port as well)',
  proxy,
);
