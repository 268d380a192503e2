import type { Manners } from '../bot/parts.ts';
import type { D1 } from '../store/d1.ts';

/** What is configured when the bundle is built: what belongs to the blog, and nothing secret. */
export interface WorkerSettings extends Manners {
  /** Whether the log says what readers filled in. */
  readonly logsQueries: boolean;
  readonly announcing: {
    /** Milliseconds. */
    readonly after: number;
    readonly within: number;
    /** The announcement channel that others may follow. */
    readonly home?: string;
  };
}

/** Bindings of the Worker: secrets and variables that `wrangler` sets. */
export interface Environment {
  /** 64 hexadecimal digits. */
  readonly DISCORD_PUBLIC_KEY?: string;
  /** Announces, beside DB. */
  readonly DISCORD_TOKEN?: string;
  readonly DB?: D1;
  /** How many requests the plan takes in an invocation: 50 unless told. */
  readonly SUBREQUESTS?: string | number;
  /** In place of https://discord.com/api. */
  readonly DISCORD_API_URL?: string;
}
