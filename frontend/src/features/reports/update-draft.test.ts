import { expect, it } from 'vitest';
import type { Update } from '@/api/report-types';
import { draftedUpdate } from './update-draft';
import { SILENT } from './words';

const update = (row: object | null, value_wanted = false) =>
  ({ id: 'u', digest: 'd', editable: [], row: row && { ...SILENT, row: 'r', overdue: true, ...row }, value_wanted }) as unknown as Update;

it('asks of the one row of an update what its report asks', () => {
  expect(draftedUpdate(update({ listing: 'carried' }, true)).rows).toMatchObject([{ row: 'r', counted: true, value_wanted: true }]);
  expect(draftedUpdate(update({ listing: 'standing' })).rows).toMatchObject([{ row: 'r', counted: false, value_wanted: false }]);
});

it('has nothing to type into where the period no longer reports on the row', () => {
  expect(draftedUpdate(update(null)).rows).toEqual([]);
});
