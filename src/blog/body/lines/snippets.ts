import { changeLines } from '../text/scan.ts';

/** `<<< @/file.js#region{2}`, `@[code js](./file.js)`, `@include(./a.md)`, `--8<-- "a.md"`: what stands in other files. */
const snippet =
  /^([ \t>]{0,40})(?:<<<[ \t]*(?<vitepress>[@./~][^\s{#]{0,300})|@\[code[^\]\n]{0,100}\]\((?<vuepress>[^()\n]{1,300})\)|@include\((?<hope>[^()\n]{1,300})\)|-{1,2}8<-{1,2}[ \t]*"(?<mkdocs>[^"\n]{1,300})")/;

/** A text in which files whose content is to stand there are named. Code stays as it is. */
export function lowerSnippets(text: string): string {
  if (!/<<<|@\[code|@include|8<-/.test(text)) return text;
  return changeLines(text, line => {
    const found = snippet.exec(line);
    if (found === null) return line;
    const { vitepress, vuepress, hope, mkdocs } = found.groups ?? {};
    const file = (vitepress ?? vuepress ?? hope ?? mkdocs ?? '').replace(/^.*\//, '').replace(/[#{].*$/s, '');
    return file === '' ? (found[1] ?? '') : `${found[1]}\n${found[1]}\`${file}\`\n${found[1]}`;
  });
}
