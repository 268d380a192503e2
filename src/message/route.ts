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
}

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

const optional = (value: string | number | undefined): string => (value === undefined ? '' : String(value));

function routeParts(route: Route): readonly string[] {
  switch (route.to) {
    case 'read':
      return ['read', route.post, route.section, String(route.page)];
    case 'contents':
    case 'insights':
      return [route.to, route.post, String(route.page)];
    case 'insight':
    case 'quote':
      return [route.to, route.post, String(route.number)];
    case 'card':
    case 'related':
      return [route.to, route.post];
    case 'list':
      return ['list', optional(route.year), optional(route.tag), String(route.page)];
    case 'find':
      return ['find', optional(route.tag), String(route.page), route.query];
    case 'help':
      return ['help'];
  }
}

/**
 * The custom_id (or select value) of a press, at most 100 characters: `1|read|<post>|<section>|<page>`.
 * A query that does not fit is left out; `decode` then gives an empty one, to be read from the message.
 */
export function encode(press: Press): string {
  if (press.do === 'remove') return `${version}|remove`;
  const head = press.do === 'share' ? [version, 'share'] : [version];
  const written = [...head, ...routeParts(press.route)].join('|');
  if (written.length <= limits.customId || press.route.to !== 'find') return written;
  return [...head, ...routeParts({ ...press.route, query: elsewhere })].join('|');
}

/** The custom_id of a select, whose options' values are what is decoded. `name` tells selects of one message apart. */
export const selectId = (name: string): string => `${version}|choose|${name}`;

/** What a custom_id can be read as. `outdated` holds what looks like a post's key in one of another version. */
export type Decoded = Press | { readonly do: 'outdated'; readonly post?: PostKey };

const key = /^[\w-]{11}$/;
const sectionId = /^[\w-]{6}\.\d{1,5}$/;
const tagId = /^[\w-]{6}$/;

function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

function readPostRoute(to: string, post: string, rest: readonly string[]): Route | undefined {
  const [first, second] = rest;
  if (to === 'card' || to === 'related') return rest.length === 0 ? { to, post } : undefined;
  if (to === 'read') {
    const page = count(second);
    if (first === undefined || !sectionId.test(first) || page === undefined || rest.length > 2)
      return undefined;
    return { to, post, section: first, page };
  }
  const number = count(first);
  if (number === undefined || rest.length > 1) return undefined;
  if (to === 'contents' || to === 'insights') return { to, post, page: number };
  if (to === 'insight' || to === 'quote') return { to, post, number };
  return undefined;
}

function readRoute([to, first, ...rest]: readonly string[]): Route | undefined {
  if (to === 'help') return first === undefined ? { to } : undefined;
  if (to === undefined || first === undefined) return undefined;
  if (to === 'list') {
    const [tag, pageText, extra] = rest;
    const page = count(pageText);
    const year = count(first);
    if (page === undefined || extra !== undefined || (first !== '' && year === undefined)) return undefined;
    if (tag === undefined || (tag !== '' && !tagId.test(tag))) return undefined;
    return { to, page, ...(year === undefined ? {} : { year }), ...(tag === '' ? {} : { tag }) };
  }
  if (to === 'find') {
    const [pageText, ...words] = rest;
    const page = count(pageText);
    if (page === undefined || words.length === 0 || (first !== '' && !tagId.test(first))) return undefined;
    const query = words.join('|');
    return { to, page, query: query === elsewhere ? '' : query, ...(first === '' ? {} : { tag: first }) };
  }
  return key.test(first) ? readPostRoute(to, first, rest) : undefined;
}

/** Reads a custom_id or a select value. It is untrusted input: whatever it holds, this returns something true. */
export function decode(customId: string): Decoded {
  const [written, ...parts] = customId.slice(0, limits.customId).split('|');
  if (written === version) {
    if (parts[0] === 'remove' && parts.length === 1) return { do: 'remove' };
    const shared = parts[0] === 'share';
    const route = readRoute(shared ? parts.slice(1) : parts);
    if (route) return { do: shared ? 'share' : 'go', route };
  }
  const post = parts.find(part => key.test(part));
  return post === undefined ? { do: 'outdated' } : { do: 'outdated', post };
}
