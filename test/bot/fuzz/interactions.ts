import type { APIInteraction } from 'discord-api-types/v10';
import fc from 'fast-check';
import { commands } from '../../../commands/index.ts';
import type { Blog } from '../../../src/blog/model.ts';
import { registrations } from '../../../src/bot/registration.ts';
import { wire } from '../../discord/clock.ts';
import { hostileTexts } from './texts.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Option {
  readonly type: number;
  readonly name: string;
  readonly options?: readonly Option[];
}

const ids = fc.oneof(
  { weight: 6, arbitrary: fc.bigInt(1n << 50n, 1n << 63n).map(String) },
  { weight: 1, arbitrary: hostileTexts },
);
const rare = <T>(usual: T, arbitrary: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary });

/** Anything that JSON can hold. */
const anything = fc.oneof(
  hostileTexts,
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    {},
    [],
    [[]],
    [null],
    { '0': {} },
    { toString: 5 },
  ),
  fc.constantFrom(10, 200).map(nested),
  fc.jsonValue({ maxDepth: 2 }),
);

function nested(depth: number): unknown {
  let value: unknown = {};
  for (let done = 0; done < depth; done++) value = done % 2 === 0 ? [value] : { components: value };
  return value;
}

const allPermissions = String((1n << 50n) - 1n);

const user = fc.record({
  id: ids,
  username: hostileTexts,
  global_name: rare(null, hostileTexts),
  bot: fc.boolean(),
});

/** Who asks and where. */
const setting: fc.Arbitrary<Fields> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      guild_id: ids,
      guild: fc.record({
        id: ids,
        locale: rare('zh-CN', anything),
        features: fc.constantFrom<unknown>([], ['COMMUNITY'], 5),
      }),
      guild_locale: fc.constantFrom('en-US', 'zh-CN', 'zh-TW', 'xx', '\ud800'),
      member: fc.record({
        user,
        nick: rare(null, hostileTexts),
        permissions: fc.constantFrom('0', '2048', allPermissions, '-1', 'x', '9'.repeat(400)),
        roles: fc.constant([]),
      }),
      channel: fc.record({
        id: ids,
        type: fc.constantFrom<unknown>(0, 5, 11, 15, 99, 'text'),
        parent_id: rare(null, ids),
        thread_metadata: fc.record({ locked: fc.boolean() }),
      }),
      app_permissions: fc.constantFrom('0', allPermissions, 'x'),
      context: fc.constant(0),
      authorizing_integration_owners: fc.constantFrom<unknown>({ 0: '1' }, { 1: '1' }, null, 'x'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      user,
      channel: fc.record({ id: ids, type: fc.constantFrom(1, 3) }),
      context: fc.constantFrom(1, 2, 9),
      authorizing_integration_owners: fc.constantFrom<unknown>({ 0: '0' }, {}),
    }),
  },
);

/** A message as one that a control is pressed on, or that is searched for. */
const message = (authorIds: fc.Arbitrary<unknown>): fc.Arbitrary<Fields> =>
  fc.record({
    id: ids,
    flags: fc.constantFrom<unknown>(0, 64, 32_768, 32_832, -1, 'x'),
    content: hostileTexts,
    embeds: rare([], fc.constant([{ title: 'x', description: '**', fields: [{ name: 1, value: null }] }])),
    components: fc.array(
      fc.record({
        type: fc.constantFrom(10, 17, 1),
        content: hostileTexts,
        components: rare([], fc.constant([{ type: 10, content: '-# “x”' }, null, 5])),
      }),
      { maxLength: 3 },
    ),
    interaction_metadata: fc.record({ user: fc.record({ id: authorIds }) }),
  });

