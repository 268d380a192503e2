import type { IConfiguration, IForbiddenRuleType } from 'dependency-cruiser';

/** The house, from the ground up: rooms of one floor do not know each other. */
const floors: readonly (readonly string[])[] = [
  ['src/words', 'src/blog'],
  ['src/search', 'src/message'],
  ['src/announce'],
  ['src/bot'],
  ['commands'],
  ['src/network', 'src/disk'],
  ['src/source', 'src/store', 'src/discord'],
  ['src/gateway', 'src/http', 'src/preview', 'src/tools'],
  ['src/config'],
  ['src/main', 'src/worker'],
];

/** What the lower floors never touch, since they answer on Workers and in tests as well as on Node. */
const outside = [
  'discord\\.js',
  '@discordjs',
  'hono',
  '@hono',
  'undici',
  'ws',
  'https-proxy-agent',
  'dotenv',
  'pino',
  'prom-client',
  'chokidar',
  'isomorphic-git',
  'kysely',
  'better-sqlite3',
  'pg',
  'esbuild',
];

const pattern = (room: string) => `^${room}(\\.ts$|/)`;
const all = floors.flat();
const lower = floors.slice(0, floors.findIndex(floor => floor.includes('commands')) + 1).flat();

/** One rule a room: it imports from itself and from the floors below, whether values or types. */
const rooms = floors.flatMap((floor, number) =>
  floor.map((room): IForbiddenRuleType => {
    const open = [room, ...floors.slice(0, number).flat()];
    return {
      name: `floor-of-${room.replace(/^src\//, '')}`,
      comment: `${room} may import only from itself and from the floors below it.`,
      severity: 'error',
      from: { path: pattern(room) },
      to: { path: ['^src/', '^commands/', '^test/'], pathNot: open.map(pattern) },
    };
  }),
);

const config: IConfiguration = {
  forbidden: [
    ...rooms,
    {
      name: 'no-room',
      comment: 'Every file belongs to a room of the house.',
      severity: 'error',
      from: { path: ['^src/', '^commands/'], pathNot: all.map(pattern) },
      to: {},
    },
    {
      name: 'not-node',
      comment: 'The lower floors run where there is no Node: no built-in modules.',
      severity: 'error',
      from: { path: lower.map(pattern) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'not-outside',
      comment: 'The lower floors know nothing of discord.js, HTTP, databases, disks or logs.',
      severity: 'error',
      from: { path: lower.map(pattern) },
      to: { path: outside.map(name => `(^|node_modules/)${name}(/|$)`) },
    },
    {
      name: 'discord-types-only',
      comment: 'discord-api-types has enums that cost 100 to 200 ms at run time: import its types.',
      severity: 'error',
      from: { path: all.map(pattern) },
      to: { path: '(^|node_modules/)discord-api-types/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circle',
      comment: 'Files that import each other in a circle are one file in disguise.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'unresolvable',
      comment: 'What is imported must exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: '(^|/)node_modules/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

export default config;
