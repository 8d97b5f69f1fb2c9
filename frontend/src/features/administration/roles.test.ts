import { expect, it } from 'vitest';
import { hasFields, isSigning, rolesAt } from './roles';

it('leads from the institution itself, heads and writes in units, keeps papers in the office', () => {
  expect(rolesAt(undefined)).toEqual([]);
  expect(rolesAt({ kind: 'root', office: false })).toEqual(['leader', 'auditor', 'administrator', 'personnel']);
  expect(rolesAt({ kind: 'faculty', office: false })).not.toContain('clerk');
  expect(rolesAt({ kind: 'department', office: true })).toContain('clerk');
});

it('knows which posts sign, and which are in charge of units', () => {
  expect((['officer', 'head', 'deputy', 'clerk', 'leader', 'auditor'] as const).filter(isSigning)).toEqual(['head', 'deputy', 'leader']);
  expect([hasFields('leader'), hasFields('officer'), hasFields('')]).toEqual([true, false, false]);
});
