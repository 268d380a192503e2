import type { Login, RemoteAddress } from '../source/remote/model.ts';

/** What CONTENT names: a folder on this disk, or where posts are brought from. */
export type Content =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'remote'; readonly address: RemoteAddress; readonly login?: Login };

/** `user@host:path`, as ssh has it. */
const sshLike = /^[\w.-]+@[\w.-]+:/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign is a sign like any other.
    return text;
  }
}

/** `https://token@host` is how an access token is often written. */
function loginIn({ username, password }: URL): Login | undefined {
  if (username === '' && password === '') return undefined;
  if (password === '') return { password: decoded(username) };
  return { ...(username === '' ? {} : { name: decoded(username) }), password: decoded(password) };
}

/** `branch:folder`, both of which may be left out. */
function readPlace(fragment: string): { readonly branch?: string; readonly folder: string } | undefined {
  const [, branch = '', written = ''] = /^([^:]*):?(.*)$/s.exec(decoded(fragment)) ?? [];
  const parts = written.split('/').filter(part => part !== '' && part !== '.');
  if (parts.includes('..')) return undefined;
  return { ...(branch === '' ? {} : { branch }), folder: parts.join('/') };
}

/**
 * What is written as CONTENT: a folder; `https://host/owner/blog.git#branch:folder`, which a git repository is known
 * by; any other web address is that of a feed. Undefined where it is none of these.
 */
export function readContent(written: string): Content | undefined {
  if (sshLike.test(written)) return undefined;
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(written)) return { kind: 'folder', folder: written };
  const url = URL.parse(written);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const login = loginIn(url);
  const place = readPlace(url.hash.slice(1));
  Object.assign(url, { username: '', password: '', hash: '' });
  const more = login ? { login } : {};
  if (!/\.git\/?$/i.test(url.pathname))
    return { kind: 'remote', address: { kind: 'feed', url: url.href }, ...more };
  if (place === undefined) return undefined;
  const address = { kind: 'git', url: url.href.replace(/\/$/, ''), ...place } as const;
  return { kind: 'remote', address, ...more };
}
