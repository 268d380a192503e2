/** Longest address that is written as a link: a page of text holds it with its label. */
const longest = 3_000;

/** Signs that end an address or pair with others around it in Discord's Markdown. */
const unsafe = /[()<>[\]*|`\\"]|~(?=~)/g;

const percentEncoded = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/**
 * An address as Discord takes it in `[label](<address>)`: absolute http(s), percent-encoded, at most 3,000
 * characters; undefined where it cannot be that.
 */
export function webAddress(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url)) return undefined;
  const parsed = URL.parse(url);
  if (parsed === null) return undefined;
  const { href, username, password, host } = parsed;
  if (username + password !== '' || /[^\w.:-]/.test(host)) return undefined;
  const written = href.replace(unsafe, percentEncoded);
  return written.length <= longest ? written : undefined;
}

/** Signs that mean the same in an address whether they are percent-encoded or not (RFC 3986, section 2.3). */
const unreserved = /%(?:2[de]|3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/gi;

/** True where two addresses that `webAddress` wrote differ only in how they are encoded. */
export const isSameAddress = (one: string, other: string): boolean =>
  one.replace(unreserved, decoded) === other.replace(unreserved, decoded);

/** An address as it stands in `<address>`: as the post writes it where that is safe. */
export function bareAddress(url: string, encoded: string): string {
  return url.length <= longest && !/[\s<>`\\]/.test(url) ? url : encoded;
}

/** Addresses that say nothing to a reader. */
const unreadable = /^(?:javascript|vbscript|data|blob|file|about):/i;

/** Longest address that is shown as text. */
const longestShown = 300;

/**
 * What a reader should see of an address that cannot be a link in Discord: a mail address, a telephone number,
 * an address of another scheme. Undefined where it only has a meaning on the site, or none.
 */
export function shownAddress(url: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(url) || unreadable.test(url) || url.length > longestShown)
    return undefined;
  const personal = /^(?:mailto|tel|sms):([^?]+)/i.exec(url)?.[1];
  return personal === undefined ? url : decoded(personal);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
