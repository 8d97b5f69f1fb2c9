import { expect, it } from 'vitest';
import { changedPoints, clocksOf, NO_CLOCKS, periodInput, yearsToOffer, type NewPeriod } from './due-points';

const before = {
  unit_due_at: '2026-11-23T10:00:00Z',
  office_due_at: '2026-11-25T10:00:00Z',
  leadership_due_at: '2026-11-26T10:00:00Z',
  meeting_at: '2026-11-27T01:00:00Z',
};

it('shows due points on the institution’s clock', () => {
  expect(clocksOf(before).office_due_at).toEqual({ date: '2026-11-25', time: '17:00' });
});

it('sends only what was changed', () => {
  const typed = clocksOf(before);
  expect(changedPoints(before, typed)).toEqual({});
  expect(changedPoints(before, { ...typed, meeting_at: { date: '2026-11-30', time: '14:00' } })).toEqual({
    meeting_at: '2026-11-30T07:00:00.000Z',
  });
  expect(changedPoints(before, { ...typed, meeting_at: { date: '', time: '14:00' } })).toEqual({});
});

it('names a quarter and a year by their labels, and leaves their days to the rule', () => {
  const typed: NewPeriod = {
    kind: 'quarter',
    year: ' 2026 ',
    part: '4',
    reported: false,
    name: '',
    starts: '2026-10-01',
    ends: '',
    clocks: clocksOf(before),
  };
  expect(periodInput(typed)).toEqual({ kind: 'quarter', label: '2026-Q4' });
  expect(periodInput({ ...typed, kind: 'school-year', year: '2026-2027' })).toEqual({
    kind: 'school-year',
    label: '2026-2027',
    reported: false,
  });
  expect(periodInput({ ...typed, kind: 'semester', year: '2026-2027', part: '1' }).label).toBe('2026-2027-S1');
  expect(periodInput({ ...typed, kind: 'nine-months' }).label).toBe('2026-9M');
});

it('sends of a review what was typed; the server says what is missing', () => {
  const typed: NewPeriod = {
    kind: 'review',
    year: '',
    part: '1',
    reported: false,
    name: 'Sơ kết học kỳ I',
    starts: '2026-08-01',
    ends: '',
    clocks: { ...NO_CLOCKS, meeting_at: { date: '2027-01-15', time: '14:00' } },
  };
  expect(periodInput(typed)).toEqual({
    kind: 'review',
    label: 'Sơ kết học kỳ I',
    starts: '2026-08-01',
    meeting_at: '2027-01-15T07:00:00.000Z',
  });
});

it('offers the school years there are, and the next', () => {
  const periods = [
    { kind: 'school-year', label: '2026-2027' },
    { kind: 'school-year', label: '2025-2026' },
    { kind: 'month', label: '2026-11' },
  ];
  expect(yearsToOffer(periods)).toEqual(['2027-2028', '2026-2027', '2025-2026']);
  expect(yearsToOffer([])).toEqual([]);
});
