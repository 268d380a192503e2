import * as yaml from 'js-yaml';

/**
 * Everything is text but null: `title: 1.10` stays 1.10, `date: 2025-06-12 23:14:00` is not taken for UTC, and
 * `draft: yes` is read by whoever knows what a draft is. No merge keys, no binary, no dates.
 */
const absent = new yaml.Type('tag:yaml.org,2002:null', {
  kind: 'scalar',
  resolve: (text: string | null) => text === null || /^(?:~|null|Null|NULL|)$/.test(text),
  construct: () => null,
});

/** `title: !important` is a title, and no type of YAML's. */
const tagged = new yaml.Type('!', {
  kind: 'scalar',
  multi: true,
  construct: (text: string | null, tag = '') => (text === null ? tag : `${tag} ${text}`),
});

const schema = yaml.FAILSAFE_SCHEMA.extend({ implicit: [absent], explicit: [tagged] });

/** What is wrong, in the parser's words, and where: `line` is 0-based within the text that was read. */
export class YamlError extends Error {
  readonly line: number | undefined;

  constructor(reason: string, options: ErrorOptions, line?: number) {
    super(reason, options);
    this.name = 'YamlError';
    this.line = line;
  }
}

/**
 * Reads one YAML document; of a key given twice the last counts. Aliases are shared, not copied: the result must
 * never be walked to its depth nor made a string. Throws YamlError.
 */
export function readYaml(text: string): unknown {
  try {
    return yaml.load(text, { schema, json: true });
  } catch (error) {
    if (error instanceof yaml.YAMLException) {
      throw new YamlError(error.reason, { cause: error }, error.mark?.line);
    }
    throw new YamlError(String(error), { cause: error });
  }
}
