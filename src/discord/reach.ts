import type { HttpProxy } from '../network/proxy.ts';

/** How Discord is reached. */
export interface Reach {
  /** In place of https://discord.com/api, without a closing slash. */
  readonly apiUrl?: string;
  readonly proxy?: HttpProxy;
}
