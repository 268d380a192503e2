import type { Locale } from '../words/model.ts';

/** What is configured when the bundle is built: what belongs to the blog, and nothing secret. */
export interface WorkerSettings {
  readonly defaultLocale?: Locale;
  readonly visibility: 'auto' | 'private';
  /** Whether the log says what readers filled in. */
  readonly logsQueries: boolean;
  /** Milliseconds. */
  readonly announcing: { readonly after: number; readonly within: number };
}

/** Bindings of the Worker: secrets and variables that `wrangler` sets. */
export interface Environment {
  /** 64 hexadecimal digits. */
  readonly DISCORD_PUBLIC_KEY?: string;
  readonly DISCORD_TOKEN?: string;
  /** In place of https://discord.com/api. */
  readonly DISCORD_API_URL?: string;
}
