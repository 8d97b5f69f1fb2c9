/** Units as they are typed into a cell: names, codes or other names, a semicolon between them. Pure. */

export interface NamedUnit {
  code: string;
  name: string;
  aliases?: readonly string[];
}

/** Without marks, capitals and blanks around. */
export const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

const codeOf = (text: string, units: readonly NamedUnit[]) =>
  units.find(({ code, name, aliases = [] }) => [code, name, ...aliases].some((one) => folded(one) === folded(text)))?.code;

/** The codes of the units that a text names; undefined where a piece of it names none. */
export function codesIn(text: string, units: readonly NamedUnit[]): string[] | undefined {
  const pieces = text.split(/[;\n]/).filter((piece) => piece.trim());
  const codes = pieces.flatMap((piece): (string | undefined)[] => {
    const whole = codeOf(piece, units);
    return whole ? [whole] : piece.split(/,| và /).map((part) => codeOf(part, units));
  });
  return codes.every((code) => code !== undefined) ? [...new Set(codes as string[])] : undefined;
}
