import { z } from 'zod';
import type { HttpProxy } from '../network/proxy.ts';
import type { Login, RemoteAddress } from '../source/remote/model.ts';
import { type Checked, check, type Values } from './check.ts';
import type { Content } from './content.ts';
import { hiding } from './hiding.ts';
import * as variables from './variables.ts';

/** Where posts are brought from, where CONTENT names no folder. */
export interface Source {
  readonly address: RemoteAddress;
  /** Its password is printed as [secret]. */
  readonly login?: Login;
  readonly proxy?: HttpProxy;
  /** How often it is asked, in milliseconds. */
  readonly every: number;
}

const asking = z.object({
  CONTENT_EVERY: variables.CONTENT_EVERY.default(300_000),
  CONTENT_TOKEN: variables.CONTENT_TOKEN.optional(),
  HTTPS_PROXY: variables.HTTPS_PROXY.optional(),
  NO_PROXY: z.string().default(''),
});

/** How a source is asked; undefined where CONTENT names a folder, and then none of it is checked. */
export function readSource(content: Content, set: Values): Checked<Source | undefined> {
  if (content.kind === 'folder') return { ok: true, value: undefined };
  const { address, login } = content;
  return check(
    asking.transform(({ CONTENT_EVERY: every, CONTENT_TOKEN: token, HTTPS_PROXY: url, NO_PROXY: except }) => {
      const known = token === undefined ? login : { ...login, password: token };
      return {
        address,
        every,
        ...(known ? { login: hiding(known, 'password') } : {}),
        ...(url === undefined ? {} : { proxy: hiding({ url, except }, 'url') }),
      };
    }),
    set,
  );
}
