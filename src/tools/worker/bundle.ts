import { join } from 'node:path';

/** Of this project; what is bundled is named from here. */
const root = join(import.meta.dirname, '../../..');

/** The file beside the bundle that holds the posts. */
export const postsFile = 'blog.bin';

/** What the Worker is built for: https://developers.cloudflare.com/workers/configuration/compatibility-dates/. */
export const compatibility = { date: '2026-07-01', flags: ['nodejs_compat'] } as const;

/** Bundles a module that is given as its text, for workerd. Names of functions stay, for the stacks in its log. */
export async function bundle(contents: string): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*', `./${postsFile}`],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error('esbuild made no bundle.');
  return output.text;
}
