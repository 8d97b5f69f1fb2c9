import { expect, it } from 'vitest';
import { titlesIn } from './items';

it('takes each line as a title, without its number in the list', () => {
  expect(titlesIn('1. Kế hoạch tuyển sinh\r\n2)\tHội giảng\n\n  Kế hoạch 2025-2030  ')).toEqual([
    'Kế hoạch tuyển sinh',
    'Hội giảng',
    'Kế hoạch 2025-2030',
  ]);
  expect(titlesIn('2025 là năm đầu')).toEqual(['2025 là năm đầu']);
});
