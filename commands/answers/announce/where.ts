import type {
  Announcing,
  Listed,
  Outlook,
  PermissionName,
  Place,
  Subscription,
} from '../../../src/announce/model.ts';
import type { Answer, Scene } from '../../../src/bot/model.ts';
import type { Words } from '../../../src/words/model.ts';
import { said } from './said.ts';

/** Announcing, and the server where somebody asks about it. */
export interface Server {
  readonly announcing: Announcing;
  readonly guild: string;
}

/** Answers about announcements; says why where there can be none. */
export function withServer(
  { announcing, place }: Scene,
  then: (server: Server) => Answer | Promise<Answer>,
): Answer | Promise<Answer> {
  if (announcing === undefined) return said(words => words.announce.notHere);
  if (place.guild === undefined) return said(words => words.announce.serversOnly);
  return then({ announcing, guild: place.guild });
}

/** The same for controls that change something: only those who may manage the server press them. */
export const withManager = (
  scene: Scene,
  then: (server: Server) => Answer | Promise<Answer>,
): Answer | Promise<Answer> =>
  scene.managesServer
    ? withServer(scene, then)
    : withServer(scene, () => said(words => words.announce.managersOnly));

/** Whether a subscription is that of the place: of the channel, or of the forum that the thread is in. */
const isOf =
  ({ channel, parent }: Scene['place']) =>
  ({ subscription }: Listed): boolean =>
    subscription.channel === channel ||
    (subscription.channel === parent && (subscription.kind === 'forum' || subscription.kind === 'media'));

/** The subscription of the place where somebody asks. */
export async function subscriptionHere(
  { announcing, guild }: Server,
  { place }: Scene,
): Promise<Subscription | undefined> {
  const all = await announcing.list(guild);
  return all.find(isOf(place))?.subscription;
}

/** Where announcements to a channel go, as Discord shows it; or the sentence that says why none can. */
export type Way = { readonly to: Place } | { readonly why: (words: Words) => string };

/** Permissions without which nothing can be sent. */
const needed: ReadonlySet<PermissionName> = new Set<PermissionName>([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
]);

/** Whether Quoth may not send there at all. */
export const isShut = ({ missing }: Outlook): boolean => missing.some(name => needed.has(name));

/** The sentence that names what Quoth lacks. */
export const lacks =
  ({ missing }: Pick<Outlook, 'missing'>) =>
  (words: Words): string =>
    words.announce.here.lacks(missing.map(name => words.announce.permissions[name]));

/** The way into a channel, looked at now. */
export async function wayTo(
  { announcing, guild }: Server,
  channel: string,
  subscription: Subscription | undefined,
): Promise<Way> {
  const thread = subscription?.thread ?? false;
  const outlook = await announcing.look(guild, channel, subscription?.role, thread);
  if (isShut(outlook)) return { why: lacks(outlook) };
  if (outlook.kind === 'other') return { why: words => words.announce.here.otherKind };
  return { to: { guild, channel: outlook.channel, kind: outlook.kind, thread } };
}
