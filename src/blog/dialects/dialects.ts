import type { BlogSettings, DialectName } from '../model.ts';
import { astro } from './astro.ts';
import { docusaurus } from './docusaurus.ts';
import { eleventy } from './eleventy.ts';
import { gatsby } from './gatsby.ts';
import { hexo } from './hexo.ts';
import { hugo } from './hugo.ts';
import { jekyll } from './jekyll.ts';
import type { Dialect } from './model.ts';
import { next } from './next.ts';
import { obsidian } from './obsidian.ts';
import { unknown } from './unknown.ts';
import { vitepress } from './vitepress.ts';
import { vuepress } from './vuepress.ts';
import { zola } from './zola.ts';

/** All dialects by their names, those first whose marks tell most. */
export const dialects: Readonly<Record<DialectName, Dialect>> = {
  astro,
  docusaurus,
  gatsby,
  eleventy,
  vitepress,
  vuepress,
  zola,
  hugo,
  hexo,
  jekyll,
  next,
  obsidian,
  unknown,
};

export const dialectNames = Object.values(dialects).map(({ name }) => name);

/** The dialect of a name in any case; undefined where there is none. */
export function readDialect(written: string): DialectName | undefined {
  const folded = written
    .trim()
    .toLowerCase()
    .replace(/^(?:11ty)$/, 'eleventy')
    .replace(/\.js$|js$/, '');
  return dialectNames.find(name => name === folded);
}

/** The rules that a blog's posts are read by. */
export function dialectOf({ dialect = 'unknown' }: Pick<BlogSettings, 'dialect'>): Dialect {
  return dialects[dialect];
}
