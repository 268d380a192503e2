import { describe, expect, it } from 'vitest';
import { registered } from '../../src/main/bot.ts';
import { offeredBy, usableWith } from '../../src/preview/offered.ts';
import { READERS } from '../../src/preview/place.ts';

const titles = (permissions: bigint) =>
  offeredBy(usableWith(permissions, registered())).map(({ title }) => title);

describe('commands that are offered', () => {
  const [lin, ann] = READERS;

  it('are all of them to who manages the server', () => {
    expect(titles(lin.permissions)).toContain('/announce here');
    expect(titles(lin.permissions)).toContain('/post latest');
  });

  it('are not those that change something to anybody else', () => {
    expect(titles(ann.permissions).filter(title => title.startsWith('/announce'))).toEqual([]);
    expect(titles(ann.permissions)).toContain('/post latest');
  });

  it('are to nobody here where only administrators may use them', () => {
    const command = { name: 'x', description: 'x', default_member_permissions: '0' };
    expect(usableWith(lin.permissions, [command])).toEqual([]);
    expect(usableWith(0n, [{ ...command, default_member_permissions: null }])).toHaveLength(1);
  });

  it('are known by ids of their own, whoever looks', () => {
    const ids = (permissions: bigint) =>
      new Map(
        offeredBy(usableWith(permissions, registered())).map(({ command }) => [command.name, command.id]),
      );
    const all = ids(lin.permissions);
    expect(new Set(all.values()).size).toBe(all.size);
    for (const [name, id] of ids(ann.permissions)) expect(all.get(name)).toBe(id);
  });
});
