import type { PostKey, SectionId } from '../blog/model.ts';
import { limits } from './limits.ts';

/** The places that a button or a select option leads to, each with the whole state of what it shows. */
export interface Places {
  readonly card: { readonly post: PostKey };
  readonly read: { readonly post: PostKey; readonly section: SectionId; readonly page: number };
  readonly contents: { readonly post: PostKey; readonly page: number };
  readonly insight: { readonly post: PostKey; readonly number: number };
  readonly insights: { readonly post: PostKey; readonly page: number };
  readonly quote: { readonly post: PostKey; readonly number: number };
  readonly related: { readonly post: PostKey };
  readonly list: { readonly year?: number; readonly tag?: string; readonly page: number };
  readonly find: { readonly query: string; readonly tag?: string; readonly page: number };
  readonly help: object;
  /** Gives the reader a role that announcements mention, or takes it back. */
  readonly notify: { readonly role: string };
  /** Announces a post now: in one channel, else wherever it waits in the server. */
  readonly send: { readonly post: PostKey; readonly channel?: string };
  readonly hold: { readonly post: PostKey };
  readonly release: { readonly post: PostKey };
  readonly resume: { readonly channel: string };
  readonly stop: { readonly channel: string };
  /** The channels that are told of new posts. */
  readonly announcements: { readonly page: number };
}

/** Places where something is done: what they answer is for whoever did it, and is shown to no others. */
const deeds: ReadonlySet<keyof Places> = new Set<keyof Places>([
  'notify',
  'send',
  'hold',
  'release',
  'resume',
  'stop',
  'announcements',
]);

/** Where a control leads. */
export type Route<To extends keyof Places = keyof Places> = {
  readonly [Place in To]: { readonly to: Place } & Places[Place];
}[To];

/** What pressing a control does: go somewhere, show that to the channel, or take the message away. */
export type Press =
  | { readonly do: 'go'; readonly route: Route }
  | { readonly do: 'share'; readonly route: Route }
  | { readonly do: 'remove' };

/** The version that custom_ids are written in. A change of their meaning needs the next number. */
const version = '1';

/** Stands in a custom_id for a query too long for it; the pressed message's small line holds it whole. */
const elsewhere = '…';

const key = /^[\w-]{11}$/;
const sectionId = /^[\w-]{6}\.\d{1,5}$/;
const tagId = /^[\w-]{6}$/;

/** An id of Discord's. */
const snowflake = /^\d{1,20}$/;

/** How a place is written after its name and read back; `read` gives nothing for what it would not write. */
interface Codec<Place> {
  readonly write: (place: Place) => readonly string[];
  readonly read: (parts: readonly string[]) => Place | undefined;
}

const count = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;

const fits = (text: string | undefined, shape: RegExp): text is string =>
  text !== undefined && shape.test(text);

const ofPost: Codec<Places['card']> = {
  write: ({ post }) => [post],
  read: ([post, ...rest]) => (fits(post, key) && rest.length === 0 ? { post } : undefined),
};

const ofPostPage: Codec<Places['contents']> = {
  write: ({ post, page }) => [post, String(page)],
  read: ([post, pageText, ...rest]) => {
    const page = count(pageText);
    return fits(post, key) && page !== undefined && rest.length === 0 ? { post, page } : undefined;
  },
};

const ofPostNumber: Codec<Places['insight']> = {
  write: ({ post, number }) => [post, String(number)],
  read: ([post, numberText, ...rest]) => {
    const number = count(numberText);
    return fits(post, key) && number !== undefined && rest.length === 0 ? { post, number } : undefined;
  },
};

const ofChannel: Codec<Places['resume']> = {
  write: ({ channel }) => [channel],
  read: ([channel, ...rest]) => (fits(channel, snowflake) && rest.length === 0 ? { channel } : undefined),
};

