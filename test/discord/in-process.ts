import type { APIInteraction } from 'discord-api-types/v10';
import type { Later, Respond } from '../../src/bot/model.ts';
import { makeBackstage, type Stage } from './backstage.ts';
import { type Clock, wire } from './clock.ts';
import type { Desk } from './desk.ts';

export interface InProcessOptions {
  readonly respond: Respond;
  /** Registered from the start, as `PUT /applications/:id/commands` would. */
  readonly commands?: readonly object[];
  readonly clock?: Clock;
}

/**
 * A fake Discord without sockets: readers' interactions go straight to `respond`, and what comes back is checked
 * and shown as over the wire.
 */
export function discordInProcess({ respond, commands = [], clock }: InProcessOptions): Stage {
  const machinery = makeBackstage(async interaction => {
    const { callback, later } = await respond(wire(interaction));
    machinery.desk.callback(interaction.id, interaction.token, wire(callback));
    const exchange = machinery.desk.exchange(interaction.token);
    finish(machinery.desk, interaction, later)
      .then(() => exchange?.happens({ kind: 'over' }))
      .catch((error: unknown) => exchange?.happens({ kind: 'failed', reason: String(error) }));
  }, clock);
  machinery.stage.registers(commands);
  return machinery.stage;
}

async function finish(
  desk: Desk,
  { token }: APIInteraction,
  later: Promise<Later> | undefined,
): Promise<void> {
  const what = await later;
  if (!what) return;
  if (what.do === 'edit') desk.edit(token, '@original', wire(what.message));
  else desk.remove(token, '@original');
  if (what.do === 'replace') desk.followUp(token, wire(what.message));
}
