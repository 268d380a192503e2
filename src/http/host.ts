/** What a host gives each request. */
export interface Host {
  /** Workers end their work with the response unless they are told to wait. */
  readonly waitUntil?: (work: Promise<void>) => void;
  /** Node's own request. */
  readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } };
}
