import { expect, it } from 'vitest';
import { cellsOfHtml, cellsOfText, cellsPasted, htmlOf, spread, textOf, type Cells } from './clipboard';
import { diceOf } from './dice';

const PIECES = ['Việc', ' ', '"', '""', '\t', '\n', 'ế', '1.500', "'", '<b>', '&', '=1+1', ''];

it('reads back what it writes, 10,000 tables, as text and as a table', () => {
  const dice = diceOf(4);
  for (let time = 0; time < 10_000; time += 1) {
    const width = 1 + dice(4);
    const cell = () => Array.from({ length: dice(4) }, () => PIECES[dice(PIECES.length)]!).join('');
    const cells: Cells = Array.from({ length: 1 + dice(4) }, () => Array.from({ length: width }, cell));
    if (cells.length > 1 && width === 1 && cells.at(-1)![0] === '') continue; // Excel ends with such a line, too
    expect(cellsOfText(textOf(cells))).toEqual(cells);
    if (time % 20 === 0) expect(cellsOfHtml(htmlOf(cells))).toEqual(cells);
  }
}, 120_000);

it('reads quoted cells as Excel writes them', () => {
  expect(cellsOfText('1\t"Dòng một\nDòng hai"\t"nói ""được"""\r\n2\t"chưa đóng\t3\r\n')).toEqual([
    ['1', 'Dòng một\nDòng hai', 'nói "được"'],
    ['2', '"chưa đóng', '3'],
  ]);
  expect(cellsOfText('"a" b\tc')).toEqual([['"a" b', 'c']]);
  expect(cellsOfText('một ô')).toEqual([['một ô']]);
});

it('reads a table with merged cells, breaks and paragraphs', () => {
  const html = `<html><body><!--StartFragment--><table><tr><td rowspan=2>I</td><td>a<br>b</td></tr>
    <tr><td><p>x</p><p>y</p></td></tr><tr><td colspan=2> rộng   lắm </td></tr></table></body></html>`;
  expect(cellsOfHtml(html)).toEqual([
    ['I', 'a\nb'],
    ['', 'x\ny'],
    ['rộng lắm', ''],
  ]);
  expect(cellsOfHtml('<p>không có bảng</p>')).toBeUndefined();
  expect(cellsPasted({ getData: (kind) => (kind === 'text/html' ? html : '') })).toHaveLength(3);
});

it('fills the selection with one cell, or as often as it fits evenly', () => {
  expect(spread([['x']], 2, 2)).toEqual([
    ['x', 'x'],
    ['x', 'x'],
  ]);
  expect(spread([['a'], ['b']], 4, 1)).toEqual([['a'], ['b'], ['a'], ['b']]);
  expect(spread([['a'], ['b']], 3, 1)).toEqual([['a'], ['b']]);
  expect(spread([['a', 'b'], ['c']], 1, 1)).toEqual([
    ['a', 'b'],
    ['c', ''],
  ]);
});
