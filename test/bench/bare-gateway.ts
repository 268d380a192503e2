/*
 * What the gateway is measured against, run as a process of its own: ws and undici alone, which post the same few
 * bytes for every interaction.
 */
import { Pool } from 'undici';
import { WebSocket } from 'ws';

const { DISCORD_TOKEN: token = '', DISCORD_API_URL: api = '', GATEWAY_URL: gateway = '' } = process.env;
const { origin, pathname } = new URL(api);
const pool = new Pool(origin, { keepAliveTimeout: 60_000 });
const socket = new WebSocket(gateway);
const body = JSON.stringify({ type: 4, data: { content: 'answer' } });

async function answer(id: string, interactionToken: string): Promise<void> {
  const response = await pool.request({
    path: `${pathname}/v10/interactions/${id}/${interactionToken}/callback`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  await response.body.dump();
}

socket.on('message', async data => {
  const { op, t, d } = JSON.parse(String(data));
  if (op === 10) socket.send(JSON.stringify({ op: 2, d: { token, intents: 0, properties: {} } }));
  if (t === 'INTERACTION_CREATE') await answer(d.id, d.token);
});
