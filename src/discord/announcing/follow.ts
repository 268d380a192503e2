import * as z from 'zod';
import type { Following, PermissionName } from '../../announce/model.ts';
import { codes } from '../reason.ts';
import { channelTypes, webhookShape } from './answers.ts';
import type { Asked, Line } from './line.ts';
import type { Standings } from './standing.ts';

/** What Quoth needs in a channel that is to follow another. */
const needed: readonly PermissionName[] = ['ViewChannel', 'ManageWebhooks'];

type Refused = Extract<Asked<unknown>, { readonly ok: false }>;

/** What Discord's refusal means; what is no refusal of this kind is thrown. */
function refusalOf({ code, failed }: Refused): Following {
  switch (code) {
    case codes.tooManyWebhooks:
      return { is: 'full' };
    case codes.missingPermissions:
      return { is: 'lacking', missing: ['ManageWebhooks'] };
    case codes.unknownChannel:
    case codes.missingAccess:
    case codes.wrongChannelType:
      return { is: 'lostHome', detail: failed.detail };
    default:
      throw new Error(failed.detail);
  }
}

/**
 * Has a text channel follow the announcement channel `home`:
 * https://docs.discord.com/developers/resources/channel#follow-announcement-channel. One that is followed twice would
 * bring everything twice, so it is looked first whether it is. Rejects where Discord cannot be asked.
 */
export async function follow(
  line: Line,
  standings: Standings,
  { home, guild, channel }: { readonly home: string; readonly guild: string; readonly channel: string },
): Promise<Following> {
  if (channel === home) return { is: 'home' };
  const standing = await standings.of(guild, channel);
  if (!standing.ok) {
    if (standing.code === codes.missingAccess) return { is: 'lacking', missing: ['ViewChannel'] };
    throw new Error(standing.failed.detail);
  }
  if (standing.answer.channel.type !== channelTypes.text) return { is: 'otherKind' };
  const missing = needed.filter(name => !standing.answer.may(name));
  if (missing.length > 0) return { is: 'lacking', missing };
  const shape = z.array(webhookShape);
  const webhooks = await line.ask({ method: 'get', path: `/channels/${channel}/webhooks`, shape });
  if (!webhooks.ok) return refusalOf(webhooks);
  if (webhooks.answer.some(({ source_channel: source }) => source?.id === home)) return { is: 'already' };
  const asked = await line.ask({
    method: 'post',
    path: `/channels/${home}/followers`,
    body: { webhook_channel_id: channel },
    shape: z.object({ webhook_id: z.string() }),
  });
  return asked.ok ? { is: 'following' } : refusalOf(asked);
}
