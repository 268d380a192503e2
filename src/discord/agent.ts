import type { RESTOptions } from '@discordjs/rest';
import { Agent, ProxyAgent } from 'undici';

/** How long an idle connection is kept open, in milliseconds: a reader's next press finds it. */
const keepAlive = 60_000;

const pool = { keepAliveTimeout: keepAlive, bodyTimeout: 10_000 };

/** What keeps connections to Discord, by way of a proxy where `proxy` is the address of one. */
export const agentFor = (proxy: string | undefined): RESTOptions['agent'] =>
  proxy === undefined ? new Agent(pool) : new ProxyAgent({ ...pool, uri: proxy });
