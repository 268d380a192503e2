import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';

describe('a variable that nobody reads', () => {
  const warnings = (environment: Record<string, string>) => readConfig(environment).warnings;

  it.each([
    ['DISCORD_TOKE', 'DISCORD_TOKEN'],
    ['DICSORD_TOKEN', 'DISCORD_TOKEN'],
    ['discord_token', 'DISCORD_TOKEN'],
    ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
    ['BOT_TOKEN', 'DISCORD_TOKEN'],
    ['DISCORD_PUBLICKEY', 'DISCORD_PUBLIC_KEY'],
    ['DISCORD_CLIENT_ID', 'DISCORD_APPLICATION_ID'],
    ['DISCORD_GUILDID', 'DISCORD_GUILD_ID'],
  ])('%s asks: did you mean %s?', (written, meant) => {
    expect(warnings({ [written]: 'x' })).toEqual([
      `${written} is set, but Quoth does not read it: did you mean ${meant}?`,
    ]);
  });

  it('is passed over where it means something else, or where the right one is set too', () => {
    expect(
      warnings({ PATH: '/bin', DISCORD_WEBHOOK_URL: 'x', constructor: 'x', ['__proto__']: 'x' }),
    ).toEqual([]);
    expect(warnings({ DISCORD_BOT_TOKEN: 'x', DISCORD_TOKEN: 'x' })).toEqual([]);
  });
});
