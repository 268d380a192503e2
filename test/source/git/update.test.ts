import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { updateGit } from '../../../src/source/git/update.ts';
import { askOnWorker } from '../../../src/source/remote/ask.ts';
import { readSnapshot } from '../../../src/source/snapshot.ts';
import { startConnectProxy } from '../../discord/connect-proxy.ts';
import { type GitServer, gitBackend } from './git-server.ts';
import { faultOf, folderOf, type GitStage, openGitStage, post, titles } from './stage.ts';

describe.skipIf(gitBackend === undefined)(
  'posts of a git repository (needs git and its http-backend)',
  () => {
    let stage: GitStage;
    let server: GitServer;
    let cache: string;

    const asking = (...given: Parameters<GitStage['asking']>) => stage.asking(...given);
    const posted = () => server.asked.filter(line => line === 'POST /blog.git/git-upload-pack').length;
    const everyFile = async (folder: string): Promise<string> => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter(entry => entry.isFile());
      return (
        await Promise.all(files.map(file => readFile(join(file.parentPath, file.name), 'latin1')))
      ).join();
    };

    beforeEach(async () => {
      stage = await openGitStage();
      ({ server, cache } = stage);
    });

    afterEach(() => stage.close());

    test('are cloned, followed from commit to commit, and not fetched where there is nothing new', async () => {
      const first = await updateGit(asking());
      expect(await titles(first)).toEqual(['A', 'B']);
      const before = posted();
      expect(await updateGit(asking())).toEqual(first);
      // The references were asked for, no pack.
      expect(posted() - before).toBe(1);
      await server.commit({ 'c.md': post('C'), 'a.md': null });
      const second = await updateGit(asking());
      expect(await titles(second)).toEqual(['B', 'C']);
      // Whoever still reads the former ones finds them as they were.
      expect(await titles(first)).toEqual(['A', 'B']);
    });

    test('are read again only where they changed', async () => {
      // Long after they were written: what was written just now may be written again with the same stamp.
      const now = () => Date.now() + 10_000;
      const first = await readSnapshot({ folder: folderOf(await updateGit(asking())), now });
      await server.commit({ 'c.md': post('C'), 'a.md': post('A, mended') });
      const second = await readSnapshot({ folder: folderOf(await updateGit(asking())), now }, first);
      const object = (snapshot: typeof first) => snapshot.blog.posts.find(({ path }) => path === 'deep/b.md');
      expect(object(second)).toBe(object(first));
      expect(second.blog.posts.map(({ title }) => title).toSorted()).toEqual(['A, mended', 'B', 'C']);
      expect(second.kept.get('deep/b.md')?.stamp).toBe(first.kept.get('deep/b.md')?.stamp);
    });

    test('are fetched once where several replicas share the cache and ask at the same time', async () => {
      const packs = () => server.asked.filter(line => line.endsWith('git-upload-pack')).length;
      const ask = () => askOnWorker(asking(), new AbortController().signal);
      await updateGit(asking());
      for (const title of ['C', 'D', 'E']) {
        await server.commit({ [`${title}.md`]: post(title) });
        const before = packs();
        const updates = await Promise.all([ask(), ask(), ask(), ask()]);
        expect(new Set(updates.map(update => update && folderOf(update))).size).toBe(1);
        // Each asks once for the references, and once more where it waited; one fetches.
        expect(packs() - before).toBeLessThanOrEqual(4 + 3 + 1);
        expect(await titles(await updateGit(asking()))).toContain(title);
      }
    });

    test('are fetched by another replica where the one that fetches is ended', async () => {
      const held = Promise.withResolvers<void>();
      server.fault = { holdAfter: 20, held: held.resolve };
      const end = new AbortController();
      const first = askOnWorker(asking(), end.signal);
      await held.promise;
      server.fault = undefined;
      const second = updateGit(asking());
      end.abort();
      expect(await first).toBeUndefined();
      expect(await titles(await second)).toEqual(['A', 'B']);
    });

    test('come without their history, and without dates of their own where they name none', async () => {
      await server.commit({ 'c.md': post('C') });
      const update = await updateGit(asking());
      const { blog } = await readSnapshot({ folder: folderOf(update) });
      expect(blog.posts.map(({ date }) => date)).toEqual([undefined, undefined, undefined]);
      const shallow = await readFile(join(asking().store, 'repository', 'shallow'), 'utf8');
      expect(shallow.trim()).toBe((await server.git('rev-parse', 'HEAD')).trim());
    });

    test('are those of a forced push, which has no history in common with what was there', async () => {
      await updateGit(asking());
      await server.commit({ 'z.md': post('Z'), 'a.md': null, 'deep/b.md': null }, { force: true });
      expect(await titles(await updateGit(asking()))).toEqual(['Z']);
      await server.commit({ 'y.md': post('Y') });
      expect(await titles(await updateGit(asking()))).toEqual(['Y', 'Z']);
    });

    test('are those of the branch and folder that are named, or of a tag', async () => {
      await server.commit({ 'site/content/posts/d.md': post('D') }, { branch: 'feature/new' });
      expect(
        await titles(await updateGit(asking({ branch: 'feature/new', folder: 'site/content/posts' }))),
      ).toEqual(['D']);
      expect(await titles(await updateGit(asking()))).toEqual(['A', 'B']);
      await server.git('tag', '-a', 'v1', '-m', 'v1');
      await server.git('push', '-q', '../served/blog.git', 'v1');
      await server.commit({ 'site/content/posts/e.md': post('E') }, { branch: 'feature/new' });
      expect(await titles(await updateGit(asking({ branch: 'v1', folder: 'site/content/posts' })))).toEqual([
        'D',
      ]);
    });

    test("are those of the server's own branch, also when that becomes another", async () => {
      await updateGit(asking());
      await server.commit({ 'e.md': post('E') }, { branch: 'next' });
      expect(await titles(await updateGit(asking()))).toEqual(['A', 'B']);
      await server.git('--git-dir', '../served/blog.git', 'symbolic-ref', 'HEAD', 'refs/heads/next');
      expect(await titles(await updateGit(asking()))).toEqual(['A', 'B', 'E']);
    });

    test('know the site around their folder, and nothing that lies around the cache', async () => {
      await writeFile(join(cache, 'mkdocs.yml'), 'site_url: https://wrong.example\n');
      await mkdir(join(cache, '.vitepress'));
      await server.commit({
        'hugo.toml': 'baseURL = "https://blog.example/"\ntitle = "A blog"\n',
        'content/posts/c.md': post('C'),
        'secret.txt': 'not of the posts',
      });
      const update = await updateGit(asking({ folder: 'content' }));
      const { blog } = await readSnapshot({ folder: folderOf(update) });
      expect(blog.settings).toMatchObject({ dialect: 'hugo', title: 'A blog', url: 'https://blog.example' });
      expect(blog.posts[0]?.url).toBe('https://blog.example/posts/c/');
      expect(await readdir(join(folderOf(update), '..'))).toEqual(['.git', 'content', 'hugo.toml']);
      const deep = await readSnapshot({ folder: folderOf(await updateGit(asking({ folder: 'deep' }))) });
      expect(deep.blog.settings).toMatchObject({ title: undefined, url: undefined });
    });

    test('of a private repository come with the token, which is kept nowhere', async () => {
      server.token = 'ghp_secretsecretsecret';
      const closed = faultOf(await updateGit(asking()));
      expect(closed).toMatchObject({
        needsPerson: true,
        sentence: expect.stringMatching(/401.*CONTENT_TOKEN/),
      });
      const wrong = faultOf(await updateGit(asking({}, { login: { password: 'ghp_wrong' } })));
      expect(wrong).toMatchObject({
        needsPerson: true,
        sentence: expect.stringMatching(/does not accept CONTENT_TOKEN/),
      });
      expect(wrong.sentence).not.toContain('ghp_wrong');
      const update = await updateGit(asking({}, { login: { password: server.token } }));
      expect(await titles(update)).toEqual(['A', 'B']);
      expect(server.logins.at(-1)).toBe('x-access-token:ghp_secretsecretsecret');
      const kept = await everyFile(cache);
      expect(kept).not.toContain('ghp_');
      expect(kept).not.toContain(
        Buffer.from('x-access-token:ghp_secretsecretsecret').toString('base64').slice(0, 30),
      );
    });

    test('come through the proxy where one is set', async () => {
      const proxy = await startConnectProxy({ to: Number(new URL(server.url).port) });
      const url = 'http://git.discord.test/blog.git';
      const through = asking({ url }, { proxy: { url: proxy.url, except: '' } });
      expect(await titles(await updateGit(through))).toEqual(['A', 'B']);
      expect(new Set(proxy.tunnels)).toEqual(new Set(['git.discord.test:80']));
      const around = asking({}, { proxy: { url: proxy.url, except: '127.0.0.1' } });
      const before = proxy.tunnels.length;
      expect(await titles(await updateGit(around))).toEqual(['A', 'B']);
      expect(proxy.tunnels.length).toBe(before);
      await proxy.close();
    });

    test('follow a repository that has moved', async () => {
      server.movedFrom = '/former.git';
      const url = server.url.replace('/blog.git', '/former.git');
      expect(await titles(await updateGit(asking({ url })))).toEqual(['A', 'B']);
    });

    test('that are kept in Git LFS or in submodules are left out, which is said', async () => {
      const note = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`;
      await server.commit({ 'deep/picture.png': note, 'large.md': note });
      await server.git(
        'update-index',
        '--add',
        '--cacheinfo',
        `160000,${(await server.git('rev-parse', 'HEAD')).trim()},themes/x`,
      );
      await server.git('commit', '-q', '-m', 'A theme');
      await server.git('push', '-q', '../served/blog.git', 'HEAD:refs/heads/main');
      const update = await updateGit(asking());
      expect(await titles(update)).toEqual(['A', 'B']);
      const notes = [
        expect.stringMatching(/2 files in Git LFS.*: deep\/picture\.png, large\.md\.$/),
        expect.stringMatching(/submodules.*: themes\/x\.$/),
      ];
      expect(update).toMatchObject({ notes });
      expect(await updateGit(asking())).toEqual(update);
    });

    test('never lie outside of their folder, whatever a repository names its files', async () => {
      const blob = Buffer.from((await server.git('rev-parse', 'HEAD:a.md')).trim(), 'hex');
      const entry = (mode: string, name: string, id = blob) =>
        Buffer.concat([Buffer.from(`${mode} ${name}\0`), id]);
      const inner = Buffer.from(await server.object('tree', entry('100644', 'escaped.md')), 'hex');
      for (const name of ['..', '.', '.git', '.GIT', '../escaped.md', '/escaped.md', 'x\\escaped.md']) {
        const odd = name.endsWith('md') ? entry('100644', name) : entry('40000', name, inner);
        const tree = await server.object('tree', Buffer.concat([odd, entry('100644', 'z.md')]));
        const commit = (await server.git('commit-tree', tree, '-m', 'Hostile')).trim();
        await server.git('push', '-q', '--force', '../served/blog.git', `${commit}:refs/heads/main`);
        const update = await updateGit(asking());
        if ('folder' in update)
          expect(await readdir(update.folder, { recursive: true })).toEqual(['.git', 'z.md']);
        else expect(update.fault.sentence).toMatch(/could not be read: .*unsafe/);
        const written = await readdir(cache, { recursive: true });
        expect(written.filter(path => path.includes('escaped'))).toEqual([]);
      }
    });

    test('that are not where CONTENT says so are asked for by name', async () => {
      expect(faultOf(await updateGit(asking({ branch: 'mian' })))).toEqual({
        needsPerson: true,
        sentence: expect.stringMatching(/no branch or tag "mian".*There are: main\.$/),
      });
      expect(faultOf(await updateGit(asking({ folder: 'nowhere' })))).toEqual({
        needsPerson: true,
        sentence: expect.stringMatching(/no folder "nowhere"/),
      });
      expect(faultOf(await updateGit(asking({ folder: 'a.md' }))).sentence).toMatch(/no folder "a\.md"/);
      const nothing = faultOf(await updateGit(asking({ url: server.url.replace('blog', 'none') })));
      expect(nothing).toMatchObject({
        needsPerson: true,
        sentence: expect.stringMatching(/no git repository at .*404/),
      });
    });
  },
);
