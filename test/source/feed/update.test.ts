import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keptFromFeed } from '../../../src/source/feed/state.ts';
import { updateFeed } from '../../../src/source/feed/update.ts';
import type { Asking, FeedAddress, Update } from '../../../src/source/remote/model.ts';
import { storeOf } from '../../../src/source/remote/store.ts';
import { readSnapshot } from '../../../src/source/snapshot.ts';
import { type FeedServer, type Reply, startFeedServer } from './feed-server.ts';
import { rss } from './feeds.ts';

let server: FeedServer;
let cache: string;

const asking = (path = '/feed', more: Partial<Asking> = {}): Asking<FeedAddress> => {
  const address: FeedAddress = { kind: 'feed', url: `${server.origin}${path}` };
  return { ...more, address, store: storeOf(cache, address) };
};
const update = (reply: Reply, more: Partial<Asking> = {}) => {
  server.reply = reply;
  return updateFeed(asking('/feed', more));
};
const folderOf = (updated: Update): string => {
  if ('fault' in updated) throw new Error(updated.fault.sentence);
  return updated.folder;
};
const faultOf = (updated: Update) => {
  if ('folder' in updated) throw new Error('It was brought.');
  return updated.fault;
};
const blogOf = async (updated: Update) => (await readSnapshot({ folder: folderOf(updated) })).blog;
const titles = async (updated: Update) => (await blogOf(updated)).posts.map(({ title }) => title).toSorted();
const keptTitles = async () =>
  (await readSnapshot({ folder: (await keptFromFeed(asking().store)) ?? '' })).blog.posts
    .map(({ title }) => title)
    .toSorted();
const answering =
  (headers: Readonly<Record<string, string>>, body: string | Uint8Array, status = 200): Reply =>
  response =>
    response.writeHead(status, headers).end(body);

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'quoth-cache-'));
  server = await startFeedServer();
});

afterEach(async () => {
  await server.close();
  await rm(cache, { recursive: true, force: true });
});

