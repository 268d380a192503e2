import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const env = {
  PATH: process.env.PATH,
  HOME: tmpdir(),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'An author',
  GIT_AUTHOR_EMAIL: 'author@blog.test',
  GIT_COMMITTER_NAME: 'An author',
  GIT_COMMITTER_EMAIL: 'author@blog.test',
};

async function backend(): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', ['--exec-path'], { env });
    const path = join(stdout.trim(), 'git-http-backend');
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** git's own server over HTTP; undefined where it is not on this machine. */
export const gitBackend = await backend();

/** What goes wrong on the way. */
export type Fault =
  /** Connections are broken off. */
  | 'away'
  /** What is sent ends after so many bytes of the pack. */
  | { readonly cutAfter: number }
  /** After so many bytes of the pack nothing more is sent; then this is called. */
  | { readonly holdAfter: number; readonly held: () => void }
  /** So it answers everything. */
  | { readonly status: number; readonly body?: string; readonly type?: string }
  /** It takes requests and says nothing. */
  | 'silent';

export interface GitServer {
  /** `http://127.0.0.1:…/blog.git` */
  readonly url: string;
  /** What was asked: `GET /blog.git/info/refs`. */
  readonly asked: string[];
  /** Those of a request that told a login: the login. */
  readonly logins: string[];
  fault: Fault | undefined;
  /** Whoever asks has to bring this as a password. */
  token: string | undefined;
  /** Another path that leads to the repository's. */
  movedFrom: string | undefined;
  /** Commits these files (`null` removes one) on a branch and pushes it, without its history where `force` is set. */
  readonly commit: (
    files: Readonly<Record<string, string | Uint8Array | null>>,
    options?: { readonly branch?: string; readonly force?: boolean },
  ) => Promise<void>;
  /** Writes an object, however wrong, and resolves with its id. */
  readonly object: (type: 'blob' | 'tree', bytes: Uint8Array) => Promise<string>;
  /** Runs git in the working tree. */
  readonly git: (...args: readonly string[]) => Promise<string>;
  readonly close: () => Promise<void>;
}

function headersIn(text: string, response: ServerResponse): void {
  for (const line of text.split('\r\n')) {
    const [name = '', value = ''] = line.split(/:\s*(.*)/s);
    if (name.toLowerCase() === 'status') response.statusCode = Number.parseInt(value, 10);
    else if (name !== '') response.setHeader(name, value);
  }
}

/** Answers a request by git's own CGI program. */
function serveByGit(root: string, request: IncomingMessage, response: ServerResponse, fault?: Fault): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://host');
  const program = spawn(gitBackend ?? '', [], {
    env: {
      ...env,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      REQUEST_METHOD: request.method,
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_ADDR: '127.0.0.1',
    },
  });
  program.stdin.on('error', () => undefined);
  request.pipe(program.stdin);
  const pieces: Buffer[] = [];
  program.stdout.on('data', piece => pieces.push(piece));
  program.on('close', () => {
    const all = Buffer.concat(pieces);
    const end = all.indexOf('\r\n\r\n');
    headersIn(all.subarray(0, end).toString(), response);
    const body = all.subarray(end + 4);
    const pack = body.indexOf('PACK');
    if (typeof fault !== 'object' || 'status' in fault || pack < 0) response.end(body);
    else if ('cutAfter' in fault)
      response.write(body.subarray(0, pack + fault.cutAfter), () => response.destroy());
    else response.write(body.subarray(0, pack + fault.holdAfter), fault.held);
  });
}

type Ways = Pick<GitServer, 'fault' | 'token' | 'movedFrom' | 'logins'>;

/** True for a request that does not come through to git. */
function isRefused(
  { fault, token, movedFrom, logins }: Ways,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (fault === 'away') request.destroy();
  if (fault === 'away' || fault === 'silent') return true;
  if (typeof fault === 'object' && 'status' in fault) {
    response.writeHead(fault.status, { 'content-type': fault.type ?? 'text/plain' }).end(fault.body ?? '');
    return true;
  }
  if (movedFrom !== undefined && request.url?.startsWith(movedFrom)) {
    const location = request.url.replace(movedFrom, '/blog.git');
    response.writeHead(request.method === 'GET' ? 301 : 404, { location }).end();
    return true;
  }
  const isOpen =
    token === undefined ||
    (request.headers.authorization !== undefined && logins.at(-1)?.endsWith(`:${token}`));
  if (!isOpen) response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end('Unauthorized');
  return !isOpen;
}

/** A git server over smart HTTP on loopback, with one repository. */
export async function startGitServer(): Promise<GitServer> {
  const root = await mkdtemp(join(tmpdir(), 'quoth-git-'));
  const tree = join(root, 'tree');
  const bare = join(root, 'served', 'blog.git');
  const git = async (...args: readonly string[]) => (await run('git', [...args], { cwd: tree, env })).stdout;
  await mkdir(tree);
  await run('git', ['init', '-q', '--bare', '-b', 'main', bare], { env });
  await git('init', '-q', '-b', 'main');
  const sockets = new Set<Socket>();

  const server = createServer((request, response) => {
    const { authorization } = request.headers;
    given.asked.push(`${request.method} ${request.url?.split('?')[0]}`);
    if (authorization !== undefined)
      given.logins.push(Buffer.from(authorization.replace('Basic ', ''), 'base64').toString());
    if (isRefused(given, request, response)) return;
    serveByGit(join(root, 'served'), request, response, given.fault);
  });
  server.on('connection', socket => sockets.add(socket));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));

  const given: GitServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/blog.git`,
    asked: [],
    logins: [],
    fault: undefined,
    token: undefined,
    movedFrom: undefined,
    git,
    object: async (type, bytes) => {
      await writeFile(join(root, 'object'), bytes);
      return (await git('hash-object', '-w', '--literally', '-t', type, join(root, 'object'))).trim();
    },
    commit: async (files, { branch = 'main', force = false } = {}) => {
      if (force) await git('update-ref', '-d', 'HEAD');
      else await git('checkout', '-q', '-B', branch);
      for (const [path, held] of Object.entries(files)) {
        await mkdir(dirname(join(tree, path)), { recursive: true });
        await (held === null ? rm(join(tree, path)) : writeFile(join(tree, path), held));
      }
      await git('add', '-A');
      await git('commit', '-q', '-m', 'Posts');
      await git('push', '-q', '--force', bare, `HEAD:refs/heads/${branch}`);
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => server.close(resolve));
      await rm(root, { recursive: true, force: true });
    },
  };
  return given;
}
