import type { Discord } from '../discord.ts';

/** Asks a fake Discord as a bot would that minds no limits. */
export async function ask(discord: Discord, method: string, path: string, body?: object) {
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}
