import { execFile } from 'node:child_process';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** An image as a plain folder: what `docker build` would make of the last stage, without the base image's own files. */
export interface Image {
  /** The folder that stands for `/`. */
  readonly root: string;
  /** In that folder. */
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  /** Program and arguments. */
  readonly health: readonly string[];
  readonly command: readonly string[];
}

type Instruction = readonly [name: string, rest: string];

/** Instructions in the order of the file: comments are left out, and lines that go on are joined. */
const instructionsOf = (text: string): readonly Instruction[] =>
  text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .flatMap((line): readonly Instruction[] => {
      const [, name, rest] = /^([A-Z]+)\s+(.+)$/.exec(line) ?? [];
      return name === undefined || rest === undefined ? [] : [[name, rest]];
    });

/** `--name=value` before anything else, and the words that follow. */
function flagged(rest: string): {
  readonly flags: ReadonlyMap<string, string>;
  readonly words: readonly string[];
} {
  const words = rest.split(/\s+/);
  const flags = words.flatMap(word => {
    const [, name = '', value = ''] = /^--([a-z-]+)=(.+)$/.exec(word) ?? [];
    return name === '' ? [] : [[name, value] as const];
  });
  return { flags: new Map(flags), words: words.slice(flags.length) };
}

/** What of a folder is sent to the builder: .dockerignore leaves out everything but what it names with `!`. */
async function sentOf(context: string): Promise<readonly string[]> {
  const lines = (await readFile(join(context, '.dockerignore'), 'utf8')).split('\n');
  if (!lines.includes('*')) throw new Error('.dockerignore lets everything through');
  return lines.filter(line => line.startsWith('!')).map(line => line.slice(1));
}

/** One stage as it grows. */
type Stage = { -readonly [key in keyof Image]: Image[key] };

const begin = (root: string): Stage => ({
  root,
  workdir: root,
  env: {},
  user: 'root',
  health: [],
  command: [],
});

/**
 * Follows a Dockerfile's steps in a plain folder, one stage after the other; `RUN` runs on this machine, so it should
 * name relative paths only. Throws where a step fails, where it is one that this does not know, and where it copies
 * what .dockerignore keeps from the builder.
 *
 * @param context the folder that is sent to the builder.
 * @param folder where the stages are made; empty.
 * @param env what each `RUN` is given beside what the image sets.
 */
export async function build(
  file: string,
  context: string,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Image> {
  const sent = await sentOf(context);
  const stages = new Map<string, Stage>();
  let stage = begin(folder);

  const inStage = ({ root, workdir }: Stage, path: string): string =>
    path.startsWith('/') ? join(root, path) : resolve(workdir, path);

  const copy = async (rest: string): Promise<void> => {
    const { flags, words } = flagged(rest);
    const target = inStage(stage, words.at(-1) ?? '.');
    const from = flags.get('from');
    const before = from === undefined ? undefined : stages.get(from);
    if (from !== undefined && !before) throw new Error(`there is no stage ${from}`);
    for (const source of words.slice(0, -1)) {
      if (!before && !sent.includes(source)) throw new Error(`.dockerignore leaves out ${source}`);
      const path = before ? inStage(before, source) : join(context, source);
      const isInto = words.length > 2 || /(?:^\.?|\/)$/.test(words.at(-1) ?? '');
      await cp(path, isInto ? join(target, basename(source)) : target, { recursive: true });
    }
  };

  const steps: Readonly<Record<string, (rest: string) => unknown>> = {
    FROM: async rest => {
      const [, name = 'last'] = / AS (\S+)$/.exec(rest) ?? [];
      stage = begin(join(folder, name));
      stages.set(name, stage);
      await mkdir(stage.root);
    },
    WORKDIR: async rest => {
      stage.workdir = inStage(stage, rest);
      await mkdir(stage.workdir, { recursive: true });
    },
    COPY: copy,
    RUN: rest => execute('sh', ['-c', rest], { cwd: stage.workdir, env: { ...env, ...stage.env } }),
    ENV: rest => {
      const set = rest.split(/\s+/).map(pair => pair.split('=', 2));
      stage.env = { ...stage.env, ...Object.fromEntries(set) };
    },
    USER: rest => {
      stage.user = rest;
    },
    VOLUME: () => undefined,
    EXPOSE: () => undefined,
    HEALTHCHECK: rest => {
      stage.health = JSON.parse(/CMD (\[.+\])$/.exec(rest)?.[1] ?? '[]');
    },
    CMD: rest => {
      stage.command = JSON.parse(rest);
    },
  };

  for (const [name, rest] of instructionsOf(await readFile(file, 'utf8'))) {
    const step = steps[name];
    if (!step) throw new Error(`there is no step ${name}`);
    await step(rest);
  }
  return stage;
}
