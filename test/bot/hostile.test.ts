import type { APIInteraction } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { presses } from '../../commands/presses.ts';
import { mostPublic } from '../../src/bot/flood.ts';
import type { Parts } from '../../src/bot/model.ts';
import { makeBot } from '../../src/bot/respond.ts';
import { makeIndex } from '../../src/search/build.ts';
import { blogFrom } from '../blog/fixture.ts';
import { readers, shipped, stage } from '../commands/stage.ts';
import { wire } from '../discord/clock.ts';

/** A bot that fails the test where it logs an exception. */
function bot() {
  const library = { blog: shipped, index: makeIndex(shipped) };
  const parts: Parts = {
    commands,
    presses,
    library: () => library,
    visibility: 'auto',
    mostPublic,
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (fields, line) => {
        throw new Error(`${line} ${JSON.stringify(fields)}`);
      },
    },
    now: Date.now,
    random: Math.random,
    wait: () => new Promise(() => undefined),
  };
  return makeBot(parts);
}

describe('an interaction that is not whole', () => {
  it.each([
    { type: 2, guild_locale: 'en-US', guild: { features: 5 }, data: { name: 'help' } },
    { type: 2, guild_id: '1', authorizing_integration_owners: null, data: { name: 'help' } },
    { type: 2 },
    { type: 2, data: 5 },
    { type: 3, data: null },
    { type: 3, data: { values: 7 } },
    { type: 3, data: { custom_id: { a: 1 } }, message: null },
    { type: 4, data: { name: 'search', options: 'x' } },
    { type: 4 },
    {
      type: 2,
      data: {
        type: 3,
        name: 'Search the posts',
        target_id: '1',
        resolved: { messages: { 1: { embeds: [null, { fields: 5 }] } } },
      },
    },
    { type: 99 },
  ])('is answered, and no exception is logged: %j', async interaction => {
    const { callback } = await bot()(wire(interaction));
    expect([4, 7, 8]).toContain(callback.type);
  });
});

it('is answered however deep its options are nested', async () => {
  let options: readonly object[] = [];
  for (let depth = 0; depth < 20_000; depth++) options = [{ name: 'latest', options }];
  const interaction = Object.assign(wire<APIInteraction>({ type: 2 }), { data: { name: 'post', options } });
  const { callback } = await bot()(interaction);
  expect(callback.type).toBe(4);
});

describe('what Discord would refuse for its length', () => {
  const heading = (text: string) => `## ${text}`;

  it.each([
    [
      '60 headings with nothing under them',
      Array.from({ length: 60 }, (_, at) => heading(`Heading number ${at} of the outline`)).join('\n\n'),
    ],
    [
      'long nested headings above long code',
      `${['一', '二', '三'].map(sign => heading(sign.repeat(60))).join('\n\n')}\n\n\`\`\`\n${'code '.repeat(600)}\n\`\`\``,
    ],
    ['a heading of 250 Chinese characters', `${heading('长'.repeat(250))}\n\n${'正文很长。'.repeat(800)}`],
    ['a heading of 2,000 words', `${heading('word '.repeat(2000))}\n\nword`],
  ])('never reaches it: %s', async (_, body) => {
    const tags = Array.from({ length: 10 }, (_one, at) => `${at}${'t'.repeat(600)}`);
    const { discord } = stage(
      blogFrom(
        { 'a.md': `---\ntitle: T\ntags: ${JSON.stringify(tags)}\n---\n${body}` },
        { url: `https://blog.example/${'x'.repeat(60)}`, title: 'B'.repeat(17_000) },
      ),
      { defaultLocale: 'en' },
    );
    const { bob } = readers(discord);
    let page = await bob.presses(await bob.types('/post latest'), 'Read here');
    while (page.buttons.includes('Next section') || page.buttons.includes('Read on')) {
      page = await bob.presses(page, page.buttons.includes('Read on') ? 'Read on' : 'Next section');
    }
    expect((await bob.types('/search word')).text).not.toBe('');
    expect((await bob.types('/help')).text).toContain('BBB');
  });
});

describe('what a reader writes', () => {
  it('is posted in their name, however long somebody says that is', async () => {
    const { discord } = stage(shipped);
    const long = discord.reader({ name: `Ming ${'*'.repeat(20_000)}`, locale: 'en-US' });
    const seen = await long.presses(await long.types('/help'), 'Post to channel');
    expect(seen.private).toBe(false);
    expect(seen.text).toContain('Ming');
    expect(seen.text.length).toBeLessThan(4_000);
  });

  it('does not turn the direction of what stands after it', async () => {
    const { discord } = stage(shipped);
    const sly = discord.reader({ name: 'Sly\u202e', locale: 'en-US' });
    const seen = await sly.types('/search', { query: 'CoT\u202e' });
    expect(seen.text).not.toContain('\u202e');
    expect((await sly.presses(seen, 'Post to channel')).text).not.toContain('\u202e');
  });
});

describe('a locked thread', () => {
  it('is no place to post to', async () => {
    const { discord } = stage(shipped);
    const locked = discord.thread(discord.channel(discord.guild(), 'talk'), 'over', { locked: true });
    const there = readers(discord).bob.at(locked);
    const seen = await there.types('/search CoT');
    expect(seen.buttons).not.toContain('Post to channel');
    const [post] = shipped.posts;
    expect((await there.forges(seen, `1|share|card|${post?.key}`)).private).toBe(true);
  });
});
