import { readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keptFromGit, updateGit } from '../../../src/source/git/update.ts';
import { type GitServer, gitBackend } from './git-server.ts';
import { faultOf, folderOf, type GitStage, openGitStage, post, titles, titlesIn } from './stage.ts';

describe.skipIf(gitBackend === undefined)(
  'posts of a git repository with which something is wrong (needs git and its http-backend)',
  () => {
    let stage: GitStage;
    let server: GitServer;

    const asking = (...given: Parameters<GitStage['asking']>) => stage.asking(...given);

    beforeEach(async () => {
      stage = await openGitStage();
      ({ server } = stage);
    });

    afterEach(() => stage.close());

    test('are brought whole after a fetch that was cut off anywhere', async () => {
      const noise = Buffer.from(Array.from({ length: 40_000 }, (_, index) => (index * 7919) % 251));
      await server.commit({ 'noise.bin': noise });
      for (const cutAfter of [0, 3, 12, 13, 200, 700]) {
        server.fault = { cutAfter };
        const { sentence, needsPerson } = faultOf(await updateGit(asking()));
        expect(needsPerson).toBe(false);
        expect(sentence).toMatch(/^http.*broke off.*asked again\.$/);
        expect(await keptFromGit(asking().store, asking().address)).toBeUndefined();
      }
      server.fault = undefined;
      expect(await titles(await updateGit(asking()))).toEqual(['A', 'B']);
      await server.commit({ 'c.md': post('C') });
      server.fault = { cutAfter: 20 };
      faultOf(await updateGit(asking()));
      // What was whole before is still there.
      expect(await titlesIn((await keptFromGit(asking().store, asking().address)) ?? '')).toEqual(['A', 'B']);
      server.fault = undefined;
      expect(await titles(await updateGit(asking()))).toEqual(['A', 'B', 'C']);
    });

    test('are brought anew where the clone on this disk is damaged', async () => {
      await updateGit(asking());
      const repository = join(asking().store, 'repository');
      const packs = join(repository, 'objects/pack');
      const damages: readonly (() => Promise<unknown>)[] = [
        async () => {
          for (const name of await readdir(packs)) await truncate(join(packs, name), 30);
        },
        async () => {
          for (const name of await readdir(packs)) if (name.endsWith('.idx')) await rm(join(packs, name));
        },
        () => rm(join(repository, 'HEAD')),
        () => writeFile(join(repository, 'config'), '[core'),
        () => rm(packs, { recursive: true }),
        () => writeFile(join(repository, 'shallow'), '\0\0\0'),
      ];
      for (const [index, damage] of damages.entries()) {
        await damage();
        await server.commit({ [`n${index}.md`]: post(`N${index}`) });
        expect(await titles(await updateGit(asking()))).toContain(`N${index}`);
      }
    });

    test('of which the folder was thrown away, or the note of what was last brought, are brought again', async () => {
      const first = folderOf(await updateGit(asking()));
      await rm(first, { recursive: true });
      expect(await keptFromGit(asking().store, asking().address)).toBeUndefined();
      expect(await titles(await updateGit(asking()))).toEqual(['A', 'B']);
      await writeFile(join(asking().store, 'state.json'), '{"tree":"../../../etc"');
      expect(await keptFromGit(asking().store, asking().address)).toBeUndefined();
      await writeFile(join(asking().store, 'state.json'), '{"tree":"../../../etc","notes":[]}');
      expect(await keptFromGit(asking().store, asking().address)).toBeUndefined();
      expect(await titles(await updateGit(asking()))).toEqual(['A', 'B']);
    });

    test('come from any number of commits without the disk filling up with the former ones', async () => {
      await updateGit(asking());
      const packs = join(asking().store, 'repository/objects/pack');
      for (let index = 0; index < 30; index++) await writeFile(join(packs, `pack-${index}.pack`), '');
      await server.commit({ 'c.md': post('C') });
      expect(await titles(await updateGit(asking()))).toEqual(['A', 'B', 'C']);
      expect((await readdir(packs)).filter(name => name.endsWith('.pack')).length).toBe(1);
    });

    test.each([
      ['breaks off every connection', 'away', /broke off/],
      ['says nothing', 'silent', /does not answer in time/],
      ['has an error', { status: 503 }, /an error \(503\)/],
      ['wants to be asked less often', { status: 429 }, /an error \(429\)/],
      [
        'answers a web page',
        { status: 200, body: '<html>Sign in</html>', type: 'text/html' },
        /not as a git repository/,
      ],
    ] as const)(
      'are waited for while the server %s, and come once it is back',
      async (_, fault, sentence) => {
        server.fault = fault;
        const patience = fault === 'silent' ? 300 : 60_000;
        expect(faultOf(await updateGit(asking({}, { patience })))).toEqual({
          needsPerson: false,
          sentence: expect.stringMatching(sentence),
        });
        server.fault = undefined;
        expect(await titles(await updateGit(asking()))).toEqual(['A', 'B']);
      },
    );

    test('are waited for where the repository has no commit yet, and where nothing listens', async () => {
      await server.git('--git-dir', '../served/blog.git', 'symbolic-ref', 'HEAD', 'refs/heads/master');
      expect(faultOf(await updateGit(asking()))).toMatchObject({
        needsPerson: true,
        sentence: expect.stringMatching(/no branch of its own; let CONTENT name one: \S+#main\./),
      });
      await server.git('--git-dir', '../served/blog.git', 'update-ref', '-d', 'refs/heads/main');
      expect(faultOf(await updateGit(asking()))).toMatchObject({
        needsPerson: false,
        sentence: expect.stringMatching(/no commits yet/),
      });
      await server.close();
      expect(faultOf(await updateGit(asking()))).toMatchObject({
        needsPerson: false,
        sentence: expect.stringMatching(/nothing listens.*ECONNREFUSED/),
      });
    });
  },
);
