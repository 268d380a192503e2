import { z } from 'zod';
import type { DialectName } from './blog/model.ts';
import { type Announcing, readAnnouncing } from './config/announcing.ts';
import { defaultCacheFolder } from './config/cache-folder.ts';
import { check } from './config/check.ts';
import type { Environment } from './config/environment.ts';
import type { Fault } from './config/fault.ts';
import { hiding } from './config/hiding.ts';
import { warnOfMisspelt } from './config/misspelt.ts';
import { readSource, type Source } from './config/source.ts';
import * as variables from './config/variables.ts';
import { readWay, type Way } from './config/way.ts';
import type { Locale } from './words/model.ts';

/** Everything that can be set, checked. What the blog says of itself is absent where nothing overrides it. */
export interface Config {
  /** Folder of posts, or the address that they are brought from, without a login. */
  readonly content: string;
  /** Where posts are brought from; absent where CONTENT is a folder. */
  readonly source?: Source;
  /** Who may tell that posts have changed: the secret of a webhook, printed as [secret]. Absent where nobody may. */
  readonly hook?: { readonly secret: string };
  /** Folder of what was read before; made where it is not there. */
  readonly cacheFolder: string;
  readonly announcing: Announcing;
  readonly blog: {
    /** Without a closing slash. */
    readonly url?: string;
    readonly postUrl?: string;
    /** IANA name. */
    readonly timezone?: string;
    /** The generator that the posts are written for. */
    readonly dialect?: DialectName;
  };
  readonly locale?: Locale;
  readonly visibility: z.infer<typeof variables.VISIBILITY>;
  /** How many commands a reader may give within a minute; any number where it is absent. */
  readonly fairUse?: number;
  readonly logLevel: z.infer<typeof variables.LOG_LEVEL>;
  /** Whether the log says what readers filled in. */
  readonly logsQueries: boolean;
  /** The port of `/healthz` and `/metrics`, where they have one of their own. */
  readonly adminPort?: number;
  readonly way: Way;
}

/** A configuration to start with, or why there is none; warnings are whole sentences. */
export type Reading =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly warnings: readonly string[] };

const settings = z.object({
  CONTENT: variables.CONTENT.default({ kind: 'folder', folder: './content' }),
  CONTENT_SECRET: variables.CONTENT_SECRET.optional(),
  CACHE_DIR: variables.CACHE_DIR.default(defaultCacheFolder),
  SITE_URL: variables.SITE_URL.optional(),
  POST_URL: variables.POST_URL.optional(),
  TIMEZONE: variables.TIMEZONE.optional(),
  DIALECT: variables.DIALECT.optional(),
  DEFAULT_LOCALE: variables.DEFAULT_LOCALE.optional(),
  VISIBILITY: variables.VISIBILITY.default('auto'),
  FAIR_USE: variables.FAIR_USE.default({ most: 20 }),
  LOG_LEVEL: variables.LOG_LEVEL.default('info'),
  LOG_QUERIES: variables.LOG_QUERIES.default(false),
  ADMIN_PORT: variables.ADMIN_PORT.optional(),
});

/**
 * Reads what is set in an environment and what stands on the command line (`say "/insight 5" --json`).
 *
 * Text is trimmed, and empty text counts as unset. Without a way on the command line a public key opens
 * HTTP, else a token the gateway, else it is the preview. What the chosen way does not use is not checked.
 */
export function readConfig(environment: Environment, args: readonly string[] = []): Reading {
  const set = present(environment);
  const warnings = warnOfMisspelt(set);
  const read = check(settings, set);
  const way = readWay(args, set);
  const source = read.ok ? readSource(read.value.CONTENT, set) : read;
  const announcing = readAnnouncing(set);
  if (!read.ok || !way.ok || !source.ok || !announcing.ok) {
    const faults = [source, announcing, way].flatMap(part => (part.ok ? [] : part.faults));
    return { ok: false, faults, warnings };
  }
  const { CONTENT, CONTENT_SECRET, CACHE_DIR, SITE_URL, POST_URL, TIMEZONE, DIALECT, DEFAULT_LOCALE } =
    read.value;
  const { VISIBILITY, FAIR_USE, LOG_LEVEL, LOG_QUERIES, ADMIN_PORT } = read.value;
  const config = {
    content: CONTENT.kind === 'folder' ? CONTENT.folder : CONTENT.address.url,
    ...(source.value ? { source: source.value } : {}),
    ...(CONTENT_SECRET === undefined ? {} : { hook: hiding({ secret: CONTENT_SECRET }, 'secret') }),
    cacheFolder: CACHE_DIR,
    announcing: announcing.value,
    blog: { url: SITE_URL, postUrl: POST_URL, timezone: TIMEZONE, dialect: DIALECT },
    locale: DEFAULT_LOCALE,
    visibility: VISIBILITY,
    ...(FAIR_USE.most === undefined ? {} : { fairUse: FAIR_USE.most }),
    logLevel: LOG_LEVEL,
    logsQueries: LOG_QUERIES,
    ...(ADMIN_PORT === undefined ? {} : { adminPort: ADMIN_PORT }),
    way: way.value,
  };
  return { ok: true, config, warnings };
}

/** What is set, trimmed. Unix programs read the proxy's variables in lower case first. */
function present(environment: Environment): Readonly<Record<string, string>> {
  const set = Object.entries(environment).flatMap(([name, value = '']) => {
    const known = name.replace(/^(?:https|no)_proxy$/, lower => lower.toUpperCase());
    return value.trim() === '' ? [] : [[known, value.trim(), known !== name] as const];
  });
  return Object.fromEntries(set.sort((one, other) => Number(one[2]) - Number(other[2])));
}
