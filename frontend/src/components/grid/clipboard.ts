/** What Excel, Sheets and LibreOffice put on the clipboard, and what is put there for them. Pure, but for the parser of HTML. */

export type Cells = readonly (readonly string[])[];

/** Tab-separated text as a table writes it: a cell with a tab, a line break or a quote stands in quotes, which are doubled inside. */
export function textOf(cells: Cells): string {
  return cells.map((row) => row.map(quoted).join('\t')).join('\n');
}

const quoted = (text: string) => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The cells of tab-separated text; the line break that Excel ends it with begins no row. */
export function cellsOfText(text: string): Cells {
  const rows: string[][] = [[]];
  const source = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  for (let at = 0; at <= source.length; ) {
    const { cell, next } = cellAt(source, at);
    rows.at(-1)!.push(cell);
    if (source[next] === '\n') rows.push([]);
    at = next + 1;
  }
  const last = rows.at(-1)!;
  if (rows.length > 1 && last.length === 1 && last[0] === '') rows.pop();
  return rows;
}

/** The cell that begins there, and where it ends. */
function cellAt(source: string, at: number): { cell: string; next: number } {
  const inQuotes = quotedAt(source, at);
  if (inQuotes !== undefined) return { cell: inQuotes.slice(1, -1).replaceAll('""', '"'), next: at + inQuotes.length };
  const found = source.slice(at).search(/[\t\n]/);
  const next = found < 0 ? source.length : at + found;
  return { cell: source.slice(at, next), next };
}

const QUOTED = /"(?:[^"]|"")*"(?=[\t\n]|$)/y;

/** The cell in quotes that begins there, where its closing quote ends it. */
function quotedAt(source: string, at: number): string | undefined {
  QUOTED.lastIndex = at;
  return QUOTED.exec(source)?.[0];
}

/** As a table, for programs that ask for one. */
export function htmlOf(cells: Cells): string {
  const row = (texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<td style="white-space:pre-wrap">${escaped(text)}</td>`).join('')}</tr>`;
  return `<table>${cells.map(row).join('')}</table>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', '<br>');

/** The cells of the first table in HTML; merged cells take the places that they cover. Undefined where there is no table. */
export function cellsOfHtml(html: string): Cells | undefined {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return undefined;
  const rows: string[][] = [];
  [...table.rows].forEach((row, down) => {
    let right = 0;
    for (const cell of row.cells) {
      while (rows[down]?.[right] !== undefined) right += 1;
      for (let y = 0; y < cell.rowSpan; y += 1) {
        for (let x = 0; x < cell.colSpan; x += 1) {
          (rows[down + y] ??= [])[right + x] = x + y === 0 ? wordsOf(cell) : '';
        }
      }
      right += cell.colSpan;
    }
  });
  return rows.slice(0, table.rows.length).map((row) => Array.from(row, (text) => text ?? ''));
}

/** A cell's text: a break is a line break, other white space is what a browser shows of it. */
function wordsOf(cell: HTMLElement): string {
  const kept = /white-space:\s*pre/.test(cell.getAttribute('style') ?? '');
  const inside = (node: Node): string => {
    if (node instanceof Element && node.tagName === 'BR') return '\n';
    if (node.nodeType === Node.TEXT_NODE) return kept ? node.textContent! : node.textContent!.replace(/[ \t\r\n\u00a0]+/g, ' ');
    const words = [...node.childNodes].map(inside).join('');
    return node instanceof Element && ['P', 'DIV'].includes(node.tagName) && node.nextSibling ? `${words}\n` : words;
  };
  return kept
    ? inside(cell)
    : inside(cell)
        .replace(/ *\n */g, '\n')
        .trim();
}

/** The cells that are pasted: text where there is any, for it keeps line breaks and quotes as they were written. */
export function cellsPasted(data: Pick<DataTransfer, 'getData'>): Cells {
  const text = data.getData('text/plain');
  if (text) return cellsOfText(text);
  return cellsOfHtml(data.getData('text/html')) ?? [];
}

/** The cells as many times as the selection holds them, where it does so evenly: one cell fills all of it. */
export function spread(cells: Cells, height: number, width: number): Cells {
  const [tall, wide] = [cells.length, Math.max(...cells.map((row) => row.length), 0)];
  if (tall === 0 || wide === 0) return [];
  const even = height % tall === 0 && width % wide === 0;
  const [rows, columns] = even ? [Math.max(height, tall), Math.max(width, wide)] : [tall, wide];
  return Array.from({ length: rows }, (_row, y) => Array.from({ length: columns }, (_cell, x) => cells[y % tall]![x % wide] ?? ''));
}
