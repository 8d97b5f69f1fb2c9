import { describe, expect, it } from 'vitest';
import { changesOf } from './changes';

describe('what an entry changed', () => {
  it('is each field that is another now, also what came and what went', () => {
    const found = changesOf({
      before: { name: 'Phòng Đào tạo', kind: 'department', aliases: ['P. ĐT'] },
      after: { name: 'Phòng Đào tạo', kind: 'centre', on: '2026-12-01' },
    });
    expect(found).toEqual([
      { field: 'kind', before: 'department', after: 'centre' },
      { field: 'aliases', before: 'P. ĐT', after: '' },
      { field: 'on', before: '', after: '2026-12-01' },
    ]);
  });

  it('says lists and numbers as words', () => {
    expect(changesOf({ before: {}, after: { codes: ['DT', 'TV'], places: 3, open: false } })).toEqual([
      { field: 'codes', before: '', after: 'DT; TV' },
      { field: 'places', before: '', after: '3' },
      { field: 'open', before: '', after: 'false' },
    ]);
  });
});
