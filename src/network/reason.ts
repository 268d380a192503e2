/** What a connection's codes mean, to be read after "it cannot be reached:". */
const reasons: readonly (readonly [RegExp, (address: URL) => string])[] = [
  [/^(?:ENOTFOUND|EAI_AGAIN|EAI_NODATA)$/, ({ hostname }) => `no server is found by the name ${hostname}`],
  [/^ECONNREFUSED$/, ({ host }) => `nothing listens at ${host}`],
  [/TIMEOUT$|^ETIMEDOUT$/, ({ host }) => `${host} does not answer in time`],
  [/^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, ({ host }) => `${host} broke off the connection`],
  [/^(?:EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/, ({ host }) => `there is no way to ${host}`],
  [/CERT|^UNABLE_TO_|^ERR_TLS|^ERR_SSL/, ({ host }) => `the certificate of ${host} is not trusted`],
];

function causesOf(error: unknown): readonly Error[] {
  const causes: Error[] = [];
  for (let at = error; at instanceof Error && causes.length < 8; at = at.cause) causes.push(at);
  return causes;
}

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';

/** Why an address was not asked or did not answer whole, in words and with the code that a search engine knows. */
export function reasonOf(error: unknown, address: URL): string {
  const causes = causesOf(error);
  for (const cause of causes.toReversed()) {
    const proxy = /^Proxy response \((\d{3})\)/.exec(cause.message)?.[1];
    if (proxy !== undefined) return `the proxy of HTTPS_PROXY refuses the way (${proxy})`;
    const code = codeOf(cause);
    const reason = reasons.find(([shape]) => shape.test(code))?.[1];
    if (reason) return `${reason(address)} (${code})`;
  }
  return causes.at(-1)?.message ?? String(error);
}
