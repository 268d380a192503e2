import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { registrations } from '../../src/bot/registration.ts';

const registered = registrations(commands);
const announce = registered.find(({ name }) => name === 'announce');

describe('/announce, as it is registered', () => {
  it('is for those who may manage the server, in servers that installed Quoth', () => {
    expect(announce).toMatchObject({
      default_member_permissions: '32',
      contexts: [0],
      integration_types: [0],
    });
  });

  it('offers to follow the home channel where there is one', () => {
    const offers = (isFollowed: boolean) => JSON.stringify(registrations(commands, isFollowed));
    expect(offers(false)).not.toContain('"follow"');
    expect(offers(true)).toContain('"name":"follow","name_localizations":{"zh-CN":"关注","zh-TW":"追蹤"}');
  });

  it('takes a role, and whether to open threads, by names in each language', () => {
    const here =
      announce && 'options' in announce ? announce.options?.find(({ name }) => name === 'here') : undefined;
    const options = here && 'options' in here ? (here.options ?? []) : [];
    expect(
      options.map(({ name, type, name_localizations: names }) => [
        name,
        type,
        names?.['zh-CN'],
        names?.['zh-TW'],
      ]),
    ).toEqual([
      ['tag', 3, '标签', '標籤'],
      ['role', 8, '身份组', '身分組'],
      ['thread', 5, '开讨论', '開討論串'],
    ]);
  });

  it('is the only command that not everybody may use', () => {
    const open = registered.filter(({ name }) => name !== 'announce');
    expect(open.every(one => one.default_member_permissions === undefined)).toBe(true);
  });
});
