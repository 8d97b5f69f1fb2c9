import { describe, expect, it } from 'vitest';
import type { Consolidation } from '@/api/meeting-types';
import { highlighted, sentOf, writtenOf } from './consolidation-draft';

const WRITTEN = { assessment: 'Đạt', unchecked_reason: '', highlights: ['r1'], proposals: ['Cấp kinh phí'] };

describe('what the office writes', () => {
  it('are its own proposals only, not those of its monitoring report', () => {
    const proposal = (id: string, kase: string) => ({ id, case: kase, text: id, unit: 'HCQT', answer: '', answer_text: '' });
    const consolidation = {
      id: 'c',
      assessment: 'Đạt',
      unchecked_reason: '',
      highlights: ['r1'],
      proposals: [proposal('raised', 'report'), proposal('own', 'c')],
    } as unknown as Consolidation;
    expect(writtenOf(consolidation)).toEqual({ assessment: 'Đạt', unchecked_reason: '', highlights: ['r1'], proposals: ['own'] });
  });

  it('puts a row before the leadership once, and takes it back', () => {
    expect(highlighted(WRITTEN, 'r2', true).highlights).toEqual(['r1', 'r2']);
    expect(highlighted(WRITTEN, 'r1', true).highlights).toEqual(['r1']);
    expect(highlighted(WRITTEN, 'r1', false).highlights).toEqual([]);
  });

  it('is sent without proposals that were left empty', () => {
    expect(sentOf({ ...WRITTEN, proposals: [' Cấp kinh phí ', '  '] }).proposals).toEqual(['Cấp kinh phí']);
  });
});
