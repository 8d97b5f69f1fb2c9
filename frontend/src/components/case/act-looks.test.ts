import { describe, expect, it } from 'vitest';
import type { ActName } from '@/api/types';
import { i18next } from '@/i18n/i18n';
import { goesAlone, lookOfAct } from './act-looks';

describe('the look of an act', () => {
  it('draws steps back apart', () => {
    const acts: ActName[] = [
      'submit',
      'withdraw',
      'approve',
      'recall',
      'review',
      'return',
      'send-back',
      'consolidate',
      'present',
      'reopen',
      'register',
      'conclude',
      'discard',
      'stop',
      'reassign',
      'occur',
    ];
    expect(acts.filter((act) => lookOfAct(act).backward)).toEqual([
      'withdraw',
      'recall',
      'return',
      'send-back',
      'reopen',
      'discard',
      'stop',
    ]);
  });

  it('calls it otherwise where a plan goes by itself', () => {
    const said = (act: ActName, alone: boolean) => i18next.t(lookOfAct(act, alone).label);
    expect(said('consolidate', true)).toBe('Đưa vào danh mục năm');
    expect(said('present', true)).toBe('Thông qua');
    expect(said('present', false)).toBe('Ghi nhận đã báo cáo giao ban');
    expect(said('approve', true)).toBe('Ký duyệt');
  });

  it('knows by the server’s reasons whether it does', () => {
    expect(goesAlone('plan', [{ code: 'state', text: 'Chưa đến lúc.' }])).toBe(true);
    expect(goesAlone('plan', [{ code: 'outside-meeting', text: 'Chỉ trong giao ban.' }])).toBe(false);
    expect(goesAlone('unit-report')).toBe(false);
  });

  it('refuses an act it does not know', () => {
    expect(() => lookOfAct('reject' as ActName)).toThrow('Unknown act: reject');
  });
});
