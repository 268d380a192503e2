import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { stream, streamSSE } from 'hono/streaming';
import type { Announcing } from '../../../announce/model.ts';
import type { Blog } from '../../../blog/model.ts';
import type { Locale } from '../../../words/model.ts';
import type { LiveGuild } from '../../guild/guild.ts';
import { whereIn } from '../../guild/where.ts';
import { APPLICATION, READERS } from '../../place.ts';
import type { Change, Start } from '../wire.ts';
import { answer, type RespondBy } from './answer.ts';
import { readAsked } from './asked.ts';
import type { Bundle } from './bundle.ts';
import { documentOf, icon } from './document.ts';
import { foundIn } from './found.ts';
import { guard } from './guard.ts';
import { type Pictures, pictureOf, readPicture } from './pictures.ts';
import { type Check, onceForEach } from './problems.ts';
import { doWith, readWanted, waitsIn } from './waiting.ts';

/** The posts as they are now, and word of each change. */
export interface LiveBlog {
  readonly current: () => Blog;
  /** Tells `listener` what changed until the returned function is called. */
  readonly onChange: (listener: (change: Change) => void) => () => void;
}

/** What the page is made of. */
export interface PageParts {
  readonly respondBy: RespondBy;
  /** The commands as they are registered with Discord. */
  readonly commands: RESTPutAPIApplicationCommandsJSONBody;
  readonly live: LiveBlog;
  /** Everything that `npm start -- check` would name. */
  readonly check: Check;
  /** The folder as it was named, and its real path. */
  readonly folder: string;
  readonly root: string;
  /** Whether these are the posts that Quoth comes with. */
  readonly shipped: boolean;
  /** The page's language, where one is set. */
  readonly locale?: Locale;
  readonly guildLocale: Locale;
  readonly bundle: Promise<Bundle>;
  /** The address that is listened on. */
  readonly host: string;
  readonly guild: LiveGuild;
  /** What tells the pretended server's channels of new posts, where something does. */
  readonly announcing?: Announcing;
}

/** A response, its letters and pictures included, is never longer than this. */
const LONGEST = 1024 * 1024;
/** How often a silent connection is told that it lives, in milliseconds. */
const HEARTBEAT = 25_000;

/** The page's server: the page itself, what a reader does, what was found in the posts, and what changes. */
export function makePage(parts: PageParts): Hono {
  const { bundle, live, host, guild } = parts;
  const app = new Hono();
  const check = onceForEach(live.current, parts.check);
  app.use(guard(host));
  app.get('/', context => context.html(documentOf(startOf(parts))));
  app.get('/page.js', async context =>
    context.body((await bundle).script, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/page.css', async context =>
    context.body((await bundle).style, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  app.get('/icon.svg', context => context.body(icon, 200, { 'content-type': 'image/svg+xml' }));
  app.get('/posts', context =>
    context.json(foundIn(live.current(), parts.folder, parts.shipped, picturesOf(parts))),
  );
  app.get('/problems', async context => context.json(await check()));
  app.get('/pictures/:path', context => picture(context, parts, context.req.param('path')));
  app.get('/picture', context => {
    const path = pictureOf(picturesOf(parts), context.req.query('url') ?? '');
    // No error where it lies elsewhere: the page says where.
    return path === undefined ? new Response(null, { status: 204 }) : picture(context, parts, path);
  });
  app.post(
    '/*',
    bodyLimit({ maxSize: LONGEST, onError: context => context.text('That is longer than 1 MiB.', 413) }),
  );
  app.post('/respond', async context => {
    const asked = readAsked(await context.req.json().catch(() => undefined));
    const where = asked && whereIn(guild.now(), asked.channel);
    if (!asked || !where) return context.text('That is nothing that a reader can do.', 400);
    context.header('content-type', 'application/x-ndjson');
    return stream(context, async lines => {
      for await (const told of answer(asked, where, parts.respondBy, guild.nextId)) {
        await lines.write(`${JSON.stringify(told)}\n`);
      }
    });
  });
  announcingRoutes(app, parts);
  app.get('/events', context => events(context, live, guild));
  app.notFound(context => context.text('There is nothing here.', 404));
  return app;
}

/** What waits to be announced, and what can be done with it; nothing where nothing announces. */
function announcingRoutes(app: Hono, { announcing, live }: PageParts): void {
  app.get('/waiting', async context =>
    announcing ? context.json(await waitsIn(announcing, live.current())) : context.body(null, 204),
  );
  app.post('/waiting', async context => {
    const wanted = readWanted(await context.req.json().catch(() => undefined));
    if (!wanted || !announcing) return context.text('That is nothing that can be done with a post.', 400);
    return context.json(await doWith(announcing, wanted));
  });
}

function startOf({ commands, locale, guildLocale, guild }: PageParts): Start {
  return {
    commands,
    application: APPLICATION,
    readers: READERS.map(({ user }) => user),
    permissions: READERS.map(({ permissions }) => String(permissions)),
    guild: guild.now(),
    guildLocale,
    ...(locale ? { locale } : {}),
  };
}

function picturesOf({ root, live }: PageParts): Pictures {
  const site = live.current().settings.url;
  return site === undefined ? { root } : { root, site };
}

async function picture(context: Context, parts: PageParts, path: string): Promise<Response> {
  const found = await readPicture(picturesOf(parts), path);
  return found ? context.body(found.bytes, 200, { 'content-type': found.kind }) : context.notFound();
}

/** Server-sent events: the channels as they stand, each change of posts or channels, and a sign of life in between. */
function events(context: Context, live: LiveBlog, guild: LiveGuild): Response {
  return streamSSE(context, async lines => {
    const end = Promise.withResolvers<void>();
    const tell = (event: string) => (data: object) => {
      lines.writeSSE({ event, data: JSON.stringify(data) }).catch(end.resolve);
    };
    tell('channels')(guild.now());
    const stops = [live.onChange(tell('change')), guild.onChange(tell('channel'))];
    const beat = setInterval(() => tell('alive')({}), HEARTBEAT);
    lines.onAbort(end.resolve);
    await end.promise;
    clearInterval(beat);
    for (const stop of stops) stop();
  });
}
