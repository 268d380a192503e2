import type { APIInteraction } from 'discord-api-types/v10';
import type { Response } from '../../../src/bot/model.ts';
import { parse, textOf } from '../../../src/preview/discord-markdown.ts';
import type { DiscordNode } from '../../../src/preview/markdown/nodes.ts';
import { checkCallback } from '../../discord/callback.ts';
import { wire } from '../../discord/clock.ts';
import { describe } from '../../discord/problems.ts';
import { elsewhere, mark, pieces } from './texts.ts';

/** The kind of interaction that an answer must fit: whatever is none of Discord's is told so in a message. */
const kindOf = ({ type }: APIInteraction): 2 | 3 | 4 => (type === 3 || type === 4 ? type : 2);

/** What is wrong with the answer to an interaction, a sentence each. */
export async function faultsOf(interaction: APIInteraction, response: Response): Promise<readonly string[]> {
  const callback = wire<Response['callback']>(response.callback);
  if (interaction.type === 1) return callback.type === 1 ? [] : ['a ping is not answered by a pong'];
  const later = await response.later;
  return [
    ...refusals(kindOf(interaction), callback),
    ...stringsIn(callback).flatMap(oddities),
    ...textsIn(callback).flatMap(text => misreadings(text, !isOfMessage(interaction))),
    ...(later === undefined || later.do === 'delete' ? [] : [`something follows at once: ${later.do}`]),
  ];
}

/** Of a message's text only its weightiest words are searched for, and repeated. */
const isOfMessage = ({ type, data }: APIInteraction): boolean => type === 2 && data?.type === 3;

/** What Discord would refuse. An answer in the place of the pressed message is looked at as a new one. */
function refusals(type: 2 | 3 | 4, callback: Response['callback']): readonly string[] {
  const seen = callback.type === 7 ? { ...callback, type: 4 } : callback;
  const kind = type === 3 && callback.type === 7 ? 2 : type;
  const checked = checkCallback({ type: kind }, seen);
  return checked.ok ? [] : checked.problems.map(describe);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Half characters, and signs that turn the direction of what stands after them. */
function oddities(text: string): readonly string[] {
  return [
    ...(text.isWellFormed() ? [] : [`half a character: ${JSON.stringify(text)}`]),
    ...(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/u.test(text)
      ? [`a sign that turns or controls: ${JSON.stringify(text)}`]
      : []),
  ];
}

/** What is read as Markdown. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'content' && typeof inner === 'string' ? [inner] : textsIn(inner),
  );
}

/** What Discord would make of something that was typed. */
function misreadings(text: string, isWhole: boolean): readonly string[] {
  if (!/zqxj|evil|[<@]/.test(text)) return [];
  const nodes = parse(text);
  const told = (what: string): string => `${what}: ${JSON.stringify(text)}`;
  const shown = bare(textOf(nodes));
  return [
    ...nodesIn(nodes).flatMap(made),
    ...(!isWhole || isAsTyped(shown) ? [] : ['a mark was taken for one']),
  ].map(told);
}

function nodesIn(nodes: readonly DiscordNode[]): readonly DiscordNode[] {
  return nodes.flatMap(node => {
    if (node.type === 'list') return [node, ...node.items.flatMap(nodesIn)];
    return 'children' in node ? [node, ...nodesIn(node.children)] : [node];
  });
}

function made(node: DiscordNode): readonly string[] {
  if (node.type === 'mention' || node.type === 'emoji' || node.type === 'timestamp')
    return [`a ${node.type}`];
  const isTheirs = (node.type === 'link' || node.type === 'url') && node.url.includes(elsewhere);
  return isTheirs ? ['a link of theirs'] : [];
}

const bare = (text: string): string => text.replace(/[\s\u200b]/g, '');

const typed = pieces.map(piece => {
  const [before = '', after = ''] = bare(piece).split(mark);
  return { before, after };
});

/** Whether all around each mark stands as it was typed, as far as it was not cut. */
function isAsTyped(shown: string): boolean {
  for (let at = shown.indexOf(mark); at !== -1; at = shown.indexOf(mark, at + 1)) {
    const [before, after] = [shown.slice(0, at), shown.slice(at + mark.length)];
    const ends = (whole: string) => before.endsWith(whole) || before.endsWith('…');
    const cut = after.indexOf('…');
    const begins = (whole: string) =>
      after.startsWith(whole) || (cut !== -1 && whole.startsWith(after.slice(0, cut)));
    if (!typed.some(piece => ends(piece.before) && begins(piece.after))) return false;
  }
  return true;
}
