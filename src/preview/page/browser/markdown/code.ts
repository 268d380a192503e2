import type { Emitter, LanguageFn } from 'highlight.js';
import core from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import go from 'highlight.js/lib/languages/go';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import lua from 'highlight.js/lib/languages/lua';
import markdown from 'highlight.js/lib/languages/markdown';
import php from 'highlight.js/lib/languages/php';
import python from 'highlight.js/lib/languages/python';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

const languages: Readonly<Record<string, LanguageFn>> = {
  bash,
  c,
  cpp,
  csharp,
  css,
  diff,
  dockerfile,
  go,
  ini,
  java,
  javascript,
  json,
  kotlin,
  lua,
  markdown,
  php,
  python,
  ruby,
  rust,
  shell,
  sql,
  swift,
  typescript,
  xml,
  yaml,
};

/** A stretch of code, and what it is (`keyword`, `string`, `title`). */
export interface Token {
  readonly text: string;
  readonly scope?: string;
}

/**
 * Collects what highlight.js finds as data, where its own emitter would write HTML. `openNode` and `closeNode` are
 * missing in its types, but not in what it calls.
 */
class Tokens implements Emitter {
  readonly tokens: Token[] = [];
  readonly #open: string[] = [];

  openNode(name: string): void {
    this.#open.push(name);
  }

  closeNode(): void {
    this.#open.pop();
  }

  startScope(name: string): void {
    this.openNode(name);
  }

  endScope(): void {
    this.closeNode();
  }

  addText(text: string): void {
    const scope = this.#open.at(-1)?.split('.', 1)[0];
    if (text !== '') this.tokens.push(scope === undefined ? { text } : { text, scope });
  }

  __addSublanguage(emitter: Emitter): void {
    if (emitter instanceof Tokens) this.tokens.push(...emitter.tokens);
  }

  finalize(): void {
    this.#open.length = 0;
  }

  toHTML(): string {
    return '';
  }
}

const highlighter = core.newInstance();
highlighter.configure({ __emitter: Tokens });
for (const [name, language] of Object.entries(languages)) highlighter.registerLanguage(name, language);

/** Code with what each stretch of it is; as it stands where the language is not known. */
export function tokensOf(code: string, language: string | undefined): readonly Token[] {
  if (language === undefined || !highlighter.getLanguage(language)) return [{ text: code }];
  const { _emitter: emitter } = highlighter.highlight(code, { language, ignoreIllegals: true });
  return emitter instanceof Tokens ? emitter.tokens : [{ text: code }];
}
