import { describe, expect, it } from 'vitest';
import type { CaseState } from '@/api/types';
import { i18next } from '@/i18n/i18n';
import { screenOf } from './case-screens';
import { lookOf, ROAD, roadOf } from './case-states';

describe('the look of a state', () => {
  it('is there for each of the five', () => {
    expect(ROAD.map((state) => i18next.t(lookOf(state, 'consolidation').label))).toEqual([
      'Dự thảo',
      'Trưởng đơn vị đã duyệt',
      'Đơn vị theo dõi đã kiểm tra',
      'Đã tổng hợp',
      'Đã báo cáo giao ban',
    ]);
  });

  it('says of a plan that it is adopted, by which paper once that is recorded', () => {
    expect(i18next.t(lookOf('presented', 'plan').label)).toBe('Đã thông qua');
    expect(i18next.t(lookOf('presented', 'plan', 'adopted').label)).toBe('Đã thông qua, chưa ghi nhận số văn bản');
    expect(i18next.t(lookOf('presented', 'plan', 'issued').label)).toBe('Đã ban hành');
    expect(i18next.t(lookOf('presented', 'plan', 'assigned').label, { number: '242/TB-CĐSL' })).toBe('Giao tại Thông báo số 242/TB-CĐSL');
  });

  it('says of conclusions that they are in force, of reports that they were heard', () => {
    expect(i18next.t(lookOf('presented', 'conclusions').label)).toBe('Đang có hiệu lực');
    expect(i18next.t(lookOf('presented', 'monitoring-report').label)).toBe('Đã báo cáo giao ban');
  });

  it('says of an update that it is confirmed, where its road ends', () => {
    expect(roadOf('update').map((state) => i18next.t(lookOf(state, 'update').label))).toEqual([
      'Dự thảo',
      'Trưởng đơn vị đã duyệt',
      'Đơn vị theo dõi đã xác nhận',
    ]);
    expect(roadOf('plan')).toEqual(ROAD);
    expect(roadOf('consolidation')).toEqual(['draft', 'consolidated', 'presented']);
    expect(roadOf('conclusions')).toEqual(['draft', 'presented']);
  });

  it('refuses a state it does not know', () => {
    expect(() => lookOf('rejected' as CaseState, 'plan')).toThrow('Unknown state: rejected');
  });
});

it('sends each kind of case to its own screen', () => {
  expect(['plan', 'conclusions', 'consolidation', 'unit-report', 'monitoring-report', 'update'].map(screenOf)).toEqual([
    '/plans/$id',
    '/plans/$id',
    '/consolidations/$id',
    '/reports/$id',
    '/reports/$id',
    '/updates/$id',
  ]);
});
