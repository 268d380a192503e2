import { changeLines } from '../text/scan.ts';

const importLine = /^import\s(?:[\w\s{},*$]{1,300}\sfrom\s)?\s*["'][^"'\n]+["'];?[ \t]*$/;

const names = /[\w$]+/g;

/** The names that an import brings, without those that only say where from. */
function imported(line: string): readonly string[] {
  const [before = ''] = line.split(/["']/, 1);
  return before.match(names)?.filter(name => !/^(?:import|from|as|type)$/.test(name)) ?? [];
}

/**
 * Markdown without the imports of components: lines that import what the text then uses as an element. Others may be
 * what the post is about.
 */
export function lowerImports(text: string): string {
  if (!/^import\s/m.test(text)) return text;
  const elements = new Set(Array.from(text.matchAll(/<([A-Z]\w*)/g), match => match[1]));
  return changeLines(text, line =>
    importLine.test(line) && imported(line).some(name => elements.has(name)) ? '' : line,
  );
}
