import type {
  APIApplicationCommandOptionChoice,
  APIUser,
  Locale,
  RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Waiting } from '../../announce/model.ts';
import type { PostDate, PostKey, Problem } from '../../blog/model.ts';
import type { Locale as OwnLocale, PointKind } from '../../words/model.ts';
import type { Guild } from '../guild/model.ts';
import type { Act } from '../interaction.ts';
import type { Outcome } from '../outcome.ts';

/** What the page sends when a reader does something: `POST /respond`. */
export interface Asked {
  readonly act: Act;
  /** Id of the channel in which it is done. */
  readonly channel: string;
  /** Index in `Start.readers`. */
  readonly reader: number;
  /** The reader's language, and the server's. */
  readonly locale: `${Locale}`;
  readonly guildLocale: `${Locale}`;
  /** A number from 0 up to but not including 1: the same one gives the same answer where chance decides. */
  readonly chance: number;
}

/** What comes back, a line of JSON each: first that it takes a while, where it does, then what became of it. */
export type Told =
  | { readonly tells: 'thinking'; readonly ephemeral: boolean }
  | {
      readonly tells: 'outcome';
      readonly outcome: Outcome;
      /** The response as it is posted to Discord. */
      readonly response: object;
    }
  | { readonly tells: 'choices'; readonly choices: readonly APIApplicationCommandOptionChoice[] };

/** What the page knows from the start. It stands in the document as JSON. */
export interface Start {
  readonly commands: RESTPutAPIApplicationCommandsJSONBody;
  readonly application: APIUser;
  readonly readers: readonly APIUser[];
  /** What each reader may do, as Discord's decimal bits. */
  readonly permissions: readonly string[];
  readonly guild: Guild;
  /** Where the page's own language is set; the browser's otherwise. */
  readonly locale?: OwnLocale;
  /** The language of public answers. */
  readonly guildLocale: OwnLocale;
}

/** What was found in the folder: `GET /posts`. */
export interface Found {
  /** As it was named. */
  readonly folder: string;
  /** Whether these are the posts that Quoth comes with. */
  readonly shipped: boolean;
  readonly title?: string;
  readonly language: string;
  readonly posts: readonly FoundPost[];
  readonly unreadable: readonly FoundProblem[];
}

export interface FoundPost {
  readonly key: PostKey;
  readonly path: string;
  readonly title: string;
  readonly language: string;
  readonly date?: PostDate;
  readonly url?: string;
  readonly minutes: number;
  readonly tags: readonly string[];
  readonly insightKind?: PointKind;
  readonly insights: readonly { readonly number: number; readonly label: string }[];
  readonly sections: readonly {
    readonly ordinal: number;
    readonly depth: number;
    readonly heading: string;
  }[];
  readonly problems: readonly FoundProblem[];
  readonly picture?: FoundPicture;
}

/** A problem, and the file that it is in. */
export interface FoundProblem extends Problem {
  readonly path: string;
}

export interface FoundPicture {
  readonly source: string;
  readonly alt: string;
  /** Whether Discord can fetch it. */
  readonly absolute: boolean;
  /** Path on this server, where the file lies in the folder. */
  readonly local?: string;
}

/** What changed in the posts: the data of an event `change` of `GET /events`. */
export interface Change {
  /** Keys of posts that are new, changed or gone. */
  readonly posts: readonly PostKey[];
}

/** What waits to be announced: `GET /waiting`. */
export interface Waits {
  /** Ids of the channels that are told of new posts. */
  readonly channels: readonly string[];
  readonly posts: readonly WaitingPost[];
}

export interface WaitingPost {
  readonly post: PostKey;
  /** Absent where the blog has it no more. */
  readonly title?: string;
  readonly why: Waiting;
  /** Ids of the channels in which it waits. */
  readonly channels: readonly string[];
}
