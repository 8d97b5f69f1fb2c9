import { describe, expect, it } from 'vitest';
import { decides, NO_TERMS, rowsOpen, termsInput } from './terms';

const draft = { ...NO_TERMS, rows: ['r1'], number: ' 12/QĐ ', date: '2026-11-20', unit: 'DT', on: '2026-12-01', text: ' Nghị định ' };

describe('what an act decides of rows', () => {
  it('is asked of three acts only', () => {
    expect((['submit', 'stop', 'reassign', 'occur', 'present'] as const).filter(decides)).toEqual(['stop', 'reassign', 'occur']);
  });

  it('says of a stop which decision, of a reassignment also who and from when', () => {
    const decision = { number: '12/QĐ', date: '2026-11-20', evidence: '' };
    expect(termsInput('stop', draft)).toEqual({ rows: ['r1'], unit: '', confirmed: false, decision });
    expect(termsInput('reassign', draft)).toEqual({ rows: ['r1'], unit: 'DT', on: '2026-12-01', confirmed: false, decision });
  });

  it('says of an event what happened, and when the rows are due', () => {
    const event = { text: 'Nghị định', number: '12/QĐ', date: '2026-11-20' };
    expect(termsInput('occur', { ...draft, confirmed: true })).toEqual({
      rows: ['r1'],
      unit: '',
      confirmed: true,
      event,
      on: '2026-12-01',
    });
  });

  it('names no rows where it means the whole plan, and never means that by naming none', () => {
    expect(termsInput('stop', { ...draft, whole: true }).rows).toEqual([]);
    expect(rowsOpen('stop', { ...draft, whole: true })).toBe(false);
    expect(rowsOpen('stop', NO_TERMS)).toBe(true);
    expect(rowsOpen('occur', NO_TERMS)).toBe(false);
  });
});
