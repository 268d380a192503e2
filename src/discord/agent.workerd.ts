import type { RESTOptions } from '@discordjs/rest';

/** On Workers connections are Cloudflare's to keep, and there is no proxy. package.json says which file is taken. */
export const agentFor = (_proxy: string | undefined): RESTOptions['agent'] => null;
