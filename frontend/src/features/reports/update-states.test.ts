import { expect, it } from 'vitest';
import { i18next } from '@/i18n/i18n';
import { lookOfUpdate } from './update-states';

it('says what an update waits for, and when it counts', () => {
  const said = (state: Parameters<typeof lookOfUpdate>[0]['state'], submitted: boolean) =>
    i18next.t(lookOfUpdate({ state, submitted }).label);
  expect(said('draft', false)).toBe('Dự thảo');
  expect(said('draft', true)).toBe('Chờ ký duyệt');
  expect(said('unit-approved', true)).toBe('Trưởng đơn vị đã duyệt – chờ xác nhận');
  expect(said('monitor-reviewed', true)).toBe('Đã xác nhận');
});
