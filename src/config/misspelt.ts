import { closest } from './closest.ts';

const names = [
  'DISCORD_TOKEN',
  'DISCORD_PUBLIC_KEY',
  'DISCORD_APPLICATION_ID',
  'DISCORD_GUILD_ID',
  'DISCORD_API_URL',
];

/** What other bots call the same things. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['BOT_TOKEN', 'DISCORD_TOKEN'],
  ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
  ['DISCORD_CLIENT_ID', 'DISCORD_APPLICATION_ID'],
  ['DISCORD_APP_ID', 'DISCORD_APPLICATION_ID'],
  ['DISCORD_SERVER_ID', 'DISCORD_GUILD_ID'],
]);

/** A sentence for each variable that was meant for Quoth by a name it does not know, unless the right one is set too. */
export function warnOfMisspelt(set: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(set).flatMap(name => {
    if (names.includes(name)) return [];
    const meant = elsewhere.get(name) ?? closest(name, names, 3);
    return meant === undefined || set[meant] !== undefined
      ? []
      : [`${name} is set, but Quoth does not read it: did you mean ${meant}?`];
  });
}