const codecs: { readonly [To in keyof Places]: Codec<Places[To]> } = {
  card: ofPost,
  related: ofPost,
  contents: ofPostPage,
  insights: ofPostPage,
  insight: ofPostNumber,
  quote: ofPostNumber,
  read: {
    write: ({ post, section, page }) => [post, section, String(page)],
    read: ([post, section, pageText, ...rest]) => {
      const page = count(pageText);
      if (page === undefined || rest.length > 0) return undefined;
      return fits(post, key) && fits(section, sectionId) ? { post, section, page } : undefined;
    },
  },
  list: {
    write: ({ year, tag = '', page }) => [year === undefined ? '' : String(year), tag, String(page)],
    read: ([yearText, tag, pageText, ...rest]) => {
      const page = count(pageText);
      const year = count(yearText);
      const known = (yearText === '' || year !== undefined) && (tag === '' || fits(tag, tagId));
      if (page === undefined || !known || rest.length > 0) return undefined;
      return { page, ...(year === undefined ? {} : { year }), ...(tag ? { tag } : {}) };
    },
  },
  find: {
    write: ({ query, tag = '', page }) => [tag, String(page), query],
    read: ([tag, pageText, ...words]) => {
      const page = count(pageText);
      if (page === undefined || words.length === 0 || !(tag === '' || fits(tag, tagId))) return undefined;
      const query = words.join('|');
      return { page, query: query === elsewhere ? '' : query, ...(tag === '' ? {} : { tag }) };
    },
  },
  help: { write: () => [], read: parts => (parts.length === 0 ? {} : undefined) },
  hold: ofPost,
  release: ofPost,
  resume: ofChannel,
  stop: ofChannel,
  notify: {
    write: ({ role }) => [role],
    read: ([role, ...rest]) => (fits(role, snowflake) && rest.length === 0 ? { role } : undefined),
  },
  send: {
    write: ({ post, channel = '' }) => [post, channel],
    read: ([post, channel, ...rest]) => {
      if (!fits(post, key) || rest.length > 0) return undefined;
      if (channel === '') return { post };
      return fits(channel, snowflake) ? { post, channel } : undefined;
    },
  },
  announcements: {
    write: ({ page }) => [String(page)],
    read: ([pageText, ...rest]) => {
      const page = count(pageText);
      return page === undefined || rest.length > 0 ? undefined : { page };
    },
  },
};

function writeRoute<To extends keyof Places>(route: Route<To>): readonly string[] {
  const codec: Codec<Places[To]> = codecs[route.to];
  return [route.to, ...codec.write(route)];
}

const isPlace = (name: string | undefined): name is keyof Places =>
  name !== undefined && Object.hasOwn(codecs, name);

function readRoute<To extends keyof Places>(to: To, parts: readonly string[]): Route<To> | undefined {
  const codec: Codec<Places[To]> = codecs[to];
  const place = codec.read(parts);
  return place && { to, ...place };
}

/**
 * The custom_id (or select value) of a press, at most 100 characters: `1|read|<post>|<section>|<page>`.
 * A query that does not fit is left out; `decode` then gives an empty one, to be read from the message.
 */
export function encode(press: Press): string {
  if (press.do === 'remove') return `${version}|remove`;
  const head = press.do === 'share' ? [version, 'share'] : [version];
  const written = [...head, ...writeRoute(press.route)].join('|');
  if (written.length <= limits.customId || press.route.to !== 'find') return written;
  return [...head, ...writeRoute({ ...press.route, query: elsewhere })].join('|');
}

/** The custom_id of a select, whose options' values are what is decoded. `name` tells selects of one message apart. */
export const selectId = (name: string): string => `${version}|choose|${name}`;

/** What a custom_id can be read as. `outdated` holds what looks like a post's key in one of another version. */
export type Decoded = Press | { readonly do: 'outdated'; readonly post?: PostKey };

/** Reads a custom_id or a select value. It is untrusted input: whatever it holds, this returns something true. */
export function decode(customId: string): Decoded {
  const [written, ...parts] = customId.slice(0, limits.customId).split('|');
  if (written === version) {
    if (parts[0] === 'remove' && parts.length === 1) return { do: 'remove' };
    const shared = parts[0] === 'share';
    const [to, ...rest] = shared ? parts.slice(1) : parts;
    const route = isPlace(to) ? readRoute(to, rest) : undefined;
    if (route && !(shared && deeds.has(route.to))) return { do: shared ? 'share' : 'go', route };
  }
  const post = parts.find(part => key.test(part));
  return post === undefined ? { do: 'outdated' } : { do: 'outdated', post };
}