/** Interactions that hold to Discord's schema but for what people may write, over a blog; each is then broken in up to three places. */
export function brokenInteractions(blog: Blog): fc.Arbitrary<APIInteraction> {
  const known = blog.posts.flatMap(({ key, slug, title, tags, sections, insights }) => [
    key,
    slug,
    title,
    ...tags,
    ...sections.slice(0, 5).flatMap(({ id, heading }) => [id, heading]),
    ...insights.slice(0, 3).map(({ number }) => String(number)),
  ]);
  const texts = fc.oneof(
    { weight: 3, arbitrary: hostileTexts },
    { weight: 1, arbitrary: fc.constantFrom(...known) },
  );

  const valuesOf = (type: number): fc.Arbitrary<unknown> => {
    if (type === 5) return rare(true, anything);
    return fc.oneof({ weight: 6, arbitrary: type === 8 ? ids : texts }, { weight: 1, arbitrary: anything });
  };
  const sentOption = ({ name, type, options = [] }: Option): fc.Arbitrary<Fields> =>
    type <= 2
      ? fc.record({ name: fc.constant(name), type: fc.constant(type), options: sentOptions(options) })
      : fc.record({
          name: fc.constant(name),
          type: fc.constant(type),
          value: valuesOf(type),
          focused: fc.boolean(),
        });
  const stranger = fc.record({ name: texts, type: fc.nat(12), value: anything });
  const sentOptions = (options: readonly Option[]): fc.Arbitrary<readonly Fields[]> => {
    if (options.length === 0) return fc.array(stranger, { maxLength: 1 });
    const some = fc.oneof(...options.map(sentOption));
    const isGroup = options.some(({ type }) => type <= 2);
    return fc
      .tuple(
        fc.array(some, { minLength: 1, maxLength: isGroup ? 1 : 4 }),
        fc.array(stranger, { maxLength: 1 }),
      )
      .map(([own, others]) => [...own, ...others]);
  };

  const registered = registrations(commands).map(command => wire<Option>(command));
  const slash = registered.filter(({ type }) => (type ?? 1) === 1);
  const asked = fc.oneof(
    ...slash.map(({ name, options = [] }) =>
      fc.record({ id: ids, name: fc.constant(name), type: fc.constant(1), options: sentOptions(options) }),
    ),
    fc.record({ id: ids, name: texts, type: fc.nat(5), options: fc.array(stranger, { maxLength: 3 }) }),
  );

  const routes = [
    'card',
    'read',
    'contents',
    'insight',
    'insights',
    'quote',
    'related',
    'list',
    'find',
    'help',
  ];
  const deeds = [
    'notify',
    'send',
    'hold',
    'release',
    'resume',
    'stop',
    'announcements',
    'remove',
    'share',
    'choose',
  ];
  const customIds = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          fc.constantFrom('1', '1', '1', '1', '', '0', '2', '01', '999999999999'),
          fc.constantFrom('', '', 'share|'),
          fc.constantFrom(...routes, ...deeds, 'constructor'),
          fc.array(fc.oneof(fc.constantFrom(...known, '0', '1', '2', '…', '', '999999'), texts), {
            maxLength: 4,
          }),
        )
        .map(([version, share, place, parts]) => `${version}|${share}${[place, ...parts].join('|')}`),
    },
    { weight: 1, arbitrary: texts },
  );

  const reader = '110000000000000009';
  const whats: fc.Arbitrary<Fields> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ type: fc.constant(2), data: asked }) },
    { weight: 3, arbitrary: fc.record({ type: fc.constant(4), data: asked }) },
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant(3),
        message: message(fc.oneof(fc.constant(reader), ids)),
        data: fc.oneof(
          fc.record({ custom_id: customIds, component_type: fc.constant(2) }),
          fc.record({
            custom_id: customIds,
            component_type: fc.constant(3),
            values: fc.array(customIds, { maxLength: 2 }),
          }),
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: message(ids).map(found => ({
        type: 2,
        data: {
          id: '1',
          type: 3,
          name: 'Search the posts',
          target_id: '7',
          resolved: { messages: { 7: found } },
        },
      })),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constantFrom<unknown>(1, 5, 0, -1, 99, '2', null), data: anything }),
    },
  );

  const locales = fc.constantFrom<unknown>('en-US', 'zh-CN', 'zh-TW', 'de', '', 'zh-CN\u202e', 5, null);
  const whole = fc.tuple(
    setting,
    whats,
    fc.record({ id: ids, token: hostileTexts, locale: locales, version: fc.nat(2) }),
  );
  const breaks = fc.array(fc.tuple(fc.nat(10_000), fc.oneof(fc.constant(gone), anything)), { maxLength: 3 });
  return fc.tuple(whole, breaks).map(([[where, what, frame], places]) => {
    const interaction = wire<APIInteraction>({ ...frame, application_id: '1', ...where, ...what });
    for (const [at, other] of places) breakAt(interaction, at, other);
    return interaction;
  });
}

/** Stands for a field that is missing. */
const gone = Symbol('gone');

/** Makes the field of that number, counted through all that is nested, missing or something else. */
function breakAt(whole: object, at: number, other: unknown): void {
  const places: (readonly string[])[] = [];
  collect(whole, [], places);
  const place = places[at % places.length];
  if (place) put(whole, place, typeof other === 'object' && other !== null ? wire(other) : other);
}

function collect(value: unknown, path: readonly string[], into: (readonly string[])[]): void {
  if (typeof value !== 'object' || value === null || path.length > 8) return;
  for (const [key, inner] of Object.entries(value)) {
    into.push([...path, key]);
    collect(inner, [...path, key], into);
  }
}

function put(value: object, [key = '', ...rest]: readonly string[], other: unknown): void {
  const inner: unknown = Reflect.get(value, key);
  if (rest.length > 0) {
    if (typeof inner === 'object' && inner !== null) put(inner, rest, other);
  } else if (other === gone) Reflect.deleteProperty(value, key);
  else Reflect.set(value, key, other);
}
