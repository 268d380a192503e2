import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Content, makeContent } from '../source/content.ts';
import { run } from './child.ts';

let content: Content;

beforeEach(async () => {
  content = await makeContent();
});

afterEach(() => content.remove());

const english = { LANG: 'en_US.UTF-8' };

describe('npm start -- check', () => {
  it('ends with 0 where there are warnings alone, and names them', async () => {
    await content.write({ 'a.md': '# Title\n\ntext' });
    const { code, text } = await run(['check', content.folder], english);
    expect(code).toBe(0);
    expect(text).toBe(
      'a.md: warning: it has no date, so it stands last in the archive\n' +
        '1 post served, 0 hidden by their authors; 0 errors, 1 warning.\n',
    );
  });

  it('ends with 1 where there are errors', async () => {
    await content.write({ 'a.md': new Uint8Array(500) });
    const { code, text } = await run(['check'], { ...english, CONTENT: content.folder });
    expect(code).toBe(1);
    expect(text).toContain('a.md: error: it is no text');
  });

  it('prints nothing but JSON with --json, in the language of the shell', async () => {
    await content.write({ 'a.md': '# Title\n\ntext' });
    const { code, text } = await run(['check', '--json', content.folder], { LANG: 'zh_CN.UTF-8' });
    expect(code).toBe(0);
    expect(JSON.parse(text).problems).toEqual([
      { path: 'a.md', code: 'date-missing', severity: 'warning', message: '没有日期，排在归档的最后' },
    ]);
  });

  it('needs no post to be content', async () => {
    await mkdir(join(content.folder, 'empty'));
    expect((await run(['check', join(content.folder, 'empty')], english)).code).toBe(0);
  });

  it('says what it takes where it is given something else', async () => {
    for (const args of [['--fix'], ['one', 'two']]) {
      const { code, text } = await run(['check', ...args], english);
      expect(code).toBe(78);
      expect(text).toContain('check (with a folder, and with --json for programs)');
    }
  });
});
