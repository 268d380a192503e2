/** What `npm start -- doctor` looks at, in the order in which it tells of it. */
export type CheckName =
  | 'configuration'
  | 'node'
  | 'memory'
  | 'cache'
  | 'posts'
  | 'database'
  | 'discord'
  | 'clock'
  | 'application'
  | 'servers'
  | 'intents'
  | 'gateway'
  | 'endpoint'
  | 'commands'
  | 'channels'
  | 'home'
  | 'invite';

/** How a file system keeps a folder from being written to; `detail` is its own code. */
type Unwritable = (folder: string, detail: string) => string;

/** What `npm start -- doctor` says, in one language; plain text, a sentence or more each, to stand in one line. */
export interface DoctorWords {
  /** At most eight columns wide in Chinese, fourteen in English. */
  readonly names: Readonly<Record<CheckName, string>>;
  /** Below it all: how much is to be done, and how much could be better. */
  readonly summary: (todo: number, hints: number) => string;
  readonly late: (seconds: number) => string;
  /** What was not foreseen, in the words of who threw it. */
  readonly unforeseen: (reason: string) => string;

  readonly ways: Readonly<Record<'gateway' | 'http' | 'preview', string>>;
  readonly node: (version: string) => string;
  readonly oldNode: (version: string, least: number) => string;
  readonly memory: (freeMiB: number, totalMiB: number) => string;
  readonly littleMemory: (freeMiB: number) => string;
  readonly cache: (folder: string, mebibytes: string) => string;
  readonly unwritable: Unwritable;
  readonly posts: (where: string, posts: number, hidden: number) => string;
  readonly problems: (errors: number, warnings: number) => string;
  readonly noPosts: (where: string) => string;
  readonly sourceAway: (reason: string) => string;
  readonly database: (version: string) => string;
  readonly noDatabase: string;
  readonly olderDatabase: (version: string, wanted: string) => string;
  readonly newerDatabase: (version: string) => string;
  readonly reached: (host: string, milliseconds: number) => string;
  readonly unreachable: (host: string, reason: string, hasProxy: boolean) => string;
  readonly clock: string;
  readonly wrongClock: (seconds: number) => string;
  readonly noToken: string;
  readonly tokenRefused: string;
  readonly application: (name: string, id: string) => string;
  readonly otherApplication: (id: string) => string;
  readonly servers: (count: number, names: readonly string[]) => string;
  readonly noServers: string;
  readonly intents: string;
  /** How many connections Discord would have, and how many logins of the day's are left. */
  readonly gateway: (shards: number, left: number, total: number) => string;
  /** The same where too few are left for a start. */
  readonly fewLogins: (shards: number, left: number, minutes: number) => string;
  readonly endpoint: (url: string) => string;
  readonly noEndpoint: string;
  readonly otherKey: string;
  readonly unknownKey: string;
  /** The gateway is given nothing while that is set. */
  readonly endpointInTheWay: (url: string) => string;
  readonly noEndpointNeeded: string;
  readonly commands: (count: number) => string;
  /** Changes as the register tells of them. */
  readonly drift: (changes: readonly string[]) => string;
  readonly channels: (count: number) => string;
  /** The channel that others may follow. */
  readonly home: (name: string) => string;
  readonly noHome: (id: string, reason: string) => string;
  readonly homeOfOtherKind: (name: string) => string;
  readonly noChannels: string;
  readonly lacks: (channel: string, permissions: readonly string[]) => string;
  readonly paused: (channel: string, detail: string) => string;
  readonly channelUnknown: (channel: string, reason: string) => string;
  readonly unchecked: (count: number) => string;
  readonly failed: (reason: string) => string;
}
