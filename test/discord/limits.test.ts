import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { discordInProcess } from './in-process.ts';
import { sampleCommands } from './sample.ts';

const v2 = 32_768;
const mentions = { parse: [] };
const text = (content: string) => ({ type: 10, content });
const row = (...components: object[]) => ({ type: 1, components });
const button = (id: string, more: object = {}) => ({ type: 2, style: 2, label: id, custom_id: id, ...more });
const select = (more: object = {}) => ({
  type: 3,
  custom_id: 's',
  options: [
    { label: 'a', value: 'a' },
    { label: 'b', value: 'b' },
  ],
  ...more,
});
const laid = (...components: object[]) => ({ flags: v2, components, allowed_mentions: mentions });
const gallery = (url: string) => ({ type: 12, items: [{ media: { url } }] });

/** What Discord says to a message, as the answer to a command; empty where it takes it. */
async function problemsOf(data: object, type = 4): Promise<string> {
  const discord = discordInProcess({
    commands: sampleCommands,
    respond: () => Promise.resolve(JSON.parse(JSON.stringify({ callback: { type, data } }))),
  });
  await discord
    .reader()
    .types('/post latest')
    .catch(() => undefined);
  return discord.refused.flatMap(({ problems }) => problems).join('\n');
}

describe('Discord takes', () => {
  test.each<[string, object]>([
    ['a text', { content: 'x'.repeat(2_000), allowed_mentions: mentions }],
    [
      '4,000 characters over all texts',
      laid(text('x'.repeat(2_000)), { type: 17, components: [text('x'.repeat(2_000))] }),
    ],
    ['40 components', laid(...Array.from({ length: 40 }, (_, n) => text(`${n}`)))],
    ['five buttons in a row', laid(row(...['a', 'b', 'c', 'd', 'e'].map(id => button(id))))],
    ['a select', laid(row(select({ max_values: 2 })))],
    ['a picture', laid(gallery('https://blog.example/a.png'))],
    [
      'a section',
      laid({
        type: 9,
        components: [text('a')],
        accessory: { type: 11, media: { url: 'https://blog.example/a.png' } },
      }),
    ],
    ['embeds', { embeds: [{ title: 'a', description: 'x'.repeat(4_096) }], allowed_mentions: mentions }],
  ])('%s', async (_what, data) => {
    expect(await problemsOf(data)).toBe('');
  });
});