describe('from one reading to the next', () => {
  test('nothing is sent again where nothing is new, also over a restart', async () => {
    const reply: Reply = (response, { headers }) => {
      const isKnown =
        headers['if-none-match'] === '"v1"' &&
        headers['if-modified-since'] === 'Thu, 12 Jun 2025 15:14:00 GMT';
      response.setHeader('etag', '"v1"').setHeader('last-modified', 'Thu, 12 Jun 2025 15:14:00 GMT');
      response.writeHead(isKnown ? 304 : 200).end(isKnown ? '' : rss(['A']));
    };
    const first = await update(reply);
    expect(await titles(first)).toEqual(['A']);
    expect(await update(reply)).toEqual(first);
    expect(server.asked[0]?.headers).not.toHaveProperty('if-none-match');
    expect(server.asked[1]?.headers).toHaveProperty('if-none-match', '"v1"');
    await rm(folderOf(first), { recursive: true });
    expect(await titles(await update(reply))).toEqual(['A']);
  });

  test('posts that fall out at the end are kept, those that were taken back are not', async () => {
    await update(rss(['E', 'D', 'C', 'B', 'A']));
    expect(await titles(await update(rss(['F', 'E', 'D', 'C', 'B'])))).toEqual([
      'A',
      'B',
      'C',
      'D',
      'E',
      'F',
    ]);
    // D is missing although C and B still stand behind it.
    expect(await titles(await update(rss(['G', 'F', 'E', 'C', 'B'])))).toEqual([
      'A',
      'B',
      'C',
      'E',
      'F',
      'G',
    ]);
    // A post that was corrected moves to the front; then D and C are only old.
    expect(await titles(await update(rss(['B', 'G', 'F'])))).toEqual(['A', 'B', 'C', 'E', 'F', 'G']);
    expect(await titles(await update(rss(['Z'])))).toEqual(['A', 'B', 'C', 'E', 'F', 'G', 'Z']);
  });

  test('of replicas that share the cache none takes back what another has read since it asked', async () => {
    await update(rss(['B', 'A']));
    const asked = Promise.withResolvers<ServerResponse>();
    const former = update(response => asked.resolve(response));
    const response = await asked.promise;
    const later = update(rss(['D', 'C', 'B']));
    response.end(rss(['C', 'B', 'A']));
    expect(await titles(await former)).toEqual(['A', 'B', 'C']);
    expect(await titles(await later)).toEqual(['A', 'B', 'C', 'D']);
    expect(await keptTitles()).toEqual(['A', 'B', 'C', 'D']);
  });

  test('a feed that is empty for once takes nothing back, then or later', async () => {
    await update(rss(['C', 'B', 'A']));
    expect(await titles(await update(rss([])))).toEqual(['A', 'B', 'C']);
    expect(await titles(await update(rss(['D', 'C', 'B'])))).toEqual(['A', 'B', 'C', 'D']);
  });

  test('a post stays the same whatever is corrected in it, and where the site moves to https', async () => {
    const before = await blogOf(await update(rss([{ title: 'Old', id: 'http://blog.example/?p=1' }])));
    const again = rss([{ title: 'New', id: 'https://blog.example/?p=1', html: '<p>Mended.</p>' }]);
    const after = await blogOf(await update(again));
    expect(after.posts.map(({ title }) => title)).toEqual(['New']);
    expect(after.posts[0]?.key).toBe(before.posts[0]?.key);
  });

  test('a folder once made is never changed, and the same feed makes no other, nor another note of itself', async () => {
    const first = folderOf(await update(rss(['A'])));
    const files = await readdir(first);
    const note = () => stat(join(asking().store, 'state.json'), { bigint: true }).then(({ ino }) => ino);
    const before = await note();
    expect(folderOf(await update(rss(['A'])))).toBe(first);
    expect(await note()).toBe(before);
    await update(rss(['B', 'A']));
    expect(await readdir(first)).toEqual(files);
  });

  test('a post whose text did not change is not read again', async () => {
    const first = await readSnapshot({ folder: folderOf(await update(rss(['B', 'A']))) });
    const second = await readSnapshot({ folder: folderOf(await update(rss(['C', 'B', 'A']))) }, first);
    const stamps = ({ kept }: typeof first) =>
      [...kept.values()].map(({ stamp }) => stamp.replace(' or later', '')).toSorted();
    expect(stamps(second)).toEqual(expect.arrayContaining(stamps(first)));
    expect(second.blog.posts).toEqual(expect.arrayContaining([...first.blog.posts]));
  });

  test.each([
    ['an error', answering({}, 'Oops', 500)],
    ['a web page', answering({ 'content-type': 'text/html' }, '<!doctype html><p>Soon back</p>')],
    ['half of it', rss(['C', 'B', 'A']).slice(0, -400)],
    ['nothing', ''],
  ] as const)('posts stay while it gives %s', async (_, reply) => {
    await update(rss(['B', 'A']));
    expect(faultOf(await update(reply)).needsPerson).toBe(false);
    expect(await keptTitles()).toEqual(['A', 'B']);
    expect(await titles(await update(rss(['C', 'B', 'A'])))).toEqual(['A', 'B', 'C']);
  });
});

