import { z } from 'zod';
import type { Reach } from '../discord/reach.ts';
import { type Checked, check, type Values } from './check.ts';
import { shown } from './fault.ts';
import { hiding } from './hiding.ts';
import { type Picture, readPicture } from './picture.ts';
import * as variables from './variables.ts';

/** What to open, and what that needs. */
export type Way =
  | { readonly open: 'gateway'; readonly bot: Bot; readonly reach: Reach; readonly listen?: Listen }
  | ({ readonly open: 'http'; readonly reach: Reach } & Endpoint)
  | { readonly open: 'register'; readonly bot: Bot; readonly reach: Reach }
  | ({ readonly open: 'preview' } & Page)
  | ({ readonly open: 'picture' } & Picture)
  | { readonly open: 'check'; readonly folder?: string; readonly json: boolean }
  | { readonly open: 'why'; readonly post: string }
  | { readonly open: 'links'; readonly json: boolean }
  | { readonly open: 'missed'; readonly json: boolean }
  | { readonly open: 'worker'; readonly folder: string }
  | { readonly open: 'say'; readonly line: string; readonly json: boolean };

/** The account that Quoth speaks from. */
export interface Bot {
  /** Without “Bot ”; printed as [secret]. */
  readonly token: string;
  readonly applicationId: string;
  /** The one server to register commands in; everywhere where it is absent. */
  readonly guildId?: string;
}

