import type { APIMessage, APIMessageComponentInteraction } from 'discord-api-types/v10';
import { postByKey } from '../blog/moved.ts';
import { flags } from '../message/frame.ts';
import { limits } from '../message/limits.ts';
import { above, notice } from '../message/notice.ts';
import { type Decoded, decode, type Places, type Route } from '../message/route.ts';
import { wordsOf } from '../words/words.ts';
import { textsOf } from './asked.ts';
import { type Audience, audienceOf } from './audience.ts';
import type { Answer, Parts, Presses, Response, Scene } from './model.ts';
import { textOf } from './sent.ts';
import { type Setting, tame } from './setting.ts';
import { show, showPrivately } from './show.ts';
import { answered, responseOf, sceneOf, type Target, timely } from './timely.ts';
import type { Turn } from './turn.ts';

/** Who asked for the message that a control was pressed on. */
const askerOf = (message: APIMessage | undefined): string | undefined =>
  message?.interaction_metadata?.user?.id;

function remove(interaction: APIMessageComponentInteraction, setting: Setting): Response {
  const asker = askerOf(interaction.message);
  if (setting.managesMessages || (asker !== undefined && asker === setting.reader.id)) {
    return { callback: { type: 6 }, later: Promise.resolve({ do: 'delete' }) };
  }
  const refused = notice(wordsOf(setting.locale).notices.takeAwayByAnother);
  return responseOf({ ...showPrivately(refused, setting), outcome: 'notice' }, 'new');
}

function visit<To extends keyof Places>(
  presses: Presses,
  scene: Scene,
  route: Route<To>,
): Answer | Promise<Answer> {
  return presses[route.to](scene, route);
}

/** The post that an outdated control meant, else the newest, below a sentence that says so. */
async function instead(post: string | undefined, scene: Scene, presses: Presses): Promise<Answer> {
  const [newest] = scene.blog.posts;
  if (post !== undefined && scene.announcing?.isWithdrawn(post)) {
    return presses.card(scene, { to: 'card', post });
  }
  const known = (post === undefined ? undefined : postByKey(scene.blog, post))?.key ?? newest?.key;
  const answer = await presses.card(scene, { to: 'card', post: known ?? '' });
  if (answer.tone === 'copy') return answer;
  return {
    ...answer,
    tone: 'notice',
    lay: words =>
      known === undefined ? answer.lay(words) : above(words.notices.outdated, answer.lay(words)),
  };
}

/** Where the answer to a press goes: a control on a public message opens a private copy, a private one turns. */
function targetOf(
  pressed: Exclude<Decoded, { do: 'remove' }>,
  message: APIMessage,
  direct: boolean,
): Target['how'] {
  const sent: unknown = message?.flags;
  const standsStill = !direct && ((typeof sent === 'number' ? sent : 0) & flags.ephemeral) === 0;
  const opensAnother = pressed.do === 'share' || (pressed.do === 'go' && pressed.route.to === 'quote');
  return standsStill || opensAnother ? 'new' : 'update';
}

function audienceFor(pressed: Decoded, setting: Setting, { hush }: Turn): Audience {
  const wanted = pressed.do === 'share' ? 'all' : 'asker';
  return audienceOf(setting, wanted, hush);
}

/** Answers a press of a button or a choice from a select. Its custom_id is untrusted input. */
export function pressOf(
  interaction: APIMessageComponentInteraction,
  setting: Setting,
  turn: Turn,
  parts: Parts,
): Response | Promise<Response> {
  const { data, message } = interaction;
  const chosen = 'values' in data ? data.values?.[0] : data.custom_id;
  const pressed = decode(tame(textOf(chosen).slice(0, limits.customId)));
  if (pressed.do === 'remove') return remove(interaction, setting);
  const audience = audienceFor(pressed, setting, turn);
  const how = targetOf(pressed, message, setting.direct);
  const work = async () => {
    const { answer, library } = await answered(parts, posts => {
      const scene = sceneOf(posts, setting, textsOf(message?.components), parts);
      return pressed.do === 'outdated'
        ? instead(pressed.post, scene, parts.presses)
        : visit(parts.presses, scene, pressed.route);
    });
    const sharer = pressed.do === 'share' ? setting.reader.name : undefined;
    const shown = show(answer, audience, setting, library, parts, sharer);
    if (shown.public) turn.posted();
    return shown;
  };
  return timely(work, { how, ephemeral: audience.ephemeral }, `pressing ${pressed.do}`, setting, parts);
}
