import {
  type APIEmbed,
  type APIMessageComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Problem } from './problems.ts';

/** A message's content, as it would stand after a payload was taken in. */
export interface Body {
  readonly content?: string | null | undefined;
  readonly embeds?: readonly APIEmbed[] | null | undefined;
  readonly components?: readonly APIMessageComponent[] | null | undefined;
  readonly attachments?: readonly { readonly filename?: string | null | undefined }[] | null | undefined;
  readonly flags?: number | null | undefined;
}

type Path = readonly (string | number)[];

/** A component of a message, wherever it stands in it. */
interface Placed {
  readonly component: APIMessageComponent;
  readonly path: Path;
}

/**
 * The rules for a message that Discord's schemas leave out:
 * https://docs.discord.com/developers/components/reference and resources/message#embed-object-embed-limits.
 */
export function messageProblems(body: Body): readonly Problem[] {
  const placed = placedIn(body.components ?? [], ['components']);
  const v2 = ((body.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  return [
    ...(v2 ? v2Problems(body, placed) : plainProblems(body)),
    ...embedProblems(body.embeds ?? []),
    ...twice(placed),
    ...placed.flatMap(one => componentProblems(one, body)),
  ];
}

/** Every component of a message with the place where it stands, nested ones too. */
export function placedIn(components: readonly APIMessageComponent[], path: Path): readonly Placed[] {
  return components.flatMap((component, index) => {
    const here = [...path, index];
    return [
      { component, path: here },
      ...('components' in component ? placedIn(component.components, [...here, 'components']) : []),
      ...('accessory' in component ? [{ component: component.accessory, path: [...here, 'accessory'] }] : []),
    ];
  });
}

function v2Problems(body: Body, placed: readonly Placed[]): readonly Problem[] {
  const text = placed.reduce(
    (sum, { component }) =>
      sum + (component.type === ComponentType.TextDisplay ? component.content.length : 0),
    0,
  );
  return [
    ...problem(Boolean(body.content), ['content'], 'a Components V2 message has no content'),
    ...problem(Boolean(body.embeds?.length), ['embeds'], 'a Components V2 message has no embeds'),
    ...problem(placed.length === 0, ['components'], 'a Components V2 message needs components'),
    ...problem(
      placed.length > 40,
      ['components'],
      `${placed.length} components, nested ones counted; 40 at most`,
    ),
    ...problem(text > 4_000, ['components'], `${text} characters over all text displays; 4,000 at most`),
  ];
}

function plainProblems(body: Body): readonly Problem[] {
  const components = body.components ?? [];
  const empty =
    !body.content?.trim() && !body.embeds?.length && components.length === 0 && !body.attachments?.length;
  return [
    ...problem(empty, [], 'Cannot send an empty message'),
    ...problem((body.content?.length ?? 0) > 2_000, ['content'], '2,000 characters at most'),
    ...problem(
      components.length > 5,
      ['components'],
      `${components.length} rows; 5 at most without Components V2`,
    ),
    ...components.flatMap(({ type }, index) =>
      problem(
        type !== ComponentType.ActionRow,
        ['components', index],
        'only rows stand here without the Components V2 flag',
      ),
    ),
  ];
}

function embedProblems(embeds: readonly APIEmbed[]): readonly Problem[] {
  const lengths = embeds.map(({ title = '', description = '', footer, author, fields = [] }) =>
    [
      title,
      description,
      footer?.text ?? '',
      author?.name ?? '',
      ...fields.flatMap(({ name, value }) => [name, value]),
    ]
      .map(text => text.length)
      .reduce((sum, length) => sum + length, 0),
  );
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return [
    ...problem(total > 6_000, ['embeds'], `${total} characters over all embeds; 6,000 at most`),
    ...embeds.flatMap((embed, index) => [
      ...problem(
        lengths[index] === 0 && !embed.image && !embed.thumbnail,
        ['embeds', index],
        'an empty embed',
      ),
      ...problem(
        (embed.footer?.text.length ?? 0) > 2_048,
        ['embeds', index, 'footer'],
        '2,048 characters at most',
      ),
      ...problem(
        (embed.author?.name.length ?? 0) > 256,
        ['embeds', index, 'author'],
        '256 characters at most',
      ),
      ...(embed.fields ?? []).flatMap(({ name, value }, field) =>
        problem(!name.trim() || !value.trim(), ['embeds', index, 'fields', field], 'a blank name or value'),
      ),
    ]),
  ];
}

function twice(placed: readonly Placed[]): readonly Problem[] {
  const seen = new Set<string>();
  return placed.flatMap(({ component, path }) => {
    const keys = [
      ...('custom_id' in component && component.custom_id !== undefined
        ? [`custom_id ${component.custom_id}`]
        : []),
      ...(component.id ? [`id ${component.id}`] : []),
    ];
    return keys.flatMap(key => {
      const again = problem(seen.has(key), path, `${key} stands twice in the message`);
      seen.add(key);
      return again;
    });
  });
}

function componentProblems({ component, path }: Placed, body: Body): readonly Problem[] {
  switch (component.type) {
    case ComponentType.ActionRow: {
      const buttons = component.components.filter(one => one.type === ComponentType.Button).length;
      const selects = component.components.length - buttons;
      return problem(
        selects > 1 || (selects === 1 && buttons > 0),
        path,
        'a row holds buttons or one select',
      );
    }
    case ComponentType.Button: {
      const custom = 'custom_id' in component && component.custom_id !== undefined;
      const url = 'url' in component && component.url !== undefined ? component.url : undefined;
      const labelled = 'label' in component && Boolean(component.label?.trim());
      const emoji = 'emoji' in component && component.emoji !== undefined;
      const link = component.style === ButtonStyle.Link;
      return [
        ...problem(link && (url === undefined || custom), path, 'a link button has a url and no custom_id'),
        ...problem(!link && (url !== undefined || !custom), path, 'a button has a custom_id and no url'),
        ...problem(!labelled && !emoji, path, 'a button needs a label or an emoji'),
        ...problem(
          url !== undefined && !/^(?:https?|discord):\/\//.test(url),
          path,
          `${url}: only http, https, discord`,
        ),
      ];
    }
    case ComponentType.StringSelect: {
      const { options, max_values: most = 1, min_values: least = 1 } = component;
      const values = new Set(options.map(option => option.value));
      return [
        ...problem(values.size < options.length, path, 'two options have one value'),
        ...problem(most > options.length, path, `${most} are to be chosen of ${options.length}`),
        ...problem(least > most, path, `at least ${least} of at most ${most} are to be chosen`),
        ...problem(
          options.filter(option => option.default).length > most,
          path,
          'more defaults than may be chosen',
        ),
        ...problem(
          options.some(({ label, value }) => !label.trim() || !value),
          path,
          'an option without label or value',
        ),
      ];
    }
    case ComponentType.TextDisplay:
      return problem(!component.content.trim(), path, 'a blank text display');
    case ComponentType.Thumbnail:
      return mediaProblems(component.media.url, path, body);
    case ComponentType.MediaGallery:
      return component.items.flatMap(({ media }, index) =>
        mediaProblems(media.url, [...path, 'items', index], body),
      );
    case ComponentType.File:
      return [
        ...problem(
          !component.file.url.startsWith('attachment://'),
          path,
          'a file is an attachment of the message',
        ),
        ...mediaProblems(component.file.url, path, body),
      ];
    default:
      return [];
  }
}

function mediaProblems(url: string, path: Path, body: Body): readonly Problem[] {
  const attached = url.startsWith('attachment://');
  const names = (body.attachments ?? []).map(({ filename }) => filename);
  return [
    ...problem(
      !attached && !/^https?:\/\//.test(url),
      path,
      `${url}: only http, https and attachment are shown`,
    ),
    ...problem(
      attached && !names.includes(url.slice('attachment://'.length)),
      path,
      `${url} is not attached`,
    ),
  ];
}

/** Choices offered while typing: 25 at most, name and value 1 to 100 characters. */
export function choiceProblems(
  choices: readonly { readonly name: string; readonly value: string | number }[],
): readonly Problem[] {
  return [
    ...problem(choices.length > 25, ['choices'], `${choices.length} choices; 25 at most`),
    ...choices.flatMap(({ name, value }, index) => [
      ...problem(!name.trim() || name.length > 100, ['choices', index, 'name'], '1 to 100 characters'),
      ...problem(
        typeof value === 'string' && (value.length === 0 || value.length > 100),
        ['choices', index, 'value'],
        '1 to 100 characters',
      ),
    ]),
  ];
}

/** One problem where there is one. */
export function problem(wrong: boolean, path: Path, message: string): readonly Problem[] {
  return wrong ? [{ path, message }] : [];
}
