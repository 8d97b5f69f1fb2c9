import { describe, expect, it } from 'vitest';
import { aboutOf, changesOf } from './changes';

describe('what an entry changed', () => {
  it('is each field that is another now, also what came and what went', () => {
    const found = changesOf({
      before: { name: 'Phòng Đào tạo', kind: 'department', aliases: ['P. ĐT'] },
      after: { name: 'Phòng Đào tạo', kind: 'centre', on: '2026-12-01' },
    });
    expect(found).toEqual([
      { field: 'kind', before: 'department', after: 'centre' },
      { field: 'aliases', before: 'P. ĐT', after: '' },
      { field: 'on', before: '', after: '01/12/2026' },
    ]);
  });

  it('is about people and units by name, never by an id', () => {
    const id = '01a21f4b-e2db-7642-95a2-8c4e1f0903f9';
    expect(aboutOf({ about: id, person: 'Lò Thị Mới', unit: null })).toEqual(['Lò Thị Mới']);
    expect(aboutOf({ about: 'DT', person: null, unit: 'DT' })).toEqual(['DT']);
    expect(aboutOf({ about: '2026-09-02', person: null, unit: null })).toEqual(['02/09/2026']);
  });

  it('says moments as people write them', () => {
    const [change] = changesOf({ before: {}, after: { until: '2026-12-04T23:21:11.194452+00:00' } });
    expect(change!.after).toBe('06:21 05/12/2026');
  });

  it('says lists and numbers as words', () => {
    expect(changesOf({ before: {}, after: { codes: ['DT', 'TV'], places: 3, open: false } })).toEqual([
      { field: 'codes', before: '', after: 'DT; TV' },
      { field: 'places', before: '', after: '3' },
      { field: 'open', before: '', after: 'false' },
    ]);
  });
});
