import { join } from 'node:path';
import type { build } from 'esbuild';

/** What the document loads. */
export interface Bundle {
  readonly script: string;
  readonly style: string;
}

const FOLDER = join(import.meta.dirname, '..', 'browser');

/** The page cannot be made here. Its message says what to do. */
class PageError extends Error {
  override readonly name = 'PageError';
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';

/** Servers are installed without what makes the page. */
async function bundler(): Promise<typeof build> {
  try {
    return (await import('esbuild')).build;
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new PageError(
      'The preview is left out of this installation: set DISCORD_TOKEN or DISCORD_PUBLIC_KEY to answer in Discord, or install everything with npm ci.',
      { cause: error },
    );
  }
}

/**
 * Bundles the page in memory, as browsers of the last two years read it. Takes about 100 ms. Rejects with a PageError
 * where Quoth was installed without what that takes.
 */
export async function bundle(): Promise<Bundle> {
  const bundleWith = await bundler();
  const { outputFiles } = await bundleWith({
    entryPoints: [join(FOLDER, 'main.tsx'), join(FOLDER, 'styles', 'page.css')],
    outdir: FOLDER,
    entryNames: '[name]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    write: false,
    logLevel: 'silent',
  });
  const text = (name: string) => outputFiles.find(file => file.path.endsWith(name))?.text ?? '';
  return { script: text('main.js'), style: text('page.css') };
}