/** Where an HTTP server listens. */
export interface Listen {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** Where interactions are posted to. */
export interface Endpoint extends Listen {
  /** 64 hexadecimal digits. */
  readonly publicKey: string;
  /** Absent where neither a token nor DISCORD_APPLICATION_ID tells it. */
  readonly applicationId?: string;
  /** Absent where no token is set: then nothing is registered at the start. */
  readonly bot?: Bot;
}

/** Where the preview's page is served. */
export interface Page {
  /** In place of CONTENT. */
  readonly folder?: string;
  readonly host: string;
  /** The next free one is taken where it is not free; 0 takes any. */
  readonly port: number;
}

const account = {
  DISCORD_TOKEN: variables.DISCORD_TOKEN,
  DISCORD_APPLICATION_ID: variables.DISCORD_APPLICATION_ID.optional(),
  DISCORD_GUILD_ID: variables.DISCORD_GUILD_ID.optional(),
};

const road = {
  DISCORD_API_URL: variables.DISCORD_API_URL.optional(),
  HTTPS_PROXY: variables.HTTPS_PROXY.optional(),
  NO_PROXY: z.string().default(''),
};

const client = z.object({ ...account, ...road });

const place = {
  HOST: variables.HOST.default('127.0.0.1'),
  PORT: variables.PORT.default(3000),
};

const server = z.object({
  ...account,
  ...road,
  ...place,
  DISCORD_TOKEN: variables.DISCORD_TOKEN.optional(),
  DISCORD_PUBLIC_KEY: variables.DISCORD_PUBLIC_KEY,
});

/** Whoever reaches the page could read what stands beside the token: it is for this machine alone then. */
const page = z
  .object({
    ...place,
    DISCORD_TOKEN: z.string().optional(),
  })
  .superRefine(({ DISCORD_TOKEN: token, HOST: host }, context) => {
    if (token === undefined || /^(?:127\..*|::1|localhost)$/.test(host)) return;
    const message =
      '127.0.0.1 for the preview beside DISCORD_TOKEN; leave the token out to show it to others';
    context.addIssue({ code: 'custom', path: ['HOST'], message, input: host });
  });

const names = [
  'gateway',
  'http',
  'preview',
  'picture',
  'say',
  'check',
  'why',
  'links',
  'missed',
  'worker',
  'register',
] as const;

/** Where the Worker is built, unless told; wrangler.jsonc names it. */
const workerFolder = 'dist/worker';

/** The names of ways that the bot opens for readers. */
type Opening = 'gateway' | 'http' | 'preview' | 'register';

const isOpening = (name: (typeof names)[number]): name is Opening =>
  name === 'gateway' || name === 'http' || name === 'preview' || name === 'register';

/** What is asked for once, in the terminal; undefined where what follows its name means nothing. */
function readOnce(
  name: Exclude<(typeof names)[number], Opening>,
  rest: readonly string[],
  set: Values,
): Checked<Way> | undefined {
  const once = (value: Way): Checked<Way> => ({ ok: true, value });
  switch (name) {
    case 'say':
      return readLine(rest);
    case 'check':
      return readCheck(rest);
    case 'picture':
      return readPicture(rest, set);
    case 'why':
      return rest.length > 0 ? once({ open: name, post: rest.join(' ') }) : undefined;
    case 'links':
    case 'missed':
      return rest.every(word => word === '--json') ? once({ open: name, json: rest.length > 0 }) : undefined;
    case 'worker':
      return rest.length < 2 ? once({ open: name, folder: rest[0] ?? workerFolder }) : undefined;
  }
}

/** The way that the command line names, else the one that what is set asks for. */
export function readWay([name, ...rest]: readonly string[], set: Values): Checked<Way> {
  const open = name === undefined ? wayFor(set) : names.find(known => known === name);
  if (open !== undefined && !isOpening(open)) return readOnce(open, rest, set) ?? unknown([open, ...rest]);
  if (open === 'preview' && rest.length < 2) return readPage(rest[0], set);
  if (open === undefined || open === 'preview' || rest.length > 0) return unknown([name ?? '', ...rest]);
  const isListening = set.CONTENT_SECRET !== undefined || set.ADMIN_PORT !== undefined;
  if (open === 'gateway' && isListening) {
    return check(
      client.extend(place).transform(read => {
        const listen = { host: read.HOST, port: read.PORT };
        return { open, bot: botOf(read), reach: reachOf(read), listen };
      }),
      set,
    );
  }
  if (open !== 'http') {
    return check(
      client.transform(read => ({ open, bot: botOf(read), reach: reachOf(read) })),
      set,
    );
  }
  return check(
    server.transform(read => {
      const { DISCORD_TOKEN, DISCORD_PUBLIC_KEY: publicKey, HOST: host, PORT: port } = read;
      const bot = DISCORD_TOKEN && botOf({ ...read, DISCORD_TOKEN });
      const applicationId = bot?.applicationId ?? read.DISCORD_APPLICATION_ID;
      return { open, publicKey, host, port, applicationId, bot, reach: reachOf(read) };
    }),
    set,
  );
}

function readPage(folder: string | undefined, set: Values): Checked<Way> {
  const named = folder === undefined ? {} : { folder };
  return check(
    page.transform(({ HOST: host, PORT: port }) => ({ open: 'preview' as const, host, port, ...named })),
    set,
  );
}

function wayFor(set: Values): 'http' | 'gateway' | 'preview' {
  if (set.DISCORD_PUBLIC_KEY !== undefined) return 'http';
  return set.DISCORD_TOKEN === undefined ? 'preview' : 'gateway';
}

function readLine(rest: readonly string[]): Checked<Way> {
  const words = rest.filter(word => word !== '--json');
  if (words.length === 0) return unknown(['say', ...rest]);
  return { ok: true, value: { open: 'say', line: words.join(' '), json: words.length < rest.length } };
}

/** A folder other than CONTENT, and `--json`, in any order. */
function readCheck(rest: readonly string[]): Checked<Way> {
  const [folder, ...more] = rest.filter(word => word !== '--json');
  if (more.length > 0 || folder?.startsWith('--')) return unknown(['check', ...rest]);
  const json = rest.includes('--json');
  return { ok: true, value: { open: 'check', json, ...(folder === undefined ? {} : { folder }) } };
}

function unknown(args: readonly string[]): Checked<Way> {
  const wants = `${names.filter(name => !['say', 'picture', 'check', 'why', 'links', 'missed', 'worker'].includes(name)).join(', ')}, doctor (with --json for programs), check (with a folder, and with --json for programs), why "a post", links or missed (with --json for programs), worker (with a folder to build it in), say "/insight 5" (with --json the response itself), or picture "/insight 5" out.png (with --dark, --width 375, --locale zh-CN)`;
  return { ok: false, faults: [{ name: 'npm start --', got: shown(args.join(' ')), wants }] };
}

function botOf(read: z.infer<z.ZodObject<typeof account>>): Bot {
  const { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: id, DISCORD_GUILD_ID: guildId } = read;
  return hiding({ token: token.text, applicationId: id ?? token.applicationId, guildId }, 'token');
}

function reachOf(read: z.infer<z.ZodObject<typeof road>>): Reach {
  const { DISCORD_API_URL: apiUrl, HTTPS_PROXY: url, NO_PROXY: except } = read;
  return { apiUrl, proxy: url === undefined ? undefined : hiding({ url, except }, 'url') };
}
