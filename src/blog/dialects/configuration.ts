import { parse as parseToml, TomlError } from 'smol-toml';
import { type Fields, fieldsOf, isMapping } from '../fields.ts';
import { readYaml, YamlError } from '../yaml.ts';

/** A configuration that cannot be read; the message names the file and says why. */
export class ConfigurationError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ConfigurationError';
  }
}

/** `  key: 'value',` alone on its line. Comments start otherwise, and what is put together is not told. */
const line =
  /^([ \t]{0,40})([a-zA-Z]{2,30})\s{0,3}:\s{0,3}(?:(['"`])([^'"`\\$\n]{0,300})\3|(true|false))\s{0,3},?\s{0,3}(?:\/\/.*)?$/gm;

/** A constant that configurations give their address by: `const siteUrl = 'https://…'`. */
const constant =
  /^(?:export )?(?:const|let|var) (site|siteUrl|url|base|baseUrl|hostname)\s{0,3}=\s{0,3}(['"`])([^'"`\\$\n]{1,300})\2;?\s*$/gm;

/**
 * What plain lines of a program say, which is never run: of a key given several times the outermost counts, of
 * several as deep the first.
 */
function readLines(text: string): Fields {
  const found = new Map<string, { readonly depth: number; readonly value: string }>();
  const add = (key: string, depth: number, value: string) => {
    const known = found.get(key);
    if (known === undefined || depth < known.depth) found.set(key, { depth, value });
  };
  for (const [, name = '', , value = ''] of text.matchAll(constant)) add(name, 0, value);
  for (const [, indent = '', name = '', , quoted, flag = ''] of text.matchAll(line)) {
    add(name, indent.replaceAll('\t', '  ').length, quoted ?? flag);
  }
  return fieldsOf(Object.fromEntries([...found].map(([name, { value }]) => [name, value]))) ?? new Map();
}

function parsed(path: string, text: string): unknown {
  if (/\.ya?ml$/.test(path)) return readYaml(text);
  if (path.endsWith('.toml')) return parseToml(text, { integersAsBigInt: 'asNeeded' });
  return JSON.parse(text);
}

/**
 * A site's configuration by folded keys: YAML, TOML and JSON as they are, of programs only lines such as
 * `base: '/blog/'`. Throws ConfigurationError.
 */
export function readConfiguration(path: string, text: string): Fields {
  if (/\.[cm]?[jt]s$/.test(path)) return readLines(text);
  return fieldsOf(readMapping(path, text)) ?? new Map();
}

/** The same of YAML, TOML and JSON by keys as they are written; empty for all else. Throws ConfigurationError. */
export function readMapping(path: string, text: string): Readonly<Record<string, unknown>> {
  if (!/\.(?:ya?ml|toml|json)$/.test(path)) return {};
  try {
    const value = parsed(path, text) ?? {};
    return isMapping(value) ? value : {};
  } catch (error) {
    const known = error instanceof YamlError || error instanceof TomlError || error instanceof SyntaxError;
    if (!known) throw error;
    const [reason = ''] = error.message.split('\n');
    throw new ConfigurationError(
      `${path} cannot be read (${reason}), so what it says of the site is not known. Mend it, or say the same in blog.yml.`,
      { cause: error },
    );
  }
}
