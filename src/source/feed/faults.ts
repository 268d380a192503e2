import { NetworkError } from '../../network/network.ts';
import type { Asking, Fault, FeedAddress } from '../remote/model.ts';

/** Why a feed gave nothing, to be read after its address and before a full stop. */
export class FeedFault extends Error {
  readonly needsPerson: boolean;

  constructor(
    message: string,
    { needsPerson = false, ...options }: ErrorOptions & { readonly needsPerson?: boolean } = {},
  ) {
    super(message, options);
    this.name = 'FeedFault';
    this.needsPerson = needsPerson;
  }
}

/** Throws FeedFault for an answer that holds no feed. */
export function checkStatus(status: number, hasLogin: boolean): void {
  if (status >= 200 && status < 300) return;
  if (status === 401)
    throw new FeedFault(
      hasLogin
        ? 'does not accept the login (401): check CONTENT_TOKEN, or the name and password in CONTENT'
        : 'asks for a login (401): set CONTENT_TOKEN, or write name and password into CONTENT (https://name:password@…)',
      { needsPerson: true },
    );
  if (status === 404 || status === 410)
    throw new FeedFault(`is not there (${status}): check CONTENT; the feed may have moved`, {
      needsPerson: true,
    });
  throw new FeedFault(`answers with an error (${status}). It is asked again`);
}

/** The feed that a web page names. */
const named =
  /<link\b(?=[^>]{0,500}\btype\s*=\s*["']application\/(?:rss\+xml|atom\+xml|feed\+json)["'])[^>]{0,500}?\bhref\s*=\s*["']([^"'<>\s]{1,500})["']/i;

/** So much of a page may name its feed, in characters. */
const head = 200_000;

/** What is wrong with a text that is no feed, or only the beginning of one; undefined for one that may be whole. */
export function faultInText(text: string, url: string): FeedFault | undefined {
  const start = text.slice(0, head).trimStart();
  if (/^(?:<!doctype html|<html\b)/i.test(start.replace(/^<\?xml[^>]{0,500}>\s*/i, ''))) {
    const feed = named.exec(start)?.[1];
    const address = feed === undefined ? undefined : URL.parse(feed, url)?.href;
    const hint =
      address === undefined
        ? "A git repository's address ends in .git"
        : `The page names this one: ${address}`;
    return new FeedFault(`is a web page, not a feed. ${hint}. It is asked again`);
  }
  const isXml = start.startsWith('<');
  if (isXml && !/<\/(?:[\w.-]{1,50}:)?(?:rss|feed|rdf)\s*>/i.test(text.slice(-65_536)))
    return new FeedFault('is no feed, or breaks off in the middle. It is asked again');
  return undefined;
}

/** What an error while a feed was asked comes to. */
export function faultOf(error: unknown, { address: { url } }: Asking<FeedAddress>): Fault {
  if (error instanceof FeedFault)
    return { sentence: `${url} ${error.message}.`, needsPerson: error.needsPerson };
  if (error instanceof NetworkError)
    return { sentence: `${url} cannot be read: ${error.message}. It is asked again.`, needsPerson: false };
  const why = error instanceof Error ? error.message : String(error);
  return {
    sentence: `The feed ${url} could not be read: ${why}`.replace(/[^.]$/, '$&.'),
    needsPerson: false,
  };
}
