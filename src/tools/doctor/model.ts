import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { PermissionName } from '../../announce/model.ts';
import type { Reach } from '../../discord/reach.ts';
import type { CheckName, DoctorWords } from '../../words/doctor/model.ts';

/** What came of looking at something. `todo` must be mended; `hint` could be better, or mends itself. */
export interface Finding {
  readonly check: CheckName;
  readonly state: 'good' | 'hint' | 'todo';
  readonly message: string;
}

/** Looks at something. May throw, reject, and take long: whoever runs it deals with all three. */
export type Check = () => readonly Finding[] | Promise<readonly Finding[]>;

/** How Discord is to be asked. */
export interface Account {
  readonly reach: Reach;
  /** Absent where none is set. */
  readonly bot?: { readonly token: string; readonly applicationId: string; readonly guildId?: string };
  readonly applicationId?: string;
  /** Where interactions are posted over HTTP; absent where the gateway brings them. */
  readonly publicKey?: string;
}

/** The posts as `check` reports on them, or why they could not be brought. */
export type PostsFound =
  | {
      readonly posts: number;
      readonly hidden: number;
      readonly errors: number;
      readonly warnings: number;
    }
  | { readonly away: string };

/** All that is looked at, and what it should be. */
export interface Patient {
  readonly words: DoctorWords;
  readonly permissions: Readonly<Record<PermissionName, string>>;
  /** What is wrong with what is configured, and what is only odd: whole sentences. */
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
  readonly way: 'gateway' | 'http' | 'preview';
  /** `24.21.0` */
  readonly node: string;
  readonly cacheFolder: string;
  /** Where posts are, as it may be shown. */
  readonly content: string;
  /** Rejects with a sentence where CONTENT, or a setting beside it, cannot be used. */
  readonly posts: () => Promise<PostsFound>;
  readonly database: string;
  /** The id of the channel that others may follow; absent where there is none. */
  readonly home?: string;
  /** Absent where nothing of Discord's is set. */
  readonly account?: Account;
  readonly commands: readonly RESTPostAPIApplicationCommandsJSONBody[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long each check may take, in milliseconds. */
  readonly patience: number;
}
