/** Units as they are typed into a cell: names, codes or other names, a semicolon between them. Pure. */

import { folded } from '@/i18n/folded';

export interface NamedUnit {
  code: string;
  name: string;
  aliases?: readonly string[];
}

/** So much of a name tells a unit from the others. */
const ENOUGH = 3;

/** The unit that is called so; else the only one whose name holds the text. */
function codeOf(text: string, units: readonly NamedUnit[]): string | undefined {
  const sought = folded(text);
  const called = units.find(({ code, name, aliases = [] }) => [code, name, ...aliases].some((one) => folded(one) === sought));
  if (called || sought.length < ENOUGH) return called?.code;
  const holding = units.filter(({ name }) => folded(name).includes(sought));
  return holding.length === 1 ? holding[0]!.code : undefined;
}

/** The codes of the units that a text names; undefined where a piece of it names none. */
export function codesIn(text: string, units: readonly NamedUnit[]): string[] | undefined {
  const pieces = text.split(/[;\n]/).filter((piece) => piece.trim());
  const codes = pieces.flatMap((piece): (string | undefined)[] => {
    const whole = codeOf(piece, units);
    return whole ? [whole] : piece.split(/,| và /).map((part) => codeOf(part, units));
  });
  return codes.every((code) => code !== undefined) ? [...new Set(codes as string[])] : undefined;
}

/** What the text may go on to: the units whose names hold its last piece, all where that is blank or names one already. */
export function namesFitting(text: string, units: readonly NamedUnit[]): string[] {
  const at = text.lastIndexOf(';') + 1;
  const piece = folded(text.slice(at));
  const whole = piece === '' || codeOf(piece, units) !== undefined;
  const names = units.filter(({ code, name }) => whole || folded(`${name} ${code}`).includes(piece)).map(({ name }) => name);
  return names.map((name) => (at === 0 ? name : `${text.slice(0, at)} ${name}`));
}
