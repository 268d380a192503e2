import type { Sender, Servers } from '../../../src/announce/model.ts';
import type { LineOptions } from '../../../src/discord/announcing/line.ts';
import { makeSender } from '../../../src/discord/announcing/sender.ts';
import { makeServers } from '../../../src/discord/announcing/servers.ts';
import { type KeptLog, keepLog } from '../bot.ts';
import type { Discord } from '../discord.ts';
import type { InProcess } from '../in-process.ts';

/** The bot's way to send and to ask in a fake Discord, over its sockets where it has some. */
export interface Announcer {
  readonly sender: Sender;
  readonly servers: Servers;
  readonly log: KeptLog;
  readonly close: () => Promise<void>;
}

/** @param changed options in place of the tests' own. */
export function openAnnouncer(discord: Discord | InProcess, changed: Partial<LineOptions> = {}): Announcer {
  const log = keepLog();
  const options: LineOptions = {
    reach: { apiUrl: 'apiUrl' in discord ? discord.apiUrl : 'http://discord.test/api' },
    token: discord.token,
    log,
    now: discord.clock.now,
    ...('makeRequest' in discord && { client: { makeRequest: discord.makeRequest } }),
    ...changed,
  };
  const sender = makeSender(options);
  const servers = makeServers(options);
  return {
    sender,
    servers,
    log,
    close: async () => {
      await Promise.all([sender.close(), servers.close()]);
    },
  };
}
