import { describe, expect, it } from 'vitest';
import type { Member } from '@/api/report-types';
import { differs, leftByWord, leftOf } from './shares';

const SILENT = {
  completed_on: null,
  result: '',
  value: null,
  cause: '',
  remedy: '',
  promised_on: null,
  expected_on: null,
  evidence: [],
};

const member = (unit: string, said: boolean | null, more: Partial<Member> = {}): Member => ({
  unit,
  word: said === null ? null : { ...SILENT, done: said },
  done: null,
  beside: false,
  before: false,
  ...more,
});

describe('a row that a class of units leads', () => {
  const members = [
    member('A', true),
    member('B', false),
    member('C', null),
    member('D', null, { before: true }),
    member('E', true, { beside: true }),
  ];

  it('leaves whoever does not say that it is done, as long as nobody has judged', () => {
    expect(leftByWord({ members })).toEqual(['B', 'C']);
    expect(leftOf({ done: null, members })).toEqual(['B', 'C']);
  });

  it('leaves whom the verdict names, and nobody once it is done', () => {
    const judged = members.map((one) => (one.unit === 'A' ? { ...one, done: false } : { ...one, done: true }));
    expect(leftOf({ done: false, members: judged })).toEqual(['A']);
    expect(differs({ done: false, members: judged })).toBe(true);
    expect(leftOf({ done: true, members })).toEqual([]);
  });
});
