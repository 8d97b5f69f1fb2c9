import { describe, expect, it } from 'vitest';
import type { AgendaUnit } from '@/api/meeting-types';
import { placeOf, stepsOf, stepsOfKey } from './steps';

const consolidations = [{ id: 'c', title: 'Tổng hợp', period: '2025-08', assessment: '', as_of: '2026-10-29T03:00:00Z' }];
const unit = (code: string, period = '2025-08') => ({ unit: code, period }) as AgendaUnit;
const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
  key: name,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});
const middle = { atTop: false, atBottom: false };

const keysOf = (units: AgendaUnit[]) => stepsOf({ units, consolidations }).map((step) => step.key);

describe('the steps of a meeting', () => {
  it('are one for whoever does not see yet what is heard', () => {
    expect(stepsOf({ units: [], consolidations: [] })).toEqual([{ key: 'overview' }]);
  });

  it('go from the whole over each unit to the conclusions', () => {
    expect(keysOf([unit('DT'), unit('DT', '2025-07'), unit('HCQT')])).toEqual([
      'overview',
      'unit-DT-2025-08',
      'unit-DT-2025-07',
      'unit-HCQT-2025-08',
      'proposals',
      'consequences',
      'conclusions',
    ]);
  });

  it('begin at the beginning where the address names none of them', () => {
    const steps = stepsOf({ units: [unit('DT')], consolidations });
    expect(placeOf('unit-DT-2025-08', steps)).toBe(1);
    expect(placeOf('unit-XX-2025-08', steps)).toBe(0);
    expect(placeOf(undefined, steps)).toBe(0);
  });
});

describe('a key', () => {
  it('goes on and back with the arrows', () => {
    expect(stepsOfKey(key('ArrowRight'), middle)).toBe(1);
    expect(stepsOfKey(key('ArrowLeft'), middle)).toBe(-1);
    expect(stepsOfKey(key('ArrowDown'), middle)).toBe(0);
  });

  it('reads a long step to its end first', () => {
    expect(stepsOfKey(key('PageDown'), middle)).toBe(0);
    expect(stepsOfKey(key('PageDown'), { atTop: false, atBottom: true })).toBe(1);
    expect(stepsOfKey(key('PageUp'), { atTop: true, atBottom: false })).toBe(-1);
  });

  it('leaves the browser its own', () => {
    expect(stepsOfKey(key('ArrowLeft', { altKey: true }), middle)).toBe(0);
  });
});
