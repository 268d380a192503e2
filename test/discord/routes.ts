import type { Answer } from './problems.ts';
import type { Limit } from './rates.ts';

/** A request of the bot's to the REST API. */
export interface Request {
  readonly method: string;
  /** Without the API's own prefix: `/interactions/1/x/callback`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

type Answering = (request: Request, ...parts: readonly string[]) => Answer;

export interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly answer: Answering;
  /** Interactions answer by their token and need no other. */
  readonly open: boolean;
  /** How often it may be asked, for each channel or server by itself. */
  readonly limit?: Limit;
}

export interface RouteOptions {
  readonly open?: boolean;
  readonly limit?: Limit;
}

/** @param path where `:id` stands for a number, and the rest is a regular expression; groups are handed to `answer`. */
export function route(
  method: string,
  path: string,
  answer: Answering,
  { open = false, limit }: RouteOptions = {},
): Route {
  const pattern = new RegExp(`^${path.replaceAll(':id', '(\\d+)')}$`);
  return { method, path: pattern, answer, open, ...(limit && { limit }) };
}
