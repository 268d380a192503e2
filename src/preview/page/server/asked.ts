import type { APIMessage } from 'discord-api-types/v10';
import { z } from 'zod';
import type { AskedOption, TypedOption } from '../../interaction.ts';
import type { Asked } from '../wire.ts';

const command = z.object({ id: z.string().max(20), name: z.string().max(32) });
const locale = z.enum(['en-US', 'zh-CN', 'zh-TW']);
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The bot reads options and pressed messages as untrusted input, whoever sends them. */
const options = <Option>() => z.array(z.custom<Option>(isObject)).max(25);

const id = z.string().regex(/^\d{1,20}$/);

const message = z.custom<APIMessage>(
  value => isObject(value) && 'id' in value && id.safeParse(value.id).success,
);

const asked = z.object({
  act: z.discriminatedUnion('does', [
    z.object({ does: z.literal('ask'), command, options: options<AskedOption>() }),
    z.object({ does: z.literal('complete'), command, options: options<TypedOption>() }),
    z.object({ does: z.literal('ask about'), command, message }),
    z.object({ does: z.literal('press'), message, customId: z.string().max(100) }),
    z.object({
      does: z.literal('choose'),
      message,
      customId: z.string().max(100),
      values: z.array(z.string().max(100)).max(25),
    }),
  ]),
  channel: id,
  reader: z.int().min(0).max(1),
  locale,
  guildLocale: locale,
  chance: z.number().min(0).lt(1),
});

/** What the page sent, if it is something that a reader can do. */
export function readAsked(body: unknown): Asked | undefined {
  const read = asked.safeParse(body);
  return read.success ? read.data : undefined;
}
