import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { file, hour, makeWorld, old } from '../announce/world.ts';
import { type Content, makeContent } from '../source/content.ts';
import { storeAt } from '../store/databases.ts';
import { subscription } from '../store/samples.ts';
import { run } from './child.ts';

const files = { ...old, 'new.md': file('New', { tags: 'AI' }), 'later.md': file('Later', { date: '' }) };

let content: Content;
let environment: Record<string, string>;

/** Quoth was there, has announced what was new to one channel, and stopped. */
beforeEach(async () => {
  content = await makeContent();
  environment = {
    LANG: 'en_US.UTF-8',
    TIMEZONE: 'UTC',
    SITE_URL: 'https://blog.example',
    CONTENT: join(content.folder, 'posts'),
    DATABASE_URL: join(content.folder, 'quoth.db'),
    CACHE_DIR: join(content.folder, 'cache'),
  };
  const world = makeWorld(storeAt(environment.DATABASE_URL ?? ''));
  const announcer = world.replica();
  world.writes(old);
  await world.round(announcer);
  await world.store.subscribe(subscription('1', { guild: '7' }));
  await world.store.subscribe(subscription('2', { guild: '7', tag: 'cats' }));
  world.writes(files);
  await world.passes(announcer, hour);
  const written = { ...files, 'drafts/unready.md': file('Not yet').replace('title:', 'draft: true\ntitle:') };
  const posts = Object.entries(written).map(([path, text]) => [`posts/${path}`, text]);
  await content.write(Object.fromEntries(posts));
});

afterEach(() => content.remove());

describe('npm start -- why', () => {
  it('tells what happened to a post in each channel, in the language of the shell', async () => {
    const { code, text } = await run(['why', 'new'], environment);
    expect(code).toBe(0);
    expect(text.split('\n')).toEqual([
      '“New” new.md',
      '  Quoth first saw it Jun 1, 2026, 12:05 PM.',
      '  Readers may see it.',
      'https://discord.com/channels/7/1',
      '  It was announced Jun 1, 2026, 12:15 PM: https://discord.com/channels/7/1/1.',
      'https://discord.com/channels/7/2',
      '  This channel takes only posts with the tag #cats, which it has not.',
      '',
    ]);
    const chinese = await run(['why', 'New'], { ...environment, LANG: 'zh_CN.UTF-8' });
    expect(chinese.text).toContain('《New》 new.md');
    expect(chinese.text).toContain('Quoth 第一次看到它是 2026年6月1日');
  });

  it('tells why a post waits for ever, and finds those that readers may not see', async () => {
    const later = await run(['why', 'later.md'], environment);
    expect(later.text).toContain('  It has no date, and is not announced by itself: give it one.');
    const draft = await run(['why', 'unready'], environment);
    expect(draft.text).toContain('drafts/unready.md\n  Its author keeps it from readers');
    expect(draft.text).toContain('Quoth has not met it yet');
  });

  it('ends with 1 where there is no such post, and says what it takes where none is named', async () => {
    const { code, text } = await run(['why', 'quantum gravity'], environment);
    expect(code).toBe(1);
    expect(text).toContain('No post is called “quantum gravity”');
    expect(text).toContain('\n  “New” new.md\n');
    const bare = await run(['why'], environment);
    expect(bare.code).not.toBe(0);
    expect(bare.text).toContain('why "a post"');
  });
});

describe('npm start -- links', () => {
  it('names each post that was announced, and where', async () => {
    const { code, text } = await run(['links'], environment);
    expect(code).toBe(0);
    expect(text).toBe('“New” https://blog.example/posts/new\n  https://discord.com/channels/7/1/1\n');
  });

  it('prints nothing but JSON with --json', async () => {
    const { text } = await run(['links', '--json'], environment);
    expect(JSON.parse(text)).toMatchObject([
      {
        path: 'new.md',
        title: 'New',
        url: 'https://blog.example/posts/new',
        announcements: [
          { url: 'https://discord.com/channels/7/1/1', guild: '7', sentAt: '2026-06-01T12:15:00.000Z' },
        ],
      },
    ]);
  });

  it('says so where nothing was announced yet', async () => {
    const { code, text } = await run(['links'], {
      ...environment,
      DATABASE_URL: join(content.folder, 'other.db'),
    });
    expect(code).toBe(0);
    expect(text).toBe('No post was announced yet.\n');
  });
});
