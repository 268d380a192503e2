import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeClock, makeIds } from '../../discord/clock.ts';
import { isRecord } from '../../discord/schemas.ts';
import { benchBot, recorded } from '../bot.ts';
import { acts } from '../commands.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An interaction as Discord would send it. */
export type Asked = Fields & { readonly id: string };

/** Interactions of many readers, mixed, each with an id and a token of its own. */
export type Traffic = () => Asked;

const readers = 20_000;
const channels = 5_000;
const servers = 2_000;
const [firstReader, firstChannel, firstServer] = [3n * 10n ** 17n, 4n * 10n ** 17n, 5n * 10n ** 17n];

const anyOf = (most: number): number => Math.floor(Math.random() * most);
const idFrom = (first: bigint, most: number): string => String(first + BigInt(anyOf(most)));

/** Pieces of lines that stand in a folder's posts, as somebody would search for them. */
function queriesIn(folder: string): () => string {
  const lines = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.md'))
    .flatMap(path => readFileSync(join(folder, path), 'utf8').split('\n'))
    .map(line => line.trim())
    .filter(line => line.length > 20);
  return () => {
    const line = lines[anyOf(lines.length)] ?? 'long context';
    const from = anyOf(line.length - 12);
    return line.slice(from, from + 4 + anyOf(16));
  };
}

/** The interaction with something else typed into its option `query`, where it has one. */
function typing(interaction: Fields, query: string): Fields {
  const { data } = interaction;
  if (!isRecord(data) || !Array.isArray(data.options)) return interaction;
  const options = data.options.map(option =>
    isRecord(option) && option.name === 'query' ? { ...option, value: query } : option,
  );
  return { ...interaction, data: { ...data, options } };
}

const within = (fields: unknown, changed: Fields): Fields => ({
  ...(isRecord(fields) && fields),
  ...changed,
});

/** The interaction as somebody else sends it, somewhere else and now. */
function asAnother(interaction: Fields, id: string): Asked {
  const [channel_id, guild_id] = [idFrom(firstChannel, channels), idFrom(firstServer, servers)];
  const { member, channel, guild } = interaction;
  const user = within(isRecord(member) && member.user, { id: idFrom(firstReader, readers) });
  return {
    ...interaction,
    id,
    token: `load-${id}`,
    channel_id,
    guild_id,
    channel: within(channel, { id: channel_id }),
    guild: within(guild, { id: guild_id }),
    member: within(member, { user }),
  };
}

/** All that readers do, over a folder that holds the shipped posts too; half of it are searches for what stands there. */
export async function makeTraffic(folder: string): Promise<Traffic> {
  const respond = await benchBot();
  const all: Fields[] = [];
  for (const does of Object.values(acts)) all.push({ ...(await recorded(respond, does)) });
  const searches = all.filter(one => JSON.stringify(one).includes('"name":"query"'));
  const query = queriesIn(folder);
  const nextId = makeIds(makeClock());
  return () => {
    const from = Math.random() < 0.5 ? searches : all;
    const one = from[anyOf(from.length)];
    if (one === undefined) throw new Error('Readers do nothing.');
    return asAnother(typing(one, query()), nextId());
  };
}
