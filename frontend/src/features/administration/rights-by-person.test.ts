import { expect, test } from 'vitest';
import type { UnitRights } from '@/api/administration-types';
import { byPerson } from './rights-by-person';

const held = (person: string, name: string, lent = false) => ({ person, name, title: 'Trưởng phòng', lent });
const unit = (code: string, rights: UnitRights['rights']): UnitRights => ({ unit: code, name: `Phòng ${code}`, away: [], rights });

test('who bears the same name is told apart, and what is lent is told', () => {
  const found = byPerson([
    unit('A', [
      { right: 'edit', holders: [held('1', 'Lò Văn An'), held('2', 'Lò Văn An')] },
      { right: 'approve', holders: [held('1', 'Lò Văn An')] },
    ]),
    unit('B', [{ right: 'approve', holders: [held('1', 'Lò Văn An', true)] }]),
  ]);
  expect(found.map(({ person }) => person)).toEqual(['1', '2']);
  expect(found[0]!.units.map((one) => [one.unit, one.rights.map(({ right, lent }) => [right, lent])])).toEqual([
    [
      'A',
      [
        ['edit', false],
        ['approve', false],
      ],
    ],
    ['B', [['approve', true]]],
  ]);
});
