import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcement, testMark, threadName, withdrawn } from '../../src/message/announcement.ts';
import { decode } from '../../src/message/route.ts';
import { locales, wordsOf } from '../../src/words/words.ts';
import { postFrom } from '../blog/fixture.ts';
import { shippedOnSite } from '../commands/stage.ts';
import { controlsOf, hostilePost, problemsOf } from './classic.ts';

const [zh, en] = [wordsOf('zh-CN'), wordsOf('en')];
const [shipped] = shippedOnSite.posts;
if (shipped === undefined) throw new Error('no post is shipped');

const role = '123456789012345678';
const labels = (one: ReturnType<typeof announcement>) =>
  controlsOf(one).map(button => ('label' in button ? button.label : ''));

describe('an announcement', () => {
  const readers = announcement(shipped, { role, notify: true }, zh);

  it('names the post in its first line, behind the role, with its address below', () => {
    expect(readers.content.split('\n')).toEqual([
      `<@&${role}> 新文章：从压缩到推理：张祥雨对大模型智能以及未来发展的六个认知`,
      `<${shipped.url}>`,
    ]);
  });

  it('shows title, excerpt, tags and reading time', () => {
    const [embed] = readers.embeds;
    expect(embed?.title).toBe(shipped.title);
    expect(embed?.url).toBe(shipped.url);
    expect(embed?.description).toContain('从中提取出六句话');
    expect(embed?.footer?.text).toMatch(/^AI · 与曦 · 分享 · 约\d+分钟$/);
  });

  it('leads into the post, and offers the role', () => {
    expect(labels(readers)).toEqual(['阅读全文', '6 条洞见', '原文', '新文章通知我']);
    expect(labels(announcement(shipped, { role, notify: false }, zh))).not.toContain('新文章通知我');
    expect(labels(announcement(shipped, { notify: true }, zh))).not.toContain('新文章通知我');
  });

  it('speaks the language of its channel, and says which language the post is in', () => {
    const english = announcement(shipped, { notify: false }, en);
    expect(english.content).toMatch(/^New post: 从压缩到推理/);
    expect(english.embeds[0]?.footer?.text).toMatch(/^AI · 与曦 · 分享 · \d+ min · in Chinese$/);
  });

  it('mentions the role that was set, and nobody where none was', () => {
    expect(readers.allowed_mentions).toEqual({ parse: [], roles: [role] });
    expect(announcement(shipped, { notify: false }, zh).allowed_mentions).toEqual({ parse: [] });
  });

  it('shows the title as it is written, whatever marks it holds', () => {
    const post = postFrom('---\ntitle: "__init__ *and* @everyone <@&1>"\n---\n\nText.');
    const { content, embeds } = announcement(post, { notify: false }, en);
    expect(embeds[0]?.title).toBe('__init__ *and* @everyone <@&1>');
    expect(content).toBe('New post: \\_\\_init\\_\\_ \\*and\\* @\u200beveryone \\<@&1>');
  });

  it('shows a post without excerpt, picture, tags or address', () => {
    const bare = announcement(postFrom('# Bare'), { notify: false }, en);
    expect(problemsOf(bare)).toEqual([]);
    expect(bare.content).toBe('New post: Bare');
    expect(bare.embeds).toEqual([{ title: 'Bare', footer: { text: 'Title only' } }]);
  });

  it('is never refused, and pings nobody but its role, whatever a post holds', () => {
    fc.assert(
      fc.property(hostilePost, fc.constantFrom(...locales), fc.boolean(), (post, locale, notify) => {
        const one = announcement(post, { role, notify }, wordsOf(locale));
        expect(problemsOf(one, threadName(post))).toEqual([]);
        expect(one.allowed_mentions).toEqual({ parse: [], roles: [role] });
        const [first = '', ...rest] = one.content.split('\n');
        expect(first).not.toMatch(/@everyone|@here|(?<!\\)<(?:@(?!&123456789012345678>)|#|t:)/);
        expect(rest.join('\n')).toMatch(/^(?:|<https:\/\/[^\s<>]+>)$/);
        const marked = testMark(one, wordsOf(locale));
        expect(problemsOf(marked)).toEqual([]);
        expect(marked.allowed_mentions).toEqual({ parse: [] });
      }),
    );
  });

  it('always holds a button that names its post', () => {
    fc.assert(
      fc.property(hostilePost, post => {
        const buttons = controlsOf(announcement(post, { notify: false }, en));
        const routes = buttons.flatMap(button => ('custom_id' in button ? [decode(button.custom_id)] : []));
        expect(routes).toContainEqual(
          expect.objectContaining({ route: expect.objectContaining({ post: post.key }) }),
        );
      }),
    );
  });
});

describe('a test of an announcement', () => {
  it('says that it is one, above what the announcement says', () => {
    const marked = testMark(announcement(shipped, { role, notify: true }, en), en);
    expect(marked.content).toMatch(/^\*A test: .*\*\n<@&123456789012345678> New post: 从压缩到推理/);
    expect(marked.allowed_mentions).toEqual({ parse: [] });
  });
});

describe('what a withdrawn post leaves', () => {
  it.each([
    ['zh-CN', '这篇文章已由作者撤回。 / The author withdrew this post.'],
    ['zh-TW', '這篇文章已由作者撤回。 / The author withdrew this post.'],
    ['en', 'The author withdrew this post. / 这篇文章已由作者撤回。'],
  ] as const)('is one line, in %s and another language', (locale, content) => {
    const left = withdrawn(wordsOf(locale));
    expect(left).toEqual({ content, embeds: [], components: [], allowed_mentions: { parse: [] } });
    expect(problemsOf(left)).toEqual([]);
  });
});

describe('the name of a thread', () => {
  it('is the title, on one line of at most 100 characters', () => {
    expect(threadName({ title: 'Rye\nbread' })).toBe('Rye bread');
    expect(threadName({ title: '字'.repeat(150) })).toBe(`${'字'.repeat(99)}…`);
    expect(threadName({ title: ' \n ' })).toBe('…');
  });
});