describe('on the way', () => {
  const to =
    (location: string, status = 302): Reply =>
    (response, { path }) =>
      path === '/feed' ? response.writeHead(status, { location }).end() : response.end(rss(['A']));

  test.each([301, 302, 303, 307, 308])('a redirect (%i) is followed, relative or not', async status => {
    expect(await titles(await update(to('/feed/new', status)))).toEqual(['A']);
    expect(await titles(await update(to(`${server.origin}/feed/new`, status)))).toEqual(['A']);
  });

  test('a move for good is said', async () => {
    expect(await update(to('/feed/new', 308))).toMatchObject({
      notes: [`${server.origin}/feed has moved for good to ${server.origin}/feed/new: let CONTENT say so.`],
    });
    expect(await update(to('/feed/new', 302))).toMatchObject({ notes: [] });
  });

  test('a redirect in a circle ends, one to another kind of address is not followed', async () => {
    server.asked.length = 0;
    expect(faultOf(await update(to('/feed')))).toMatchObject({
      needsPerson: false,
      sentence: expect.stringMatching(/leads on more than 5 times/),
    });
    expect(server.asked.length).toBe(6);
    expect(faultOf(await update(to('file:///etc/passwd'))).sentence).toMatch(/no web address/);
    expect(faultOf(await update(to('http://[broken'))).sentence).toMatch(/no web address/);
  });

  test('a login goes to the server that is named, and not on to another', async () => {
    const other = await startFeedServer(rss(['A']));
    const login = { name: 'me', password: 'hunter2' };
    await update(to(`${other.origin}/feed`), { login });
    expect(server.asked[0]?.headers.authorization).toBe(`Basic ${btoa('me:hunter2')}`);
    expect(other.asked[0]?.headers).not.toHaveProperty('authorization');
    await update(to('/feed/new'), { login: { password: 'token' } });
    expect(server.asked.at(-1)?.headers.authorization).toBe('Bearer token');
    await other.close();
  });

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('what is packed by %s is unpacked', async (encoding, pack) => {
    expect(await titles(await update(answering({ 'content-encoding': encoding }, pack(rss(['A'])))))).toEqual(
      ['A'],
    );
  });

  test.each([
    ['is packed wrongly', answering({ 'content-encoding': 'gzip' }, 'no gzip'), /cannot be read/],
    [
      'breaks off',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-length': '5000' });
        response.write('<rss', () => response.destroy());
      },
      /broke off/,
    ],
    ['is never sent', () => undefined, /does not answer in time/],
    ['stops halfway', (response: ServerResponse) => response.write('<rss>'), /does not answer in time/],
    [
      'is no text',
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251),
      /is no (?:text|feed)/,
    ],
    ['is another kind of XML', '<?xml version="1.0"?><svg/>', /is no feed/],
    ['is another kind of JSON', '{"items": 5}', /is no feed/],
    ['is only words', 'Hello.', /is no feed/],
  ] as const)('what %s is asked for again', async (_, reply, sentence) => {
    // A server that says nothing is not waited for long; all others may take their time.
    const patience = /in time/.test(sentence.source) ? 300 : 60_000;
    expect(faultOf(await update(reply, { patience }))).toEqual({
      needsPerson: false,
      sentence: expect.stringMatching(sentence),
    });
    expect(await titles(await update(rss(['A'])))).toEqual(['A']);
  });

  test.each([
    [404, {}, /is not there \(404\)/],
    [410, {}, /is not there \(410\)/],
    [401, {}, /asks for a login \(401\).*CONTENT_TOKEN/],
    [401, { login: { password: 'hunter2' } }, /does not accept the login \(401\)/],
  ] as const)('a %i is said to whoever can mend it', async (status, more, sentence) => {
    const { sentence: said, needsPerson } = faultOf(await update(answering({}, 'No', status), more));
    expect([said, needsPerson]).toEqual([expect.stringMatching(sentence), true]);
    expect(said).not.toContain('hunter2');
  });

  test('a page that names its feed is no feed, but that one is said', async () => {
    const page =
      '<!DOCTYPE html><html><head><link rel="alternate" href="/atom.xml" type="application/atom+xml"></head></html>';
    expect(faultOf(await update(page)).sentence).toMatch(
      new RegExp(`is a web page, not a feed\\. The page names this one: ${server.origin}/atom\\.xml`),
    );
    expect(server.asked.map(({ path }) => path)).toEqual(['/feed']);
  });

  test('a feed of 10 MB is read; one that is longer than 16 MiB, packed or not, is refused in words', async () => {
    const text = 'An even longer text. '.repeat(50_000);
    const many = Array.from({ length: 10 }, (_, index) => ({ title: `P${index}`, html: `<p>${text}</p>` }));
    expect(rss(many).length).toBeGreaterThan(10_000_000);
    expect((await titles(await update(rss(many)))).length).toBe(10);
    const longer = rss([...many, ...many.map(one => ({ ...one, title: `${one.title}b` }))]);
    for (const reply of [longer, answering({ 'content-encoding': 'gzip' }, gzipSync(longer))])
      expect(faultOf(await update(reply)).sentence).toMatch(/longer than 16 MiB/);
  });
});

