import type { GitHttpRequest, GitHttpResponse, HttpClient } from 'isomorphic-git';
import type { Network } from '../../network/network.ts';

async function collected(body: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Uint8Array.from(Buffer.concat(pieces));
}

const withoutLogin = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'));

/**
 * How isomorphic-git speaks with a server. Where a repository has moved, what is posted follows the redirect that its
 * list of references gave, as git does; a login is told to the origin that was named alone.
 */
export function gitHttp(network: Network): HttpClient {
  let moved: { readonly from: string; readonly to: string } | undefined;

  const request = async ({ url, method, headers, body }: GitHttpRequest): Promise<GitHttpResponse> => {
    const isMoved = moved !== undefined && url.startsWith(moved.from);
    const address = moved && isMoved ? `${moved.to}${url.slice(moved.from.length)}` : url;
    const isElsewhere = new URL(address).origin !== new URL(url).origin;
    const answer = await network.ask(address, {
      method: method === 'POST' ? 'POST' : 'GET',
      headers: { 'user-agent': 'git/quoth', ...(isElsewhere ? withoutLogin(headers ?? {}) : headers) },
      ...(body === undefined ? {} : { body: await collected(body) }),
    });
    const asked = /^(.*)\/info\/refs\?/.exec(url)?.[1];
    const led = /^(.*)\/info\/refs\?/.exec(answer.url)?.[1];
    if (asked !== undefined && led !== undefined && asked !== led) moved = { from: asked, to: led };
    return {
      url: answer.url,
      method: method ?? 'GET',
      statusCode: answer.status,
      statusMessage: answer.statusText,
      headers: Object.fromEntries(answer.headers),
      body: answer.body,
    };
  };
  return { request };
}
