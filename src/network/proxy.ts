/** An HTTP proxy, and the hosts that are reached without it. */
export interface HttpProxy {
  /** `http://127.0.0.1:7890`, with name and password where it asks for them. */
  readonly url: string;
  /** Hosts as NO_PROXY lists them: `localhost, .example.com, *.example.org, 10.0.0.1:8080`, or `*`. */
  readonly except: string;
}

const ports: Readonly<Record<string, string>> = {
  'https:': '443',
  'wss:': '443',
  'http:': '80',
  'ws:': '80',
};

/**
 * The proxy on the way to an address, where there is one. All that leaves asks here, so that they agree;
 * proxy-from-env and Node's own agent would read the process's environment, and Quoth's settings stand in .env too.
 * It carries everything that leaves, what goes without TLS included: who sets a proxy has no other way out.
 * NO_PROXY is read as curl does: a name stands for its subdomains as well.
 */
export function proxyFor(address: string | URL, proxy: HttpProxy | undefined): string | undefined {
  const { protocol, hostname, port } = new URL(address);
  const usual = ports[protocol];
  if (!proxy || usual === undefined) return undefined;
  const exempt = proxy.except
    .toLowerCase()
    .split(/[\s,]+/)
    .some(entry => matches(entry, hostname, port || usual));
  return exempt ? undefined : proxy.url;
}

function matches(entry: string, hostname: string, port: string): boolean {
  if (entry === '*') return true;
  const [, host = entry, onPort] = /^(.*?)(?::(\d{1,5}))?$/.exec(entry) ?? [];
  const name = host.replace(/^\*?\./, '');
  if (name === '' || (onPort !== undefined && onPort !== port)) return false;
  return hostname === name || hostname.endsWith(`.${name}`);
}