describe('Discord refuses', () => {
  test.each<[string, object, string]>([
    ['an empty message', { allowed_mentions: mentions }, 'empty message'],
    ['a long text', { content: 'x'.repeat(2_001), allowed_mentions: mentions }, 'data.content'],
    ['a message that may ping', { content: '@everyone' }, 'would ping'],
    [
      'a key that it does not know',
      { ...laid(text('a')), embed: {} },
      'data.embed: Discord knows no such key',
    ],
    ['a key that a component does not have', laid({ ...text('a'), label: 'b' }), 'data.components.0.label'],
    ['4,001 characters over all texts', laid(text('x'.repeat(4_000)), text('x')), '4001 characters'],
    [
      '41 components, nested ones counted',
      laid({ type: 17, components: Array.from({ length: 40 }, (_, n) => text(`${n}`)) }),
      '41 components',
    ],
    ['content beside Components V2', { ...laid(text('a')), content: 'a' }, 'has no content'],
    ['an embed beside Components V2', { ...laid(text('a')), embeds: [{ title: 'a' }] }, 'has no embeds'],
    ['Components V2 without components', laid(), 'needs components'],
    ['a text display without the flag', { ...laid(text('a')), flags: 0 }, 'only rows'],
    ['a blank text', laid(text(' \n')), 'blank text'],
    ['two equal custom_ids', laid(row(button('a'), button('a', { label: 'b' }))), 'custom_id a stands twice'],
    ['two equal ids', laid({ ...text('a'), id: 7 }, { ...text('b'), id: 7 }), 'id 7 stands twice'],
    ['a long custom_id', laid(row(button('x'.repeat(101)))), 'data.components.0.components.0.custom_id'],
    ['a long label', laid(row(button('a', { label: 'x'.repeat(81) }))), 'label'],
    [
      'six buttons in a row',
      laid(row(...['a', 'b', 'c', 'd', 'e', 'f'].map(id => button(id)))),
      'data.components.0.components',
    ],
    ['buttons beside a select', laid(row(button('a'), select())), 'buttons or one select'],
    ['two selects in a row', laid(row(select(), select({ custom_id: 't' }))), 'buttons or one select'],
    ['a button without label', laid(row(button('a', { label: ' ' }))), 'label or an emoji'],
    ['a button without custom_id', laid(row({ type: 2, style: 1, label: 'a' })), 'custom_id and no url'],
    [
      'a link with a custom_id',
      laid(row(button('a', { style: 5, url: 'https://a.example' }))),
      'url and no custom_id',
    ],
    [
      'a link to a script',
      laid(row({ type: 2, style: 5, label: 'a', url: 'javascript:alert(1)' })),
      'only http',
    ],
    [
      'a long link',
      laid(row({ type: 2, style: 5, label: 'a', url: `https://a.example/${'x'.repeat(512)}` })),
      'url',
    ],
    [
      'a select of 26',
      laid(
        row(select({ options: Array.from({ length: 26 }, (_, n) => ({ label: `${n}`, value: `${n}` })) })),
      ),
      'options',
    ],
    [
      'two options of one value',
      laid(
        row(
          select({
            options: [
              { label: 'a', value: 'a' },
              { label: 'b', value: 'a' },
            ],
          }),
        ),
      ),
      'one value',
    ],
    ['more chosen than there are', laid(row(select({ max_values: 3 }))), '3 are to be chosen of 2'],
    ['least above most', laid(row(select({ min_values: 2, max_values: 1 }))), 'at least 2 of at most 1'],
    [
      'two defaults of one',
      laid(
        row(
          select({
            options: [
              { label: 'a', value: 'a', default: true },
              { label: 'b', value: 'b', default: true },
            ],
          }),
        ),
      ),
      'more defaults',
    ],
    ['a section without accessory', laid({ type: 9, components: [text('a')] }), 'accessory'],
    [
      'a container in a container',
      laid({ type: 17, components: [{ type: 17, components: [text('a')] }] }),
      'data.components.0',
    ],
    ['a relative picture', laid(gallery('/a.png')), 'url'],
    ['a picture of another scheme', laid(gallery('data:image/png;base64,AA')), 'only http'],
    ['a picture that is not attached', laid(gallery('attachment://a.png')), 'not attached'],
    [
      '11 pictures',
      laid({ type: 12, items: Array.from({ length: 11 }, () => ({ media: { url: 'https://a.example' } })) }),
      'items',
    ],
    [
      '6,001 characters over all embeds',
      {
        embeds: [{ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_001) }],
        allowed_mentions: mentions,
      },
      '6001 characters',
    ],
  ])('%s', async (_what, data, said) => {
    expect(await problemsOf(data)).toContain(said);
  });

  test('a deferred answer with more than the private flag', async () => {
    expect(await problemsOf({ flags: 64 }, 5)).toBe('');
    expect(await problemsOf({ flags: 64 | v2 }, 5)).toContain('only the ephemeral flag');
  });

  test('an answer of a kind that does not fit', async () => {
    expect(await problemsOf(laid(text('a')), 7)).toContain('not answered with type 7');
    expect(await problemsOf({ choices: [] }, 8)).toContain('not answered with type 8');
  });

  test('to take the Components V2 flag away again', async () => {
    const components: APIMessageTopLevelComponent[] = [{ type: 10, content: 'a' }];
    const discord = discordInProcess({
      commands: sampleCommands,
      respond: ({ type }) => {
        const data = { flags: v2, components, allowed_mentions: mentions };
        if (type !== 3) return Promise.resolve({ callback: { type: 4, data } });
        return Promise.resolve({
          callback: { type: 7, data: { ...data, flags: 4, components: [], content: 'plain' } },
        });
      },
    });
    const reader = discord.reader();
    const seen = await reader.types('/post latest');
    await expect(reader.forges(seen, 'x')).rejects.toThrow('a Components V2 message has no content');
  });

  test.each<[string, object, string]>([
    [
      '26 choices',
      { choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: 'v' })) },
      'choices',
    ],
    ['a choice without a name', { choices: [{ name: '', value: 'v' }] }, 'choices.0'],
    ['a choice without a value', { choices: [{ name: 'n', value: '' }] }, 'choices.0.value'],
    ['a long name', { choices: [{ name: 'x'.repeat(101), value: 'v' }] }, 'choices.0'],
    ['a long value', { choices: [{ name: 'n', value: 'x'.repeat(101) }] }, 'choices.0.value'],
  ])('%s', async (_what, data, said) => {
    const discord = discordInProcess({
      commands: sampleCommands,
      respond: () => Promise.resolve(JSON.parse(JSON.stringify({ callback: { type: 8, data } }))),
    });
    await expect(discord.reader().completes('/say', 'text', '')).rejects.toThrow(said);
  });
});

describe('Discord refuses a command with', () => {
  const command = (more: object = {}) => ({ name: 'post', description: 'Posts', ...more });
  const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'd', ...more });

  test.each<[string, object, string]>([
    ['capitals', command({ name: 'Post' }), 'Post is no name'],
    ['a space in its name', command({ name: 'my post' }), 'my post is no name'],
    ['a translated name with capitals', command({ name_localizations: { 'zh-CN': '文章A' } }), 'is no name'],
    ['no description', command({ description: undefined }), 'description'],
    ['a long description', command({ description: 'x'.repeat(101) }), 'description'],
    [
      'a language that Discord does not have',
      command({ description_localizations: { zh: '文章' } }),
      'zh is no locale',
    ],
    [
      'a required option behind an optional one',
      command({ options: [option('a'), option('b', { required: true })] }),
      'before optional',
    ],
    ['two options of one name', command({ options: [option('a'), option('a')] }), 'share a name'],
    [
      'options beside subcommands',
      command({ options: [option('a'), { ...option('b'), type: 1 }] }),
      'do not mix',
    ],
    [
      'choices beside completion',
      command({ options: [option('a', { autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] }),
      'exclude',
    ],
    ['26 options', command({ options: Array.from({ length: 26 }, (_, n) => option(`o${n}`)) }), 'options'],
    [
      'more than 8,000 characters',
      command({
        options: Array.from({ length: 25 }, (_, n) => ({
          ...option(`s${n}`),
          type: 1,
          options: Array.from({ length: 4 }, (_unused, m) =>
            option(`o${m}`, { description: 'x'.repeat(90) }),
          ),
        })),
      }),
      '8000 at most',
    ],
    ['a key that Discord does not know', command({ private: true }), 'private'],
  ])('%s', (_what, wanted, said) => {
    const discord = discordInProcess({ respond: () => Promise.reject(new Error('not asked')) });
    expect(() => discord.registers([wanted])).toThrow(said);
  });
});
