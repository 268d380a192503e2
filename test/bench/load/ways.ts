import { Pool } from 'undici';
import { makeClock } from '../../discord/clock.ts';
import { type Discord, startDiscord } from '../../discord/discord.ts';
import { makeSigner } from '../../discord/endpoint.ts';
import { openFront } from '../front.ts';
import { startQuoth, type Watched } from './quoth.ts';
import type { Asked } from './traffic.ts';

/** A way to ask Quoth, and Quoth at its end. */
export interface Way {
  readonly quoth: Watched;
  /** Resolves once the answer has arrived whole; rejects where it is none. */
  readonly ask: (interaction: Asked) => Promise<void>;
  /** How many answers were put off, and how many of these came. */
  readonly putOff: () => { readonly promised: number; readonly kept: number };
  readonly close: () => Promise<void>;
}

/** Through the gateway and REST of a fake Discord, which is at hand to break them. */
export interface GatewayWay extends Way {
  readonly discord: Discord;
}

/** Types of callbacks: those that answer, and those that say that an answer will come. */
const answering = new Set([4, 7, 8]);
const puttingOff = new Set([5, 6]);

/** Whether an answer was put off. Throws where it is none that Discord knows. */
function isPutOff(text: string): boolean {
  const { type } = JSON.parse(text);
  if (!answering.has(type) && !puttingOff.has(type)) throw new Error(`answered ${text.slice(0, 200)}`);
  return puttingOff.has(type);
}

/** A fake Discord's REST behind a door that takes callbacks. */
async function openDiscord() {
  const discord = await startDiscord();
  const front = await openFront(discord.port);
  let promised = 0;
  return {
    discord,
    front,
    takes: (text: string): void => {
      if (isPutOff(text)) promised += 1;
    },
    putOff: () => ({ promised, kept: front.later() }),
    close: async () => {
      front.close();
      await discord.close();
    },
  };
}

/** @param connections how many are open at once at most. */
export async function overHttp(connections: number, variables: Record<string, string>): Promise<Way> {
  const signer = makeSigner(makeClock());
  const { front, takes, putOff, close } = await openDiscord();
  const quoth = await startQuoth('http', {
    DISCORD_PUBLIC_KEY: signer.publicKey,
    DISCORD_API_URL: front.apiUrl,
    ...variables,
  });
  const pool = new Pool(quoth.url, { connections });
  return {
    quoth,
    ask: async interaction => {
      const body = JSON.stringify(interaction);
      const headers = signer.headers(body);
      const response = await pool.request({ path: '/interactions', method: 'POST', body, headers });
      const text = await response.body.text();
      if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode} ${text}`);
      takes(text);
    },
    putOff,
    close: async () => {
      await pool.destroy();
      await quoth.end();
      await close();
    },
  };
}

export async function overGateway(variables: Record<string, string>): Promise<GatewayWay> {
  const { discord, front, takes, putOff, close } = await openDiscord();
  const quoth = await startQuoth('gateway', {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: front.apiUrl,
    GATEWAY_URL: `ws://127.0.0.1:${discord.port}`,
    ...variables,
  });
  await discord.until(() => discord.gateway.connected());
  return {
    discord,
    quoth,
    ask: async interaction => {
      const arrived = front.callback(interaction.id);
      discord.gateway.dispatch('INTERACTION_CREATE', interaction);
      takes(String(await arrived));
    },
    putOff,
    close: async () => {
      await quoth.end();
      await close();
    },
  };
}
