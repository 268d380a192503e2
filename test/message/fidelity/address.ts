/** Longest address that is surely written as a link. */
const longest = 2_500;

/**
 * The one rule for addresses. Discord links absolute http(s) addresses with a plainly written host and no password,
 * of a length that a page can hold. Of others a reader is shown what works outside the site, in brackets after the
 * words: a mail address, a telephone number, another scheme's address of at most 300 characters that is no script,
 * no data and no file. Of the rest, relative ones and broken ones, the words stand alone.
 */
export function addressOf(url: string): { readonly link?: string; readonly shown?: string } {
  const link = webLink(url);
  if (link !== undefined) return { link };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined || url.length > 300) return {};
  if (['javascript', 'vbscript', 'data', 'blob', 'file', 'about'].includes(scheme)) return {};
  if (!['mailto', 'tel', 'sms'].includes(scheme)) return { shown: url };
  const [personal = ''] = url.slice(scheme.length + 1).split('?');
  return { shown: personal === '' ? url : decoded(personal) };
}

function webLink(url: string): string | undefined {
  const parsed = /^https?:\/\//i.test(url) ? URL.parse(url) : null;
  if (!parsed || parsed.username + parsed.password !== '' || !/^[\w.:-]+$/.test(parsed.host))
    return undefined;
  return parsed.href.length <= longest ? url : undefined;
}

/** Those of the signs that are percent-encoded which `signs` holds, as they are. */
const withoutCodes = (url: string, signs: RegExp): string =>
  url.replace(/%[2-7][0-9a-f]/gi, code => {
    const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return signs.test(sign) ? sign : code;
  });

/** A web address as it reads however it is encoded: what is left is the same. */
export const readAddress = (url: string): string => withoutCodes(new URL(url).href, /[\s\S]/);

/** True where a link's words are its address, as it is written or with other signs encoded that mean the same. */
export function saysAddress(words: string, link: string): boolean {
  const meant = (url: string) => withoutCodes(new URL(url).href, /[\w.~\-()*|[\]]/);
  return words === link || (webLink(words) !== undefined && meant(words) === meant(link));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
