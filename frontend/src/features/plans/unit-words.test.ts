import { expect, it } from 'vitest';
import { codesIn } from './unit-words';
import { kindIn } from './use-plan-columns';

const UNITS = [
  { code: 'DT', name: 'Phòng Đào tạo', aliases: ['P.ĐT'] },
  { code: 'TCCB', name: 'Phòng Tổ chức cán bộ – HSSV' },
  { code: 'class:faculty', name: 'Các khoa' },
];

it('finds units by name, code or another name, whatever the marks', () => {
  expect(codesIn('phong dao tao', UNITS)).toEqual(['DT']);
  expect(codesIn('P.ĐT; TCCB', UNITS)).toEqual(['DT', 'TCCB']);
  expect(codesIn('Phòng Tổ chức cán bộ - HSSV\nCác khoa', UNITS)).toEqual(['TCCB', 'class:faculty']);
  expect(codesIn('Phòng Đào tạo, Các khoa', UNITS)).toEqual(['DT', 'class:faculty']);
  expect(codesIn('DT và TCCB', UNITS)).toEqual(['DT', 'TCCB']);
  expect(codesIn('', UNITS)).toEqual([]);
});

it('finds the only unit whose name holds the text', () => {
  expect(codesIn('đào tạo; tổ chức', UNITS)).toEqual(['DT', 'TCCB']);
  expect(codesIn('phòng', UNITS)).toBeUndefined();
  expect(codesIn('tạ', UNITS)).toBeUndefined();
});

it('keeps a text that names somebody unknown as it was written', () => {
  expect(codesIn('Phòng Đào tạo; Phòng Lạ', UNITS)).toBeUndefined();
});

it('leaves a row what it is where a text names no kind', () => {
  expect(['Mục tiêu, chỉ tiêu', 'chỉ tiêu', 'Nhiệm vụ, giải pháp', 'giải pháp', '', 'gì đó khác'].map(kindIn)).toEqual(
    [{ kind: 'target' }, { kind: 'target' }, { kind: 'task' }, { kind: 'task' }, {}, {}], // prettier-ignore
  );
});
