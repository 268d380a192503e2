import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Blogs } from '../../source/packed/model.ts';
import { pack } from '../../source/packed/pack.ts';
import { bundle, compatibility, postsFile } from './bundle.ts';

/** The bundle's own file. */
const scriptFile = 'worker.js';

/** What is uploaded, in bytes. */
export interface Size {
  readonly code: number;
  readonly posts: number;
  /** All of it once it is compressed, which is what Cloudflare counts. */
  readonly compressed: number;
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(2);

/** What Workers may be at most, compressed, in bytes: https://developers.cloudflare.com/workers/platform/limits/. */
const mostFree = 3 * 1024 * 1024;
const mostPaid = 10 * 1024 * 1024;

/** Says how large a bundle is, and which plans have room for it. Throws where none has. */
export function sayFit(posts: number, { compressed }: Size): string {
  const made = `${posts} ${posts === 1 ? 'post makes' : 'posts make'} a Worker of ${megabytes(compressed)} MiB compressed`;
  if (compressed <= mostFree) return `${made}: the free plan takes 3 MiB.`;
  if (compressed <= mostPaid) return `${made}: the paid plan takes 10 MiB, the free one only 3.`;
  throw new Error(
    `${made}, and Cloudflare takes no more than 10. Serve so large a blog by npm start -- http, or deploy a part of it: set CONTENT to one of its folders.`,
  );
}

/** Indexes packed posts inside workerd. */
async function indexedInWorkerd(packed: Uint8Array): Promise<Uint8Array> {
  const script = await bundle(
    `import { indexPacked } from './src/tools/worker/indexing.ts';\nexport default { fetch: indexPacked };`,
  );
  const { Miniflare } = await import('miniflare');
  const workerd = new Miniflare({
    modules: true,
    script,
    compatibilityDate: compatibility.date,
    compatibilityFlags: [...compatibility.flags],
  });
  try {
    const response = await workerd.dispatchFetch('http://indexing', { method: 'POST', body: packed });
    if (!response.ok) throw new Error(`The posts could not be indexed in workerd: ${await response.text()}`);
    return new Uint8Array(await response.arrayBuffer());
  } finally {
    await workerd.dispose();
  }
}

/**
 * Builds the Worker of these blogs into a folder: its code, and the posts as they were read, indexed in workerd.
 *
 * @param settings what the Worker is opened with
 */
export async function buildWorker(blogs: Blogs, settings: object, folder: string): Promise<Size> {
  const [posts, script] = await Promise.all([
    indexedInWorkerd(pack(blogs)),
    bundle(
      [
        `import packed from './${postsFile}';`,
        `import { openWorker } from './src/worker.ts';`,
        `export default openWorker(packed, ${JSON.stringify(settings)});`,
      ].join('\n'),
    ),
  ]);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, scriptFile), script);
  await writeFile(join(folder, postsFile), posts);
  const code = new TextEncoder().encode(script);
  const compressed = [code, posts].reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
  return { code: code.length, posts: posts.length, compressed };
}
