import { expect, it } from 'vitest';
import { claritiesInput, draftOfClarities } from './clarities';

const PLAN = {
  person: '',
  authority: 'Hiệu trưởng',
  of_institution: true,
  exemption: { reason: 'Một việc trong ngày' },
  groups: [{ section: 'Đào tạo', person: 'Lò Thị An', authority: '' }],
  rows: [{ section: 'Đào tạo' }, { section: '' }, { section: 'Tuyển sinh' }, { section: 'Đào tạo' }],
};

it('offers each section once, with what was said of it', () => {
  expect(draftOfClarities(PLAN).groups).toEqual([
    { section: 'Đào tạo', person: 'Lò Thị An', authority: '' },
    { section: 'Tuyển sinh', person: '', authority: '' },
  ]);
});

it('sends groups of which something is said, and takes a claim back that was emptied', () => {
  const draft = draftOfClarities(PLAN);
  expect(claritiesInput(draft)).toEqual({
    person: '',
    authority: 'Hiệu trưởng',
    groups: [{ section: 'Đào tạo', person: 'Lò Thị An', authority: '' }],
    of_institution: true,
    exemption: { reason: 'Một việc trong ngày' },
  });
  expect(claritiesInput({ ...draft, exemption: ' ' }).exemption).toBeNull();
});
