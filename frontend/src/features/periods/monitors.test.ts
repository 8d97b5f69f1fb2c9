import { expect, it } from 'vitest';
import { monitorsOf } from './monitors';

const rows = [
  { unit: 'A', cells: [{ reports: { parts: [{ monitor: 'B' }, { monitor: 'C' }, { monitor: 'B' }, { monitor: 'A' }] } }] },
  { unit: 'B', cells: [{ reports: null }] },
];

it('names each unit once that judges what a unit reports, and not the unit itself', () => {
  expect(monitorsOf(rows, 'A')).toEqual(['B', 'C']);
});

it('names nobody where nothing is reported', () => {
  expect(monitorsOf(rows, 'B')).toEqual([]);
  expect(monitorsOf(rows, '')).toEqual([]);
});
