import { expect, it } from 'vitest';
import { fileOf, nameOf } from '../../src/store/address.ts';

it('takes the address of PostgreSQL for one in capital letters too, and never prints its password', () => {
  for (const scheme of ['postgres', 'postgresql', 'POSTGRES', 'PostgreSQL']) {
    const address = `${scheme}://quoth:hidden@database/quoth`;
    expect(fileOf(address)).toBeUndefined();
    expect(nameOf(address)).toBe('database/quoth');
  }
});

it('takes the path out of the address of a SQLite file', () => {
  for (const address of ['./a.db', 'file:./a.db', 'sqlite:./a.db', 'SQLITE:./a.db', 'file://./a.db']) {
    expect(fileOf(address)).toBe('./a.db');
  }
});
