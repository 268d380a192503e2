import { existsSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';

/** Where pictures of posts lie: the folder of posts, and what a generator copies to the site beside it. */
export interface Pictures {
  /** Real path of the folder. */
  readonly root: string;
  /** The site's address, where it is known. */
  readonly site?: string;
}

const KINDS: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
};

/** Folders whose files a generator puts at the site's root. */
const ROOTS = ['.', 'public', 'static', 'source', 'assets'];

/** The path on this server of a picture as a post at `path` writes it; undefined where no such file lies in the folder. */
export function localPicture(pictures: Pictures, path: string, source: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(source)) return undefined;
  const plain = decoded(source.split(/[?#]/, 1)[0] ?? '');
  const found = plain.startsWith('/')
    ? atRoot(pictures, plain)
    : inside(pictures.root, join(dirname(path), plain));
  return found === undefined ? undefined : `/pictures/${encodeURIComponent(found)}`;
}

/** The file behind a whole address that a message shows, where it is on the blog's own site. */
export function pictureOf({ root, site }: Pictures, url: string): string | undefined {
  if (site === undefined || !url.startsWith(`${site}/`)) return undefined;
  const path = URL.parse(url)?.pathname ?? '';
  return atRoot({ root }, decoded(path));
}

/** The bytes of a picture within the folder, and what kind it is. */
export async function readPicture(
  { root }: Pictures,
  path: string,
): Promise<{ readonly kind: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined> {
  const kind = KINDS[extname(path).toLowerCase()];
  const found = kind === undefined ? undefined : inside(root, path);
  if (kind === undefined || found === undefined) return undefined;
  return { kind, bytes: new Uint8Array(await readFile(join(root, found))) };
}

function atRoot({ root }: Pictures, path: string): string | undefined {
  for (const folder of ROOTS) {
    const found = inside(root, join(folder, path));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The path within the folder, where a file lies there; neither `..` nor a link leads out of it. */
function inside(root: string, path: string): string | undefined {
  const file = resolve(root, `.${sep}${path}`);
  if (path.includes('\0') || !existsSync(file)) return undefined;
  const real = relative(root, realpathSync(file));
  return real === '' || real.startsWith('..') || resolve(real) === real ? undefined : real;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone percent sign is a sign like any other.
    return path;
  }
}
