import { describe, expect, it } from 'vitest';
import { givenBy, type GiveDraft } from './give-draft';

const DRAFT: GiveDraft = {
  unit: 'KT-DBCL',
  person: '',
  text: ' Rà soát ',
  due_on: '2026-12-01',
  leader: 'abc',
  occasion: ' giao ban ',
  said_on: '2026-11-20',
  about: '',
  row: '',
};

describe('what a form gives', () => {
  it("cites nobody in a leader's own instruction", () => {
    expect(givenBy(DRAFT, false)).toEqual({
      unit: 'KT-DBCL',
      text: 'Rà soát',
      due_on: '2026-12-01',
      person: null,
      occasion: '',
      about: null,
      row: null,
    });
  });

  it('names the plan and the row that it speaks of', () => {
    expect(givenBy({ ...DRAFT, about: 'plan', row: 'row' }, false)).toMatchObject({ about: 'plan', row: 'row' });
  });

  it('cites whom, where and when where the office passes one on', () => {
    expect(givenBy(DRAFT, true)).toMatchObject({ leader: 'abc', occasion: 'giao ban', said_on: '2026-11-20' });
  });
});