test('entities that would grow to gigabytes, and those that lead to files, mean nothing', async () => {
  const grown = Array.from({ length: 10 }, (_, level) => {
    const inner = level === 0 ? 'lol' : `&l${level - 1};`.repeat(10);
    return `<!ENTITY l${level} "${inner}">`;
  }).join('\n');
  const bomb = (entities: string, use: string) =>
    rss([{ title: 'Bomb', html: '' }, 'A'])
      .replace('<rss', `<!DOCTYPE rss [${entities}]><rss`)
      .replace('<title>Bomb', `<title>Bomb ${use}`);
  for (const feed of [
    bomb(grown, '&l9;'),
    bomb(`<!ENTITY x SYSTEM "file:///etc/passwd">`, '&x;'),
    bomb(`<!ENTITY x SYSTEM "${server.origin}/secret">`, '&x;'),
    bomb(`<!ENTITY % x SYSTEM "${server.origin}/secret"> %x;`, '&x;'),
    bomb(`<!ENTITY x "${'y'.repeat(100_000)}">`, '&x;'.repeat(10_000)),
  ]) {
    const updated = await update(feed);
    if ('fault' in updated) expect(updated.fault.sentence).toMatch(/is no feed/);
    else expect((await titles(updated)).join().length).toBeLessThan(1_000);
  }
  expect(server.asked.every(({ path }) => path === '/feed')).toBe(true);
});

test('nothing that the feed names is fetched', async () => {
  const at = (name: string) => `${server.origin}/${name}`;
  const html = `<img src="${at('img')}"><script src="${at('js')}"></script><iframe src="${at('frame')}"></iframe>`;
  const more = `<enclosure url="${at('enclosure')}.jpg" type="image/jpeg" length="1"/><media:content url="${at('media')}"/>`;
  const head = `<atom:link rel="next" href="${at('next')}"/><atom:link rel="hub" href="${at('hub')}"/>`;
  const updated = await update(
    `<?xml-stylesheet href="${at('style')}"?>${rss([{ title: 'A', html, more }], head).replace('<?xml version="1.0"?>', '')}`,
  );
  expect(await titles(updated)).toEqual(['A']);
  expect(server.asked.map(({ path }) => path)).toEqual(['/feed']);
});

test("the blog's name and address are the feed's, where they can be used", async () => {
  const { settings } = await blogOf(await update(rss(['A'])));
  expect(settings).toMatchObject({ title: 'A blog', url: 'https://blog.example' });
  const odd = rss(['A'])
    .replace('A blog', '{{ title }}')
    .replace('https://blog.example/<', 'https://me:pw@blog.example/?x#y<');
  const bare = await blogOf(await update(odd));
  expect([bare.settings.title, bare.settings.url]).toEqual([undefined, undefined]);
  expect(bare.posts.length).toBe(1);
});

test('the login is kept nowhere', async () => {
  const updated = await update(rss(['A']), { login: { password: 'hunter2hunter2' } });
  const entries = await readdir(asking().store, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(entry => readFile(join(entry.parentPath, entry.name), 'utf8')),
  );
  expect(await titles(updated)).toEqual(['A']);
  expect(texts.join()).not.toContain('hunter2');
});
